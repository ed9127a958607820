"""The vocabulary of search: the lexicon that ships with the language library, and the names of public crafts."""

from functools import cache, lru_cache

from archive.models import Craft, Publication
from craftnlp import lexicon
from craftnlp.tokenize import Vocabulary, Word


def current() -> Vocabulary:
    """The words that search knows now."""
    names = Craft.objects.filter(status=Publication.PUBLISHED).order_by("name_zh").values_list("name_zh", flat=True)
    return _vocabulary(tuple(names))


@lru_cache(maxsize=2)
def _vocabulary(crafts: tuple[str, ...]) -> Vocabulary:
    approved = [Word(entry.term, entry.pinyin, entry.aliases) for entry in lexicon.load().entries]
    known = {word.text for word in approved}
    return Vocabulary([*approved, *(Word(name) for name in crafts if name not in known)])


@cache
def lexicon_version() -> str:
    """Which lexicon the tokens of an index were made with: after a change, rebuild."""
    return lexicon.load().version
