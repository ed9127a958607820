"""Watching one clip: how far it is, how long each phase took, and whether anybody still wants it."""

import time
from typing import Final

from generation.backends.base import CancelledError, IsCancelled, OnProgress, Progress

# Phase -> where it begins in the whole. Denoising is most of the time, decoding comes second.
PHASES: Final = {"load": 0.0, "text": 0.05, "denoise": 0.08, "decode": 0.85, "deliver": 0.97}
ENDS: Final = dict(zip(PHASES, [*list(PHASES.values())[1:], 1.0], strict=True))


class Watch:
    """Reports progress and raises :class:`CancelledError` at every point where it is asked."""

    def __init__(self, on_progress: OnProgress, is_cancelled: IsCancelled) -> None:
        self.on_progress = on_progress
        self.is_cancelled = is_cancelled
        self.seconds = dict.fromkeys(PHASES, 0.0)
        self._phase = "load"
        self._since = time.perf_counter()

    def at(self, phase: str, done: float = 0.0) -> None:
        """Say that ``phase`` is ``done`` so far, 0 to 1."""
        now = time.perf_counter()
        self.seconds[self._phase] += now - self._since
        self._phase, self._since = phase, now
        if self.is_cancelled():
            raise CancelledError
        start = PHASES[phase]
        self.on_progress(Progress(phase=phase, fraction=start + done * (ENDS[phase] - start)))
