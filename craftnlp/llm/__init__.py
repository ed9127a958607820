"""An optional second reader: a language model behind an OpenAI-compatible endpoint. Off unless somebody asks for it.

It sends the master's words to another machine. Whoever calls it must first have the bearer's consent to that; this
library knows no bearers and cannot ask. The rules read first and win; what the model adds must quote the master, and
every number must be one that our own grammar reads in that quote. Nothing the model says is more than a proposal.
"""

from craftnlp.llm.endpoint import Endpoint, EndpointError, Note
from craftnlp.llm.reader import Consultation, Reader
from craftnlp.llm.report import Reason, Rejection, Report

__all__ = ["Consultation", "Endpoint", "EndpointError", "Note", "Reader", "Reason", "Rejection", "Report"]
