"""What every film of a step keeps to, whatever its template: measured on films that are played but never painted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Final

import numpy as np
import skia
from numpy.typing import NDArray

from craftnlp.spec import Measure, Quantity, Step, StepField
from generation.backends.base import LABEL_AREA, RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import CARD
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.film import Film
from generation.backends.schematic.pages.plate import STAGE_BOTTOM, draw_furniture, draw_header, draw_quote
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.scenes.base import CAPTION_HEIGHT, Figure, Moment, Scene, Stage, View
from generation.backends.schematic.words.reading import Reading

SIZE: Final = (1280, 720)
SLACK: Final = 1.5  # pixels by which the boxes of two lines may touch
BORDER: Final = Lettered("", 29, 27, 1251, 693)
LABEL: Final = Lettered("", LABEL_AREA[0], LABEL_AREA[1], LABEL_AREA[0] + LABEL_AREA[2], LABEL_AREA[1] + LABEL_AREA[3])
REHEARSED: Final = (0.0, 0.2, 0.4, 0.6, 0.72, 0.8, 1.0)
FIGURES: Final = re.compile(r"\d+(?:\.\d+)?")
# 另一只手 names a thing and counts nothing; a dial's 一圈 says what one round of it stands for.
COUNTED: Final = re.compile(
    r"(?<![另每])[零〇一二两三四五六七八九十百千万半]+[下遍次个张层道根股圈针刀块寸尺斤分秒天度目]"
)
DIAL_ROUND: Final = "一圈"
NUMBERS: Final = (StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)
PALE_PAGE: Final = np.full((1, 1, 4), 255, np.uint8)


class Played(Film):
    """A film that is set and rehearsed and may be played, but whose page is not painted."""

    def _print_page(self, *, grain: bool) -> skia.Image:
        return skia.Image.fromarray(PALE_PAGE)

    def play(self, frames: Iterable[int]) -> skia.Picture:
        """Draw these frames one after another; what they write is in the log."""
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(*SIZE)
        for frame in frames:
            self.draw(frame, canvas)
        return recorder.finishRecordingAsPicture()

    def pixels(self, frame: int) -> bytes:
        """One frame at half its size, on a page that is left empty."""
        surface = skia.Surface(SIZE[0] // 2, SIZE[1] // 2)
        canvas = surface.getCanvas()
        canvas.scale(0.5, 0.5)
        self.draw(frame, canvas)
        return bytes(surface.makeImageSnapshot().tobytes())

    def page(self) -> TextLog:
        """What the page around the picture says."""
        pen = blind_pen()
        draw_furniture(pen, self.request)
        if self.choice.template != CARD:
            draw_header(pen, self.header)
            draw_quote(pen, self.request)
        return pen.log


def film_of(request: RenderRequest, frames: int = 144) -> Played:
    """The film of a request as the backend plans it, six seconds long. Raises ``CannotRenderError``."""
    return Played(Schematic(paper_grain=False).plan(replace(request, frames=frames, fps=frames // 6)), grain=False)


def blind_pen() -> Pen:
    """A pen on paper that keeps nothing, with a log of its own."""
    return Pen(skia.MakeNullCanvas(), TextLog())


def lettering(figures: Iterable[Figure | Scene], shares: Iterable[float] = REHEARSED) -> list[Lettered]:
    """All that these write in the course of a film."""
    pen = blind_pen()
    for figure in figures:
        figure.still(pen)
        for share in shares:
            figure.moving(pen, at(share))
    return list(pen.log.entries)


def at(share: float) -> Moment:
    """A moment of a film of the usual length."""
    return Moment(6 * share, 6.0)


# Requests made from others


def unnamed(request: RenderRequest, step: Step) -> RenderRequest:
    """A request for this step in which no word besides those of its values holds a number."""
    return replace(
        request,
        step=step.model_copy(update={"sentence": "", "questions": ()}),
        title="一步",
        quote="原话",
        quote_seconds=None,
    )


def without(step: Step, *fields: StepField) -> Step:
    """The step when nobody had said these; without its numbers when none are named."""
    return step.model_copy(update={field.value: () for field in fields or NUMBERS})


def less(step: Step, field: StepField, index: int) -> Step:
    """The step without one of its values."""
    left = list(step.field(field))
    del left[index]
    return step.model_copy(update={field.value: tuple(left)})


def only_action(step: Step) -> Step:
    """The step when nothing but what is done had been said."""
    bare = without(step, *(field for field in StepField if field is not StepField.ACTION))
    return bare.model_copy(update={"clause": step.action.quote})


def handed(step: Step, side: str) -> Step:
    """The step with another hand, or none."""
    hand = step_from(f"{side}拿着", [(StepField.ACTION, "拿"), (StepField.HAND, side)]).hand if side else ()
    return step.model_copy(update={"hand": hand})


def longer(step: Step) -> Step:
    """The step with a very long unit in every number but angles, and a long action."""
    quantity = tuple(
        one if one.measure is Measure.ANGLE else one.model_copy(update={"unit": one.unit + "见方左右上下"})
        for one in step.quantity
    )
    action = step.action.model_copy(update={"text": step.action.text + "得又匀又净又亮为止"})
    return step.model_copy(update={"quantity": quantity, "action": action})


def between(step: Step) -> Step:
    """The step with every angle said as an approximate range: the widest figure an angle can have."""
    quantity = tuple(
        one.model_copy(update={"value": "25-35", "low": Decimal(25), "high": Decimal(35), "approximate": True})
        if one.measure is Measure.ANGLE
        else one
        for one in step.quantity
    )
    return step.model_copy(update={"quantity": quantity})


def wordy(step: Step) -> Step:
    """:func:`longer`, with long names of tools and materials too, as many as to press the stage down."""
    tool, material = (
        tuple(term.model_copy(update={"text": term.text + "师傅传下来的老样子"}) for term in terms)
        for terms in (step.tool, step.material)
    )
    return longer(step).model_copy(update={"tool": tool, "material": material})


def number_of(step: Step, field: StepField, index: int, **changes: object) -> Step:
    """The step with one of its numbers changed."""
    values = list(step.field(field))
    values[index] = values[index].model_copy(update=changes)
    return step.model_copy(update={field.value: tuple(values)})


# What is measured


def overlap(one: Lettered, other: Lettered) -> bool:
    """Whether two boxes lie upon each other by more than a touch."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > SLACK and down > SLACK


def _within(box: Lettered, room: Lettered) -> bool:
    across = box.left >= room.left - 1 and box.right <= room.right + 1
    return across and box.top >= room.top and box.bottom <= room.bottom


def rooms(scene: Scene) -> Iterator[Lettered]:
    """Where a scene may write: in its panels and in the captions below them."""
    for figure in scene.figures:
        stage = figure.panel.stage
        yield Lettered("", stage.x, stage.y, stage.right, stage.bottom)
        yield Lettered("", stage.x, stage.bottom, stage.right, stage.bottom + CAPTION_HEIGHT)


def crossings(boxes: Iterable[Lettered]) -> list[str]:
    """Pairs of lines that lie upon each other."""
    return [f"{one.text}/{other.text}" for one, other in combinations(boxes, 2) if overlap(one, other)]


def strays(boxes: Iterable[Lettered], scene: Scene) -> list[str]:
    """Lines of a scene that leave its panels and their captions."""
    allowed = list(rooms(scene))
    return [box.text for box in boxes if not any(_within(box, room) for room in allowed)]


def faults(film: Played) -> list[str]:
    """Lines of a whole film that touch, leave page or panel, or stand where the label will be."""
    boxes, page = list(film.log.entries), film.page().entries
    found = crossings(boxes)
    found += [f"{box.text}/label" for box in boxes if overlap(box, LABEL)]
    found += [f"{box.text}/border" for box in boxes if not _within(box, BORDER)]
    if isinstance(film.scene, Scene):
        found += [figure.panel.title for figure in film.scene.figures if figure.panel.stage.y < LABEL.bottom]
        found += strays((box for box in boxes if box not in page), film.scene)
    return found


def seen(figure: Figure, share: float, *, still: bool = False) -> NDArray[np.uint8]:
    """What shows of a figure inside its frame at a moment, at half its size, on white."""
    stage, surface = figure.panel.stage, skia.Surface(SIZE[0] // 2, SIZE[1] // 2)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    canvas.scale(0.5, 0.5)
    pen = Pen(canvas, TextLog())
    with figure.panel.inside(pen):
        if still:
            figure.still(pen)
        figure.moving(pen, at(share))
    picture: NDArray[np.uint8] = surface.makeImageSnapshot().toarray()[..., :3]
    return picture[int(stage.y / 2) : int(stage.bottom / 2), int(stage.x / 2) : int(stage.right / 2)]


def stage_of(height: float, width: float = 1116) -> Stage:
    """A stage as the page gives it, higher or lower."""
    return Stage(124, STAGE_BOTTOM - height, width, height)


def crowded(
    kind: type[Scene], step: Step, stages: Iterable[Stage], views: Iterable[View | None] = (None,)
) -> list[str]:
    """Lines that touch or leave their panel on any of these stages, seen from any of these sides."""
    views = tuple(views)
    found = []
    for stage in stages:
        for view in views:
            scene = kind(Reading(step), stage, view)
            boxes = lettering([scene])
            found += crossings(boxes) + strays(boxes, scene)
    return found


def said_figures(step: Step) -> set[str]:
    """Every run of digits in a value of the step."""
    texts = [
        text
        for _, value in step.values()
        for text in (value.said, getattr(value, "text", ""), getattr(value, "value", ""), getattr(value, "unit", ""))
    ]
    return {figure for text in texts for figure in FIGURES.findall(text)}


def own_texts(film: Played) -> list[str]:
    """What a film writes besides the furniture of its page: title, names, place in the book, quote."""
    pen = blind_pen()
    draw_furniture(pen, film.request)
    if film.choice.template != CARD:
        draw_quote(pen, film.request)
    return [box.text for box in film.log.entries if box not in pen.log.entries]


def unsaid_numbers(film: Played) -> set[str]:
    """Figures and Chinese numbers with a unit that the film writes and no value of its step holds."""
    step, texts = film.request.step, own_texts(film)
    figures = {figure for text in texts for figure in FIGURES.findall(text)} - said_figures(step)
    words = "".join([value.said + getattr(value, "text", "") for _, value in step.values()])
    counted = {number for text in texts for number in COUNTED.findall(text) if number not in words}
    return figures | (counted - {DIAL_ROUND})


def values_of(step: Step, *fields: StepField) -> list[tuple[StepField, int]]:
    """Where the values of these fields stand; of all but the action when none are named."""
    wanted = fields or tuple(field for field in StepField if field is not StepField.ACTION)
    return [(field, index) for field in wanted for index in range(len(step.field(field)))]


def figures_of(value: object) -> set[str]:
    """The runs of digits of a number."""
    return set(FIGURES.findall(value.value)) if isinstance(value, Quantity) else set()
