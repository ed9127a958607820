"""A tiny deterministic backend: a square that wanders over a plain ground. Fast, and it fails on request."""

import hashlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np

from generation.backends.base import (
    CancelledError,
    CannotRenderError,
    Frame,
    IsCancelled,
    Kind,
    OnProgress,
    Progress,
    Rendering,
    RenderRequest,
    Scalar,
)

PATCH = (200, 60, 40)


class Fake:
    """``seconds_per_frame`` makes it slow, ``trouble`` makes it fail: ``glyph``, ``crash``, ``black``, ``frozen``,
    ``short``, ``size``."""

    name: ClassVar[str] = "fake"
    kind: ClassVar[Kind] = Kind.SCHEMATIC
    sends_data_out: ClassVar[bool] = False
    needs_accelerator: ClassVar[bool] = False

    def __init__(
        self, *, seconds_per_frame: float = 0.0, trouble: str = "", width: int = 320, frames: int = 30
    ) -> None:
        self.seconds_per_frame = seconds_per_frame
        self.trouble = trouble
        self.width = width
        self.frames = frames

    def plan(self, request: RenderRequest) -> RenderRequest:
        return replace(request, width=self.width, height=self.width * 9 // 16, frames=self.frames)

    def fingerprint(self) -> Mapping[str, Scalar]:
        return {"fake": "1", "trouble": self.trouble, "pace": self.seconds_per_frame}

    def render(self, request: RenderRequest, *, on_progress: OnProgress, is_cancelled: IsCancelled) -> Rendering:
        return Rendering(
            frames=self._frames(request, on_progress, is_cancelled), facts=lambda: {"poster_frame": 3, "drawn": ["方"]}
        )

    def _frames(self, request: RenderRequest, on_progress: OnProgress, is_cancelled: IsCancelled) -> Iterator[Frame]:
        self._complain()
        ground = hashlib.sha256(str(request.seed).encode()).digest()[0] // 4 + 96
        width = request.width + (16 if self.trouble == "size" else 0)
        for number in range(request.frames - (1 if self.trouble == "short" else 0)):
            if is_cancelled():
                raise CancelledError
            time.sleep(self.seconds_per_frame)
            yield self._picture(request.height, width, ground, number)
            on_progress(Progress(phase="drawing", fraction=(number + 1) / request.frames))

    def _complain(self) -> None:
        if self.trouble == "glyph":
            raise CannotRenderError("missing_glyph", "影片字体里没有“龘”这个字。")
        if self.trouble == "crash":
            raise RuntimeError("the renderer fell over")

    def _picture(self, height: int, width: int, ground: int, number: int) -> Frame:
        if self.trouble == "black":
            return np.zeros((height, width, 4), np.uint8)
        picture = np.full((height, width, 4), ground, np.uint8)
        left = 8 if self.trouble == "frozen" else 8 + number * 4
        picture[height // 2 : height // 2 + 40, left : left + 40, :3] = PATCH
        return picture


class FakeGenerative(Fake):
    """The same picture, said to come from a film model."""

    name: ClassVar[str] = "fake-generative"
    kind: ClassVar[Kind] = Kind.GENERATIVE


class FakeAway(Fake):
    """The same picture, said to be made by somebody else's server."""

    name: ClassVar[str] = "fake-away"
    sends_data_out: ClassVar[bool] = True
