"""A whole technique as one film: a title page, the plates of all its steps, a last page, joined by turning the leaf."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final

import numpy as np
import skia

from craftnlp.spec import Quantity, Step
from generation.backends.base import (
    CancelledError,
    CannotRenderError,
    Frame,
    IsCancelled,
    OnProgress,
    Progress,
    Rendering,
    RenderRequest,
)  # fmt: skip
from generation.backends.schematic import SIZE, Schematic
from generation.backends.schematic.choose import CARD, TEMPLATES
from generation.backends.schematic.drawing.numerals import chinese
from generation.backends.schematic.drawing.paper import printed, sheet
from generation.backends.schematic.drawing.text import Pen, TextLog, require_glyphs, tidy
from generation.backends.schematic.film import Film
from generation.backends.schematic.pages.end import End, Tally
from generation.backends.schematic.pages.frontispiece import (
    SECONDS,
    SHOWN,
    Frontispiece,
    StepFigure,
    ToolRow,
    said_tools,
)
from generation.backends.schematic.pages.title import Title
from generation.backends.schematic.pages.turn import Turn
from generation.backends.schematic.scenes.base import Moment, Scene, Stage, View
from generation.backends.schematic.words.reading import Reading

TITLE_SECONDS: Final = 3.0
END_SECONDS: Final = 5.0
TURN_SECONDS: Final = 10 / 24
TITLE_NAME: Final = "片头"
END_NAME: Final = "片尾"
FEW_TOOLS: Final = 3  # so many make a row of tools

Draw = Callable[[int, skia.Canvas], None]  # one frame of a page, counted from its own first


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page in the time of the film: frames from ``start`` on, without the turn to the next page."""

    name: str
    start: int
    frames: int
    quote: str = ""


class Book:
    """All steps of a technique, planned. ``bearer`` is the name of who told it, empty when it is not to be shown.

    Raises :class:`CannotRenderError`, with every step that cannot be drawn in its message, before anything is drawn.
    """

    def __init__(self, backend: Schematic, requests: Sequence[RenderRequest], *, bearer: str = "") -> None:
        if not requests:
            raise CannotRenderError("no_steps", "没有可以画的工序。请先确认至少一步。")
        if len({request.fps for request in requests}) > 1:
            raise CannotRenderError("bad_fps", "各步的每秒帧数不一样，接不成一部片。请改成一样。")
        for text in (requests[0].craft, requests[0].technique, bearer):
            require_glyphs(tidy(text))
        self.backend = backend
        self.bearer = bearer
        self.requests = _planned(backend, requests)
        self.names = (requests[0].craft, requests[0].technique)

    @property
    def whole(self) -> RenderRequest:
        """The request that describes the film: size, rate, seed and names of its steps, and the length of all together."""
        return replace(self.requests[0], title="", quote="", frames=self.frames)

    @property
    def frames(self) -> int:
        """Frames of the whole film."""
        last = self.leaves()[-1]
        return last.start + last.frames

    @property
    def turn_frames(self) -> int:
        """Frames of one turn of a leaf."""
        return max(1, round(TURN_SECONDS * self.requests[0].fps))

    def leaves(self) -> list[Leaf]:
        """All pages in order, with the frame at which each lies open."""
        fps = self.requests[0].fps
        steps = [(step_name(request), request.frames, request.quote) for request in self.requests]
        pages = [(TITLE_NAME, round(TITLE_SECONDS * fps), ""), *steps, (END_NAME, round(END_SECONDS * fps), "")]
        found: list[Leaf] = []
        start = 0
        for name, frames, quote in pages:
            found.append(Leaf(name, start, frames, quote))
            start += frames + self.turn_frames
        return found

    def canonical(self) -> dict[str, object]:
        """All that decides the film, as plain JSON values."""
        return {"steps": [request.canonical() for request in self.requests], "bearer": self.bearer}

    def render(self, *, on_progress: OnProgress, is_cancelled: IsCancelled) -> Rendering:
        """Start drawing; the page of a step is set when its turn comes. The phase of the progress names the page."""
        facts: dict[str, object] = {"poster_frame": self.leaves()[0].frames - 1}
        return Rendering(frames=self._frames(facts, on_progress, is_cancelled), facts=lambda: facts)

    def _frames(self, facts: dict[str, object], on_progress: OnProgress, is_cancelled: IsCancelled) -> Iterator[Frame]:
        pixels: Frame = np.zeros((self.whole.height, self.whole.width, 4), np.uint8)
        canvas = skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()
        total = self.frames
        for done, name in enumerate(self._drawn(canvas, pixels, facts), 1):
            on_progress(Progress(phase=name, fraction=done / total))
            yield pixels
            if is_cancelled():
                raise CancelledError

    def _drawn(self, canvas: skia.Canvas, pixels: Frame, facts: dict[str, object]) -> Iterator[str]:
        """Draw one frame after the other; what is given back is the page it belongs to."""
        old, name = None, TITLE_NAME
        for leaf, draw in zip(self.leaves(), self._pages(facts), strict=True):
            if old:
                draw(0, canvas)
                turn = Turn(old, _picture(pixels), self._sheet())
                for number in range(1, self.turn_frames + 1):
                    turn.draw(canvas, number / (self.turn_frames + 1))
                    yield name
            name = leaf.name
            for index in range(leaf.frames):
                draw(index, canvas)
                yield name
            old = _picture(pixels)

    def _pages(self, facts: dict[str, object]) -> Iterator[Draw]:
        """What draws each page, in order; ``facts`` grow with every one."""
        tally, shown = Tally(), list[dict[str, object]]()
        facts["steps"] = shown
        yield self._title()
        for request in self.requests:
            film = _film(request, grain=self.backend.paper_grain)
            tally += tally_of(film)
            shown.append({"number": request.step_number, "title": request.title, **film.facts()})
            yield film.draw
        facts |= asdict(tally)
        yield self._end(tally)

    def _title(self) -> Draw:
        title = Title(self.names, self.bearer, len(self.requests), frontispiece(self.requests))
        page = self._printed(title.still)
        last = max(1, self.leaves()[0].frames - 1)

        def draw(index: int, canvas: skia.Canvas) -> None:
            canvas.drawImage(page, 0, 0)
            title.moving(Pen(canvas, TextLog()), Moment(index / last, 1.0))

        return draw

    def _end(self, tally: Tally) -> Draw:
        page = self._printed(End(self.names, self.bearer, [request.title for request in self.requests], tally).still)
        return lambda _, canvas: canvas.drawImage(page, 0, 0)

    def _sheet(self) -> skia.Image:
        return sheet(self.whole.width, self.whole.height, self.backend.paper_grain)

    def _printed(self, still: Callable[[Pen], None]) -> skia.Image:
        size = (self.whole.width, self.whole.height)
        return printed(size, self.backend.paper_grain, lambda canvas: still(Pen(canvas, TextLog())))


def step_name(request: RenderRequest) -> str:
    """A step as messages and chapters call it: 第三步 起针."""
    return f"第{chinese(request.step_number)}步 {tidy(request.title)}".rstrip()


def frontispiece(requests: Sequence[RenderRequest]) -> Frontispiece | None:
    """Three tools or more, else a figure of the step of which most was said, else what tools there are."""
    tools = said_tools([request.step for request in requests])
    drawn = [request for request in requests if set(request.settings) == {"template"} and _template(request) != CARD]
    if len(tools) >= FEW_TOOLS or not drawn:
        return ToolRow(tools) if tools else None
    richest = max(drawn, key=lambda request: _richness(request.step))
    return StepFigure(step_name(richest), lambda stage: _lone_figure(richest, stage))


def _richness(step: Step) -> tuple[int, int]:
    """How many numbers were said, then how many values of any kind."""
    said = [value for _, value in step.values() if not value.inferred]
    return sum(isinstance(value, Quantity) for value in said), len(said)


def _lone_figure(request: RenderRequest, stage: Stage) -> Scene:
    """The view of a step that shows most of what was said, where the views are figures of their own; else all of them."""
    kind = TEMPLATES[_template(request)]
    scenes = [kind(Reading(request.step), stage, view) for view in View]
    alone = [scene for scene in scenes if len(scene.figures) == 1]
    return max(alone, key=_written) if alone else scenes[0]


def _written(scene: Scene) -> int:
    """How many words and numbers a picture holds."""
    recorder = skia.PictureRecorder()
    pen = Pen(recorder.beginRecording(*SIZE), TextLog())
    for figure in scene.figures:
        figure.still(pen)
        figure.moving(pen, Moment(SHOWN * SECONDS, SECONDS))
    return len(pen.log.texts())


def _template(request: RenderRequest) -> str:
    return str(request.settings["template"])


def tally_of(film: Film) -> Tally:
    """What one film shows; a page of words counts as such and nothing else."""
    if film.choice.template == CARD:
        return Tally(cards=1)
    facts = [fact for row in film.header.fact_rows() for fact in row]
    carried = sum(fact.carried for fact in facts)
    return Tally(said=len(facts) - carried, carried=carried, assumed=len(film.header.assumed))


def _planned(backend: Schematic, requests: Sequence[RenderRequest]) -> tuple[RenderRequest, ...]:
    planned, troubles = list[RenderRequest](), list[CannotRenderError]()
    for request in requests:
        try:
            planned.append(backend.plan(request))
        except CannotRenderError as error:
            troubles.append(CannotRenderError(error.reason, f"{step_name(request)}：{error}"))
    if troubles:
        raise CannotRenderError(troubles[0].reason, "\n".join(map(str, troubles)))
    return tuple(planned)


def _film(request: RenderRequest, *, grain: bool) -> Film:
    try:
        return Film(request, grain=grain)
    except CannotRenderError as error:
        raise CannotRenderError(error.reason, f"{step_name(request)}：{error}") from error


def _picture(pixels: Frame) -> skia.Image:
    return skia.Image.fromarray(pixels.copy(), skia.ColorType.kRGBA_8888_ColorType)
