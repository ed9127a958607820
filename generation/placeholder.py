"""Stand-in footage for samples: a video that says in the picture that it is none, with burnt-in timecode.

Real footage of the invented sample masters cannot exist. This film lets synchronised playback be real all the same:
its clock runs with the transcript, and nobody can mistake it for a recording.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import skia

from craftnlp.cues import Cue
from generation.fonts import FILM_FONTS

WIDTH, HEIGHT, FPS = 640, 360, 12
PAPER, INK, GREY, BLUE = 0xFF2E2823, 0xFFF2E8D5, 0xFFB7A98F, 0xFF8FC7E0
NOTICE = "占位影像 · 不是真实拍摄"
NOTICE_EN = "PLACEHOLDER · NOT REAL FOOTAGE"
MAX_LINE = 24  # characters of a spoken line that fit the picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """What the stand-in says: two headings and the timed lines."""

    title: str
    subtitle: str
    cues: Sequence[Cue]

    @property
    def seconds(self) -> float:
        """One second longer than the last line."""
        return max((cue.end or 0.0 for cue in self.cues), default=0.0) + 1.0


def film_placeholder(placeholder: Placeholder, out: Path) -> None:
    """Write the stand-in footage as H.264 MP4 (640×360, 12 fps). The same input gives the same bytes."""
    with av.open(str(out), "w", format="mp4", options={"movflags": "+faststart", "fflags": "+bitexact"}) as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "superfast", "tune": "animation", "crf": "30", "g": str(2 * FPS), "bf": "0"}
        stream.codec_context.thread_count = 1
        for number, picture in enumerate(_pictures(placeholder)):
            frame = av.VideoFrame.from_ndarray(picture, format="rgba")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def timecode(frame: int) -> str:
    """Hours, minutes, seconds and frame of the second: ``00:01:02:03``."""
    seconds, rest = divmod(frame, FPS)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}:{rest:02}"


def _pictures(placeholder: Placeholder) -> Iterator[npt.NDArray[np.uint8]]:
    pixels = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    canvas = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType).getCanvas()
    for frame in range(math.ceil(placeholder.seconds * FPS)):
        _draw(canvas, placeholder, frame)
        yield pixels


def _draw(canvas: skia.Canvas, placeholder: Placeholder, frame: int) -> None:
    canvas.clear(PAPER)
    _write(canvas, NOTICE, 52, 30, INK)
    _write(canvas, NOTICE_EN, 78, 15, GREY)
    _write(canvas, placeholder.title, 126, 22, INK)
    _write(canvas, placeholder.subtitle, 152, 16, GREY)
    _draw_clock(canvas, frame)
    _write(canvas, timecode(frame), 284, 26, BLUE)
    _write(canvas, _line_at(placeholder.cues, frame / FPS), 330, 20, INK)


def _draw_clock(canvas: skia.Canvas, frame: int) -> None:
    x, y, radius = WIDTH / 2, 210.0, 40.0
    angle = 2 * math.pi * (frame % (FPS * 4)) / (FPS * 4)
    ring = skia.Paint(AntiAlias=True, Color=GREY, Style=skia.Paint.kStroke_Style, StrokeWidth=2)
    hand = skia.Paint(AntiAlias=True, Color=BLUE, Style=skia.Paint.kStroke_Style, StrokeWidth=4)
    canvas.drawCircle(x, y, radius, ring)
    canvas.drawLine(x, y, x + 34 * math.sin(angle), y - 34 * math.cos(angle), hand)


def _line_at(cues: Sequence[Cue], seconds: float) -> str:
    for cue in cues:
        if (cue.start or 0.0) <= seconds < (cue.end or 0.0):
            return cue.text if len(cue.text) <= MAX_LINE else cue.text[: MAX_LINE - 1] + "…"
    return ""


@cache
def _font(size: float) -> skia.Font:
    return skia.Font(skia.Typeface.MakeFromFile(str(FILM_FONTS["semibold"])), size)


def _write(canvas: skia.Canvas, text: str, baseline: float, size: float, colour: int) -> None:
    font = _font(size)
    x = (WIDTH - font.measureText(text)) / 2
    canvas.drawString(text, x, baseline, font, skia.Paint(AntiAlias=True, Color=colour))
