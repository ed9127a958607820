"""The nouns of review."""

from review.models.round import Accession, Assignment, Round, RoundStatus
from review.models.verdict import Decision, Reason, Remark, Verdict

__all__ = ["Accession", "Assignment", "Decision", "Reason", "Remark", "Round", "RoundStatus", "Verdict"]
