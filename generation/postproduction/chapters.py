"""Chapters of a film: in the MP4 file as its players know them, and as one caption each."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a film: frames from ``start`` up to, not including, ``end``; ``quote`` is what is said in it, if anything."""

    title: str
    start: int
    end: int
    quote: str = ""


def write_chapters(container: OutputContainer, chapters: Sequence[Chapter], fps: int) -> None:
    """Enter the chapters into a film; before its first frame is written."""
    container.set_chapters(
        [
            {
                "id": number,
                "start": chapter.start,
                "end": chapter.end,
                "time_base": Fraction(1, fps),
                "metadata": {"title": chapter.title},
            }
            for number, chapter in enumerate(chapters)
        ]
    )


def chapters_in(path: Path) -> list[tuple[str, float, float]]:
    """Title, start and end in seconds of every chapter of a file."""
    with av.open(str(path)) as container:
        return [
            (found["metadata"].get("title", ""), found["start"] * rate, found["end"] * rate)
            for found in container.chapters()
            for rate in [float(found["time_base"] or 1)]
        ]
