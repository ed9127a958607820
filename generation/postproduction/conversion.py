"""RGB to the YUV of the film. Only what changed since the frame before is copied, stamped and converted: most of a plate stands still."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from generation.backends.base import Frame
from generation.postproduction.stamp import Stamp

TILE: Final = 32
REACH: Final = 2  # rows above and below a change whose chroma it decides: the scaler's filter has four taps, measured
STRIP_HEIGHT: Final = TILE + 4 * REACH  # the rows that are written, and as much around them for the filter
STRIP_STEP: Final = 640  # strips come in few widths, so that the scaler's tables are made once
WHOLE: Final = 0.3  # from this share of the picture on, converting all of it is quicker

Planes = npt.NDArray[np.uint8]  # the three planes of yuv420p below one another, rows as wide as the picture


@dataclass(frozen=True, slots=True)
class Run:
    """Changed tiles side by side, in pixels."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return self.right - self.left


class Converter:
    """Stamps and converts the frames of one film in their order, bit for bit as if each whole frame were done.

    ``width`` and ``height`` are pixels and even. The frames given are not written to.
    """

    def __init__(self, width: int, height: int, stamp: Stamp) -> None:
        self._width, self._height, self._stamp = width, height, stamp
        self._planes: Planes = np.zeros((height * 3 // 2, width), np.uint8)
        self._before: Frame | None = None
        self._stamped: Frame = np.full((height, width, 4), 255, np.uint8)
        rows, columns = -(-height // TILE), -(-width // TILE)
        self._grid = (rows, columns)
        self._differs = np.zeros((rows * TILE, columns * TILE), np.bool_)
        self._reformatter = VideoReformatter()

    def convert(self, picture: Frame) -> Planes:
        """The planes of one RGBX frame with its label; valid until the next call."""
        if self._before is None:
            self._before = picture.copy()
            self._convert_whole(picture)
            return self._planes
        runs = list(self._changed(picture, self._before))
        if (
            sum(run.width for run in runs) * STRIP_HEIGHT > WHOLE * self._width * self._height
            or self._height < STRIP_HEIGHT
        ):
            np.copyto(self._before, picture)
            self._convert_whole(picture)
        elif runs:
            self._copy(picture, self._before, runs)
            self._convert_runs(runs)
        return self._planes

    def _changed(self, picture: Frame, before: Frame) -> Iterator[Run]:
        """The runs of tiles in which any pixel differs."""
        rows, columns = self._grid
        found = self._differs[: self._height, : self._width]
        np.not_equal(picture.view(np.uint32)[..., 0], before.view(np.uint32)[..., 0], out=found)
        eights = self._differs.view(np.uint64).reshape(rows, TILE, -1)
        tiles = np.bitwise_or.reduce(eights, axis=1).reshape(rows, columns, -1).any(axis=2)
        steps = np.diff(np.pad(tiles.astype(np.int8), ((0, 0), (1, 1))), axis=1)
        ends = np.argwhere(steps < 0)[:, 1].tolist()
        for (row, first), end in zip(np.argwhere(steps > 0).tolist(), ends, strict=True):
            top, left = row * TILE, first * TILE
            yield Run(top, min(top + TILE, self._height), left, min(end * TILE, self._width))

    def _copy(self, picture: Frame, before: Frame, runs: list[Run]) -> None:
        for run in runs:
            area = slice(run.top, run.bottom), slice(run.left, run.right)
            before[area] = picture[area]
            self._stamped[area] = picture[area]
        if any(self._stamp.touches(run.top, run.bottom, run.left, run.right) for run in runs):
            area = self._stamp.area
            self._stamped[area] = before[area]
            self._stamp.press(self._stamped)

    def _convert_whole(self, picture: Frame) -> None:
        np.copyto(self._stamped, picture)
        self._stamp.press(self._stamped)
        whole = Run(0, self._height, 0, self._width)
        self._keep(to_yuv(self._stamped, self._reformatter), whole, 0, 0)

    def _convert_runs(self, runs: list[Run]) -> None:
        """The runs stand side by side in one strip: the filter has no reach to the sides."""
        wide = -(-sum(run.width for run in runs) // STRIP_STEP) * STRIP_STEP
        strip = np.full((STRIP_HEIGHT, wide, 4), 255, np.uint8)
        at = 0
        for run in runs:
            first = self._first_row(run)
            strip[:, at : at + run.width] = self._stamped[first : first + STRIP_HEIGHT, run.left : run.right]
            at += run.width
        converted, at = to_yuv(strip, self._reformatter), 0
        for run in runs:
            top, bottom = max(0, run.top - REACH), min(self._height, run.bottom + REACH)
            self._keep(converted, Run(top, bottom, run.left, run.right), self._first_row(run), at)
            at += run.width

    def _first_row(self, run: Run) -> int:
        return max(0, min(run.top - 2 * REACH, self._height - STRIP_HEIGHT))

    def _keep(self, converted: av.VideoFrame, area: Run, first_row: int, at: int) -> None:
        """Take over an area; in the converted picture its rows count from ``first_row``, its columns from ``at``."""
        for plane, target, half in zip(converted.planes, self._targets(), (1, 2, 2), strict=True):
            rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
            top, bottom = (area.top - first_row) // half, (area.bottom - first_row) // half
            found = rows[top:bottom, at // half : (at + area.width) // half]
            target[area.top // half : area.bottom // half, area.left // half : area.right // half] = found

    def _targets(self) -> tuple[Planes, Planes, Planes]:
        chroma = self._planes[self._height :].reshape(2, self._height // 2, self._width // 2)
        return self._planes[: self._height], chroma[0], chroma[1]


def to_yuv(picture: Frame, reformatter: VideoReformatter) -> av.VideoFrame:
    """One RGBX frame as BT.709 in the limited range. Tags alone would shift the colours: the numbers are converted too."""
    frame = av.VideoFrame.from_numpy_buffer(picture, format="rgba")  # X is 255
    return reformatter.reformat(
        frame, format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG, threads=1
    )
