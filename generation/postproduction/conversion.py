"""RGB to the YUV of the film, converting only what changed since the frame before: most of a plate stands still."""

from typing import Final

import av
import numpy as np
import numpy.typing as npt

from generation.backends.base import Frame

MARGIN: Final = 8  # pixels around a change that its chroma may reach; even, as chroma is halved

Planes = npt.NDArray[np.uint8]  # the three planes of yuv420p below one another, rows as wide as the picture


def to_yuv(picture: Frame) -> av.VideoFrame:
    """One RGBX frame as BT.709 in the limited range. Tags alone would shift the colours: the numbers are converted too."""
    frame = av.VideoFrame.from_numpy_buffer(picture, format="rgba")  # X is 255
    return frame.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")


class Converter:
    """Converts the frames of one film in their order. The result is bit for bit that of converting each whole frame.

    ``width`` and ``height`` are pixels and even. The converter keeps a reference to the frame before: its pixels must not
    be written to until the next call has come back.
    """

    def __init__(self, width: int, height: int) -> None:
        self._planes: Planes = np.zeros((height * 3 // 2, width), np.uint8)
        self._before: Frame | None = None

    def convert(self, picture: Frame) -> Planes:
        """The planes of one RGBX frame; valid until the next call."""
        area = self._changed(picture)
        self._before = picture
        if area is not None:
            self._convert_area(picture, *area)
        return self._planes

    def _changed(self, picture: Frame) -> tuple[int, int, int, int] | None:
        """Top, bottom, left and right of what changed, on even pixels; ``None`` when nothing did."""
        height, width = picture.shape[:2]
        if self._before is None:
            return 0, height, 0, width
        differs = picture.view(np.uint32)[..., 0] != self._before.view(np.uint32)[..., 0]
        rows = np.flatnonzero(differs.any(axis=1))
        if not rows.size:
            return None
        columns = np.flatnonzero(differs[rows[0] : rows[-1] + 1].any(axis=0))
        return (*_widened(rows[0], rows[-1], height), *_widened(columns[0], columns[-1], width))

    def _convert_area(self, picture: Frame, top: int, bottom: int, left: int, right: int) -> None:
        height, width = picture.shape[:2]
        y, x = max(0, top - MARGIN), max(0, left - MARGIN)
        piece = np.ascontiguousarray(picture[y : min(height, bottom + MARGIN), x : min(width, right + MARGIN)])
        converted = to_yuv(piece)
        for plane, target, half in zip(converted.planes, self._targets(height, width), (1, 2, 2), strict=True):
            rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
            found = rows[(top - y) // half : (bottom - y) // half, (left - x) // half : (right - x) // half]
            target[top // half : bottom // half, left // half : right // half] = found

    def _targets(self, height: int, width: int) -> tuple[Planes, Planes, Planes]:
        chroma = self._planes[height:].reshape(2, height // 2, width // 2)
        return self._planes[:height], chroma[0], chroma[1]


def _widened(first: int, last: int, size: int) -> tuple[int, int]:
    """From before the first to behind the last changed pixel, with all whose chroma they reach."""
    start = max(0, int(first) - MARGIN) // 2 * 2
    end = min(size, (int(last) + 1 + MARGIN + 1) // 2 * 2)
    return start, end
