"""The master's words under the film, as WebVTT over its whole length."""

import re
from typing import Final

CLAUSE: Final = re.compile(r"[^，。；！？、,;!?\n]+[，。；！？、,;!?\n]*[”」』）]*")
LONGEST: Final = 20  # characters of one caption
SPECIAL: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def captions(quote: str, seconds: float) -> str:
    """The quote in captions of a clause or two, each as long on screen as its share of the characters."""
    lines = clauses(quote)
    total = sum(len(line) for line in lines)
    cues, spoken = ["WEBVTT"], 0
    for line in lines:
        start, spoken = spoken, spoken + len(line)
        times = f"{_clock(seconds * start / total)} --> {_clock(seconds * spoken / total)}"
        cues.append(f"{times}\n{_escaped(line)}")
    return "\n\n".join(cues) + "\n"


def clauses(quote: str) -> list[str]:
    """The quote in order and complete but for white space: clauses, joined while they stay short."""
    found: list[str] = []
    for clause in (" ".join(piece.split()) for piece in CLAUSE.findall(quote)):
        if found and len(found[-1]) + len(clause) <= LONGEST:
            found[-1] += clause
        elif clause:
            found.append(clause)
    return found


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _escaped(line: str) -> str:
    return "".join(SPECIAL.get(character, character) for character in line)
