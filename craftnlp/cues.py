"""Cues: the timed lines of a transcript, and the one text that all offsets count in."""

from craftnlp.spec import Frozen


class Cue(Frozen):
    """One line of speech: seconds from the start of the recording, who speaks, and the words as entered.

    ``start`` and ``end`` are ``None`` in a transcript that was never timed. ``interviewer`` turns make no steps.
    """

    start: float | None = None
    end: float | None = None
    speaker: str = ""
    interviewer: bool = False
    text: str


class CueError(ValueError):
    """A transcript cannot be read; the message names the line and says what to do."""


def transcript_text(cues: tuple[Cue, ...]) -> str:
    """The text that every quote counts in: the cues joined by one newline, nothing added and nothing removed."""
    return "\n".join(cue.text for cue in cues)
