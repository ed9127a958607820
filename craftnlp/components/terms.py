"""Craft words of the lexicon on the raw text, longest first, aliases in both scripts."""

from craftnlp.components.reading import Reading, TermSpan


def terms(reading: Reading) -> None:
    """Find every lexicon entry of two characters or more that does not cut through a quantity."""
    taken = bytearray(len(reading.text) + 1)
    for amount in reading.amounts:
        taken[amount.start : amount.end] = b"\x01" * (amount.end - amount.start)
    reading.terms = [
        TermSpan(match.start, match.end, match.entry)
        for match in reading.lexicon.find(reading.text)
        if not any(taken[match.start : match.end])
    ]
