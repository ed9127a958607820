"""The master's words under the film, as WebVTT."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generation.postproduction.chapters import Chapter

CLAUSE: Final = re.compile(r"[^，。；！？、,;!?\n]+[，。；！？、,;!?\n]*[”」』）]*")
LONGEST: Final = 20  # characters of one caption
SPECIAL: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


Cue = tuple[float, float, str]  # start and end in seconds, words


def captions(quote: str, seconds: float) -> str:
    """The quote over the whole film, in captions of a clause or two, each as long on screen as its share of the characters."""
    lines = clauses(quote)
    total = sum(len(line) for line in lines)
    cues: list[Cue] = []
    spoken = 0
    for line in lines:
        start, spoken = spoken, spoken + len(line)
        cues.append((seconds * start / total, seconds * spoken / total, line))
    return _webvtt(cues)


def chapter_captions(chapters: Sequence[Chapter], fps: int) -> str:
    """One caption for each chapter in which something is said."""
    return _webvtt(
        (chapter.start / fps, chapter.end / fps, " ".join(chapter.quote.split()))
        for chapter in chapters
        if chapter.quote.strip()
    )


def _webvtt(cues: Iterable[Cue]) -> str:
    blocks = [f"{_clock(start)} --> {_clock(end)}\n{_escaped(words)}" for start, end, words in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


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
