"""Craft words of the lexicon on the raw text, longest first, aliases in both scripts."""

from craftnlp.components.reading import Reading, TermSpan
from craftnlp.components.words import PHYSICAL
from craftnlp.lexicon import Match
from craftnlp.spec import TermClass

DIRECTIONS = frozenset("上下进入出起")
LONGER = frozenset({"平整", "平滑", "光滑", "光亮", "干净"})


def terms(reading: Reading) -> None:
    """Find every lexicon entry of two characters or more that does not cut through a quantity or another word."""
    taken = bytearray(len(reading.text) + 1)
    for amount in reading.amounts:
        taken[amount.start : amount.end] = b"\x01" * (amount.end - amount.start)
    reading.terms = [
        TermSpan(match.start, match.end, match.entry)
        for match in reading.lexicon.find(reading.text)
        if not any(taken[match.start : match.end]) and not _cuts_a_word(match, reading.shadow)
    ]


def _cuts_a_word(match: Match, shadow: str) -> bool:
    """涂上 + 漆 is not 上漆, 磨 + 平整 is not 磨平."""
    if match.entry.term_class is not TermClass.ACTION:
        return False
    follows_verb = match.start > 0 and shadow[match.start - 1] in PHYSICAL and shadow[match.start] in DIRECTIONS
    return follows_verb or shadow[match.end - 1 : match.end + 1] in LONGER
