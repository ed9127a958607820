"""The lexicon as SKOS, out and in again (W3C Recommendation *SKOS Reference*, 2009; labels with a place: SKOS-XL).

========== =====================================================================================
an entry   in SKOS
========== =====================================================================================
term       ``skos:prefLabel`` in ``zh-Hans``
pinyin     ``skos:prefLabel`` in ``zh-Latn-pinyin``
alias      ``skos:altLabel``; where a place is known also a ``skosxl:Label`` with ``dct:spatial``
class      ``skos:broader``: one of seven top concepts
craft      ``skos:member`` of the craft's ``skos:Collection``
definition ``skos:definition``
source     ``dct:source``
========== =====================================================================================

The order of aliases and crafts is not kept: they come back sorted. Nothing imports this package but the command that
needs it, because rdflib takes longer to load than the lexicon.
"""

from craftnlp.lexicon.skos.export import export
from craftnlp.lexicon.skos.names import FORMATS
from craftnlp.lexicon.skos.reading import read

__all__ = ["FORMATS", "export", "read"]
