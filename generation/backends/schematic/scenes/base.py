"""What a template is: a picture on a stage, one part of it still and one that moves."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Final

import skia

from craftnlp.spec import Measure
from generation.backends.base import Scalar
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.palette import BLUE, CARD, INK, INK2, fill, line
from generation.backends.schematic.drawing.text import CAPTION, FACT, NOTE, Face, Pen, clipped, width
from generation.backends.schematic.things.hands import Pose, draw_hand
from generation.backends.schematic.words.reading import Holder, Reading

CAPTION_HEIGHT: Final = 42.0
NUMBERS: Final = ("甲", "乙", "丙")


@dataclass(frozen=True, slots=True)
class Stage:
    """The part of the plate that belongs to the picture."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def columns(self, *shares: float, gap: float = 16) -> list["Stage"]:
        """The stage divided side by side, leaving room for captions below."""
        free = self.width - gap * (len(shares) - 1)
        parts, x = [], self.x
        for share in shares:
            wide = free * share / sum(shares)
            parts.append(Stage(x, self.y, wide, self.height - CAPTION_HEIGHT))
            x += wide + gap
        return parts


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in the film: seconds since its start, and its whole length."""

    seconds: float
    length: float

    @property
    def share(self) -> float:
        """How much of the film has passed, 0 to 1."""
        return min(1.0, self.seconds / self.length)


def ease(share: float) -> float:
    """A soft start and a soft end."""
    share = max(0.0, min(1.0, share))
    return share * share * (3 - 2 * share)


def span(value: float, start: float, end: float) -> float:
    """How far a value has come between two others, 0 to 1."""
    return max(0.0, min(1.0, (value - start) / (end - start)))


class Pace(StrEnum):
    """How the time of a figure stands to the time of the work."""

    TRUE = "实速"
    FASTER = "加速"
    ASSUMED = "拟速"


class Scale(StrEnum):
    """Whether lengths or angles of a figure may be measured."""

    TRUE = "按比例"
    ANGLE = "角度如实"
    NONE = "不按比例"


class View(StrEnum):
    """From where a figure is seen. The values are those of a request's ``view``."""

    OVERVIEW = "overview"
    SIDE = "side"
    CLOSE_UP = "close_up"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure of the plate stands, and its number there (甲, 乙, 丙)."""

    stage: Stage
    number: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One framed figure that says what it is, how fast and how true. Nothing drawn inside can leave it."""

    place: Place
    title: str
    pace: Pace
    scale: Scale

    @property
    def stage(self) -> Stage:
        """The room inside the frame."""
        return self.place.stage

    @property
    def note(self) -> str:
        """What a viewer must know before believing times and lengths."""
        return f"{self.pace}·{self.scale}"

    def draw_frame(self, pen: Pen) -> None:
        """The frame, its ground and the caption below."""
        stage = self.stage
        ground = rectangle(stage.x, stage.y, stage.width, stage.height)
        pen.canvas.drawPath(ground, fill(CARD, 0.5))
        pen.canvas.drawPath(ground, line(INK2, 1.5))
        self._write_caption(pen)

    def _write_caption(self, pen: Pen) -> None:
        x, base = self.stage.x, self.stage.bottom + 33
        mark = CAPTION.but(face=Face.SEMIBOLD, size=22)
        label = f"图{self.place.number}"
        wide = width(label, mark) + 16
        pen.canvas.drawPath(rectangle(x + 1, base - 24, wide, 32), line(INK, 1.2))
        pen.write(label, x + 9, base, mark)
        room = self.stage.width - wide - 22 - width(self.note, NOTE)
        end = pen.write(clipped(self.title, CAPTION, room), x + wide + 10, base, CAPTION)
        pen.write(self.note, end + 12, base, NOTE)

    @contextmanager
    def inside(self, pen: Pen) -> Iterator[Stage]:
        """Draw clipped to the panel."""
        stage = self.stage
        pen.canvas.save()
        edges = (stage.x + 1.5, stage.y + 1.5, stage.right - 1.5, stage.bottom - 1.5)
        pen.canvas.clipRect(skia.Rect.MakeLTRB(*map(round, edges)))  # whole pixels: a soft edge slows every stroke
        try:
            yield stage
        finally:
            pen.canvas.restore()


@contextmanager
def mirrored(canvas: skia.Canvas, axis: float, *, when: bool) -> Iterator[None]:
    """Draw as in a mirror that stands upright at x = axis; for shapes, never for letters."""
    canvas.save()
    if when:
        canvas.translate(2 * axis, 0)
        canvas.scale(-1, 1)
    try:
        yield
    finally:
        canvas.restore()


def write_hand_tag(pen: Pen, holder: Holder, stage: Stage) -> None:
    """The name of the hand on a slip of paper in its own upper corner, for figures with a busy ground."""
    if not holder.said:
        return
    half = width(holder.name, FACT) / 2 + 10
    x = stage.x + 22 + half if holder.left else stage.right - 22 - half
    slip = rectangle(x - half, stage.y + 20, 2 * half, 38, 3)
    pen.canvas.drawPath(slip, fill(CARD))
    pen.canvas.drawPath(slip, line(BLUE, 1.4))
    pen.write(holder.name, x, stage.y + 49, FACT.but(anchor="m"))


def draw_holder(canvas: skia.Canvas, holder: Holder, pose: Pose) -> None:
    """The hand as said; an outline when it was not."""
    draw_hand(canvas, replace(pose, assumed=not holder.said))


class Figure(ABC):
    """One figure of a picture: a panel, a part that is still and a part that moves."""

    panel: Panel

    @abstractmethod
    def still(self, pen: Pen) -> None:
        """Draw what does not move."""

    @abstractmethod
    def moving(self, pen: Pen, moment: Moment) -> None:
        """Draw what moves, as it is at this moment."""


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a composition: its view, its share of the plate's width, and how it is made."""

    view: View
    share: float
    make: Callable[[Place], Figure]


class Family(StrEnum):
    """The families of motion, with their names on the plate; the table is in docs/schematic.md."""

    INSERT = "插入抽出"
    PULL = "拉伸"
    PRESS = "按压捶打"
    ROLL = "擀揉捻"
    CUT = "切刻刮"
    RUB = "打磨"
    DRAW = "描画涂刷"
    WRAP = "缠编结"
    FOLD = "折叠弯曲"
    TURN = "旋转"
    CHANGE = "浸烧晾"
    JOIN = "粘接镶嵌"
    PLACE = "放取"
    POUR = "倾倒调和"
    CHECK = "量看"


class Scene(ABC):
    """A template at work on one step. Made anew for each film; what it assumes is noted in the reading.

    ``verbs`` are the words, simplified, for which it may be tried; its own :meth:`objection` decides. ``widest`` is the
    largest angle it can show, in degrees; between a tool and a face there is no more than a right one.
    """

    template: ClassVar[str]
    family: ClassVar[Family]
    verbs: ClassVar[tuple[str, ...]]
    measure_names: ClassVar[dict[Measure, str]] = {}
    widest: ClassVar[float] = 90.0

    def __init__(self, reading: Reading, stage: Stage, view: View | None = None) -> None:
        self.reading = reading
        parts = self.parts(reading)
        chosen = [part for part in parts if part.view is view] or list(parts)
        stages = stage.columns(*(part.share for part in chosen))
        self.figures: list[Figure] = [
            part.make(Place(room, number)) for part, room, number in zip(chosen, stages, NUMBERS, strict=False)
        ]

    @staticmethod
    @abstractmethod
    def objection(reading: Reading) -> str:
        """Why the step's own words do not carry this picture; empty when they do."""

    @staticmethod
    def follows_line(reading: Reading) -> bool:
        """Whether the picture follows a line whose shape may come from an attached outline."""
        return False

    @abstractmethod
    def parts(self, reading: Reading) -> Sequence[Part]:
        """The figures of the picture from left to right, at most three."""

    def still(self, pen: Pen) -> None:
        """Draw what does not move."""
        for figure in self.figures:
            figure.panel.draw_frame(pen)
            with figure.panel.inside(pen):
                figure.still(pen)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Draw what moves, as it is at this moment."""
        for figure in self.figures:
            with figure.panel.inside(pen):
                figure.moving(pen, moment)

    def facts(self) -> dict[str, Scalar]:
        """What else may be told about this picture, such as its scale."""
        return {}
