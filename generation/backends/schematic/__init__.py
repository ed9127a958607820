"""The embedded backend: draws what the specification says, on the CPU, and cannot draw anything else.

Every figure in a film is a quantity of its step; what a picture needs and nobody said is grey and listed on the page.
A step that no template can draw truly becomes a page with the master's words.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from typing import ClassVar, Final

import numpy as np
import skia

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
)  # fmt: skip
from generation.backends.schematic.choose import CARD, TEMPLATE_NAMES, TEMPLATES, choose
from generation.backends.schematic.drawing.numerals import LARGEST
from generation.backends.schematic.drawing.outline import outline_from
from generation.backends.schematic.drawing.svg import OutlineError
from generation.backends.schematic.drawing.text import require_glyphs, tidy
from generation.backends.schematic.film import Film
from generation.backends.schematic.words.reading import Reading
from generation.fonts import font_sha256

VERSION: Final = "4"  # raise it with every change that changes a picture
SIZE: Final = (1280, 720)
MOST_FPS: Final = 60
MOST_SECONDS: Final = 120
LONGEST_TIME: Final = 360000  # seconds: a recording of a hundred hours


class Schematic:
    """Schematic animation of a step."""

    name: ClassVar[str] = "schematic"
    kind: ClassVar[Kind] = Kind.SCHEMATIC
    sends_data_out: ClassVar[bool] = False
    needs_accelerator: ClassVar[bool] = False

    def __init__(self, *, paper_grain: bool = True) -> None:
        self.paper_grain = paper_grain

    def plan(self, request: RenderRequest) -> RenderRequest:
        """The same request with its template chosen.

        Among the settings, ``mirrored`` swaps left and right, and ``outline`` is SVG path data of the line to follow.
        """
        _check_picture(request)
        _check_place(request)
        for text in _strings(request):
            require_glyphs(tidy(text))
        return replace(request, settings=_settings(request))

    def fingerprint(self) -> Mapping[str, Scalar]:
        """Everything besides the request that decides the pixels."""
        return {
            "renderer": VERSION,
            "skia_python": version("skia-python"),
            "numpy": version("numpy"),
            "font_sha256": font_sha256(),
            "paper_grain": self.paper_grain,
        }

    def render(self, request: RenderRequest, *, on_progress: OnProgress, is_cancelled: IsCancelled) -> Rendering:
        """Set the page now; draw the frames as they are taken."""
        film = Film(self.plan(request), grain=self.paper_grain)
        return Rendering(frames=_frames(film, on_progress, is_cancelled), facts=film.facts)


def _frames(film: Film, on_progress: OnProgress, is_cancelled: IsCancelled) -> Iterator[Frame]:
    request = film.request
    pixels: Frame = np.zeros((request.height, request.width, 4), np.uint8)
    canvas = skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()
    for index in range(request.frames):
        if is_cancelled():
            raise CancelledError
        film.draw(index, canvas)
        on_progress(Progress(phase="drawing", fraction=(index + 1) / request.frames))
        yield pixels


def _check_picture(request: RenderRequest) -> None:
    if (request.width, request.height) != SIZE:
        raise CannotRenderError("bad_size", f"示意动画只画 {SIZE[0]}×{SIZE[1]}。请把宽高改成这个尺寸。")
    if not 1 <= request.fps <= MOST_FPS:
        raise CannotRenderError("bad_fps", f"每秒帧数要在 1 到 {MOST_FPS} 之间。一般用 24。")
    if not 1 <= request.frames <= request.fps * MOST_SECONDS:
        raise CannotRenderError("bad_frames", f"帧数至少 1，总长不超过 {MOST_SECONDS} 秒。一般用 144 帧（6 秒）。")


def _check_place(request: RenderRequest) -> None:
    if not 1 <= request.step_number <= request.step_count <= LARGEST:
        raise CannotRenderError("bad_step_number", f"步数要在 1 到 {LARGEST} 之间，且不大于总步数。请核对工序编号。")
    seconds = request.quote_seconds
    if seconds is not None and not (math.isfinite(seconds) and 0 <= seconds < LONGEST_TIME):
        raise CannotRenderError("bad_quote_time", "原话的时间不对。请改成从录音开头算起的秒数，没有时间就留空。")


def _settings(request: RenderRequest) -> dict[str, Scalar]:
    unknown = set(request.settings) - {"template", "mirrored", "outline"}
    if unknown:
        raise CannotRenderError("bad_settings", f"示意动画没有这些设置：{'、'.join(sorted(unknown))}。请删去。")
    mirrored = request.settings.get("mirrored", False)
    if not isinstance(mirrored, bool):
        raise CannotRenderError("bad_settings", "镜像只能是“是”或“否”。")
    template = _template(request)
    return {"template": template} | ({"mirrored": True} if mirrored else {}) | _outline(request, template)


def _outline(request: RenderRequest, template: str) -> dict[str, Scalar]:
    data = request.settings.get("outline")
    if data is None:
        return {}
    if not isinstance(data, str):
        raise CannotRenderError("bad_outline", "线形要写成 SVG 的路径，例如 M0 0L10 5。请改正，或留空。")
    try:
        outline_from(data)
    except OutlineError as error:
        raise CannotRenderError("bad_outline", str(error)) from error
    if template == CARD or not TEMPLATES[template].follows_line(Reading(request.step)):
        raise CannotRenderError("outline_does_not_fit", "这一步的图不沿着线走，用不上附图的线形。请去掉附图。")
    return {"outline": data}


def _template(request: RenderRequest) -> str:
    wanted, chosen = request.settings.get("template"), choose(request.step).template
    if wanted is None or wanted == chosen:
        return chosen
    if wanted not in TEMPLATE_NAMES:
        raise CannotRenderError("bad_template", f"没有“{wanted}”这个图式。可用：{'、'.join(TEMPLATE_NAMES)}。")
    if wanted != CARD:
        raise CannotRenderError(
            "template_does_not_fit", f"这一步的原话撑不起“{wanted}”。请留空，由程序选，或用 {CARD}。"
        )
    return CARD


def _strings(request: RenderRequest) -> Iterator[str]:
    """Every string that may be drawn."""
    step = request.step
    yield from (request.craft, request.technique, request.title, request.quote, step.clause.text, step.sentence)
    yield from Reading(step).unsaid()
    for _, value in step.values():
        yield from (getattr(value, name, "") for name in ("said", "text", "value", "unit"))
