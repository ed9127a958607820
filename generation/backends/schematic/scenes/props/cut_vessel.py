"""Vessels cut open: basin, tub, trough, vat, dish, pond and pot, with what stands in them and its surface."""

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

import skia

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.drawing.lines import Point, curve, ink, polygon, rectangle
from generation.backends.schematic.drawing.palette import GREY, INK, INK2, fill, line
from generation.backends.schematic.scenes.base import Stage
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Grain, Stuff, lay
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading


class Shape(StrEnum):
    """The profiles a vessel can have."""

    BASIN = "basin"
    TUB = "tub"
    TROUGH = "trough"
    DISH = "dish"
    VAT = "vat"
    POND = "pond"
    POT = "pot"


WARE: Final = Stuff("#E4D9C2", "#8A7B62", Grain.PLAIN)  # a vessel was said, but not of what it is made
IRON: Final = Stuff("#8D857A", "#3E372F", Grain.HATCH)
EARTH: Final = Stuff("#CDBB98", "#7C6640", Grain.SPECKLE)
KINDS: Final[tuple[tuple[tuple[str, ...], Shape, Stuff], ...]] = (
    (("塘", "池", "溪", "河", "湖", "沟", "坑"), Shape.POND, EARTH),
    (("缸", "坛", "瓮"), Shape.VAT, stuffs.CLAY),
    (("木槽",), Shape.TROUGH, stuffs.WOOD),
    (("石槽",), Shape.TROUGH, stuffs.STONE),
    (("槽",), Shape.TROUGH, WARE),
    (("桶", "木盆", "缸桶"), Shape.TUB, stuffs.WOOD),
    (("砚",), Shape.DISH, stuffs.STONE),
    (("砂锅", "陶锅", "瓦罐", "罐"), Shape.POT, stuffs.CLAY),
    (("铜锅",), Shape.POT, stuffs.COPPER),
    (("锅", "釜", "鼎", "镬"), Shape.POT, IRON),
    (("碟", "盘"), Shape.DISH, WARE),
    (("盆", "钵", "碗"), Shape.BASIN, WARE),
)
# Half of each profile, outside, from the rim down to the middle of the foot: x of half the width, y of the height.
PROFILES: Final[dict[Shape, tuple[Point, ...]]] = {
    Shape.BASIN: ((1, 0), (0.93, 0.4), (0.8, 0.74), (0.56, 0.95), (0.3, 1), (0, 1)),
    Shape.TUB: ((1, 0), (0.97, 0.34), (0.94, 0.68), (0.91, 0.97), (0.88, 1), (0, 1)),
    Shape.TROUGH: ((1, 0), (0.985, 0.34), (0.97, 0.68), (0.956, 0.985), (0.95, 1), (0, 1)),
    Shape.DISH: ((1, 0), (0.99, 0.3), (0.95, 0.7), (0.88, 0.96), (0.6, 1), (0, 1)),
    Shape.VAT: ((0.93, 0), (0.99, 0.18), (1, 0.38), (0.94, 0.62), (0.82, 0.84), (0.66, 1), (0.3, 1), (0, 1)),
    Shape.POND: ((1, 0), (0.95, 0.3), (0.86, 0.7), (0.7, 0.94), (0.4, 1), (0, 1)),
    Shape.POT: ((1, 0), (0.99, 0.36), (0.9, 0.7), (0.66, 0.93), (0.34, 1), (0, 1)),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a vessel is: its name as said (else empty), its shape and its stuff."""

    name: str
    shape: Shape
    stuff: Stuff


def vessel_in(reading: Reading, unsaid: Shape, *shapes: Shape) -> Kind:
    """The said vessel of one of the shapes (all, when none are given); else one of shape ``unsaid``, assumed."""
    terms = (*reading.step.place, *reading.step.tool, *reading.step.material)
    texts = [term.text for term in terms] + [phrase.text for phrase in reading.step.path]
    for text in texts:
        for words, shape, stuff in KINDS:
            word = next((word for word in words if word in fold(text)), "")
            if word and (not shapes or shape in shapes):
                return Kind(text, shape, stuff)
    for words, shape, stuff in KINDS:
        word = next((word for word in words if reading.says(f"{word}里", f"{word}中", f"{word}内", f"下{word}")), "")
        if word and (not shapes or shape in shapes):
            return Kind(word, shape, stuff)
    return reading.assume("容器", Kind("", unsaid, UNSAID))


def liquid_term(reading: Reading) -> str:
    """The liquid as said, in material or place (also 釉水里, 纸浆槽里, 往釉水里); empty when none was."""
    texts = [term.text for term in (*reading.step.material, *reading.step.place)]
    for text in texts + [phrase.text.lstrip("往在到从向朝") for phrase in reading.step.path]:
        name = text.rstrip("里中内上下去")
        for tried in (name, name.rstrip("缸桶槽盆池碗锅")):
            kind = kind_of(tried)
            if kind and kind[0] is Form.LIQUID:
                return tried
    return ""


def liquid_in(reading: Reading, *, unsaid: str = "水") -> Stuff:
    """The said liquid; otherwise plain water where the words hold 水, else something grey, assumed."""
    name = liquid_term(reading)
    kind = kind_of(name)
    if name and kind:
        return _dyed(name, kind[1])
    return stuffs.WATER if reading.says("水") else reading.assume(unsaid, Stuff("#DDE0DA", GREY, Grain.PLAIN))


def _dyed(name: str, stuff: Stuff) -> Stuff:
    """Indigo is blue and ink is black whoever names it; other dyes keep the colour of their kind."""
    if any(word in fold(name) for word in ("靛", "蓝")):
        return Stuff("#6D8CA0", "#1F4B63", Grain.WATER)
    if "墨" in fold(name):
        return Stuff("#4A4540", "#2A231D", Grain.PLAIN)
    return Stuff(stuff.body, stuff.dark, Grain.WATER) if stuff is stuffs.PORCELAIN else stuff


class Vessel:
    """A vessel cut open. ``x`` is its middle, ``rim`` the height of its rim; lengths in pixels."""

    def __init__(self, kind: Kind, x: float, rim: float, size: Point, wall: float = 15.0) -> None:
        self.kind = kind
        self.x = x
        self.rim = rim
        self.width, self.height = size
        self.wall = wall
        self.cavity = self._profile(self.width / 2 - wall, self.height - wall)
        self.body = skia.Op(self._profile(self.width / 2, self.height), self.cavity, skia.PathOp.kDifference_PathOp)
        self._edge = ink(self._wall_line(self.width / 2 - wall, self.height - wall), 2.2, taper=0.8, seed=4)

    @property
    def bottom(self) -> float:
        """The foot (y)."""
        return self.rim + self.height

    @property
    def floor(self) -> float:
        """The ground inside (y)."""
        return self.bottom - self.wall

    def half_width(self, y: float) -> float:
        """Half the width inside at a height."""
        profile = PROFILES[self.kind.shape]
        share = max(0.0, min(1.0, (y - self.rim) / (self.height - self.wall)))
        for (x0, y0), (x1, y1) in pairwise(profile):
            if y0 <= share <= y1 and y1 > y0:
                return (x0 + (x1 - x0) * (share - y0) / (y1 - y0)) * (self.width / 2 - self.wall)
        return profile[0][0] * (self.width / 2 - self.wall)

    def _wall_line(self, half: float, height: float) -> skia.Path:
        right = [(self.x + x * half, self.rim + y * height) for x, y in PROFILES[self.kind.shape]]
        left = [(2 * self.x - x, y) for x, y in reversed(right[:-1])]
        return curve([*right, *left])

    def _profile(self, half: float, height: float) -> skia.Path:
        outline = self._wall_line(half, height)
        outline.close()
        return outline

    def draw(self, canvas: skia.Canvas) -> None:
        """The cut walls; a pond is a pit in the ground."""
        if self.kind.shape is Shape.POND:
            self._draw_banks(canvas)
            return
        lay(canvas, self.body, self.kind.stuff)
        if self.kind.stuff is not UNSAID:
            canvas.drawPath(self._edge, fill(INK))
        if self.kind.shape is Shape.TUB and self.kind.stuff is not UNSAID:
            self._draw_hoops(canvas)
        if self.kind.shape is Shape.TROUGH:
            self._draw_boards(canvas)

    def _draw_hoops(self, canvas: skia.Canvas) -> None:
        for share in (0.24, 0.74):
            y = self.rim + share * self.height
            outer = self.half_width(y) + self.wall
            for side in (-1, 1):
                canvas.drawLine(
                    self.x + side * (outer + 2), y, self.x + side * (outer - self.wall - 1), y, line(INK, 6)
                )

    def _draw_boards(self, canvas: skia.Canvas) -> None:
        """What a trough has and no tub: a flat sill along its rim, a bottom that stands out, and bearers below."""
        half, wall = self.width / 2, self.wall
        sole = rectangle(self.x - half * 0.95 - 20, self.bottom - wall, half * 1.9 + 40, wall - 5)
        lay(canvas, sole, self.kind.stuff)
        for side in (-1, 1):
            edge = self.x + side * (half - wall / 2)
            lay(canvas, rectangle(edge - wall / 2 - 10, self.rim - 7, wall + 20, 12, 2), self.kind.stuff)
            lay(canvas, rectangle(self.x + side * half * 0.62 - 26, self.bottom - 7, 52, 7), self.kind.stuff)

    def _draw_banks(self, canvas: skia.Canvas) -> None:
        reach = self.width * 2
        ground = polygon([
            (self.x - reach, self.rim), (self.x + reach, self.rim),
            (self.x + reach, self.bottom + 200), (self.x - reach, self.bottom + 200),
        ])  # fmt: skip
        lay(canvas, skia.Op(ground, self.cavity, skia.PathOp.kDifference_PathOp), self.kind.stuff, outline=0)
        canvas.drawPath(self._edge, fill(INK))
        for side in (-1, 1):
            start = self.x + side * (self.width / 2 - self.wall)
            canvas.drawLine(start, self.rim, self.x + side * reach, self.rim, line(INK, 3))
            for step in range(int((reach - self.width / 2) / 26)):
                x = start + side * (10 + step * 26)
                canvas.drawLine(x, self.rim, x + 4, self.rim - 9, line(INK2, 1.6))
                canvas.drawLine(x + 5, self.rim, x + 7, self.rim - 6, line(INK2, 1.4))


class Bath:
    """What stands in a vessel up to ``level`` (y), with a surface that moves."""

    def __init__(self, vessel: Vessel, level: float, stuff: Stuff) -> None:
        self.vessel = vessel
        self.level = level
        self.stuff = stuff

    def still(self, canvas: skia.Canvas) -> None:
        """The body of the liquid."""
        vessel = self.vessel
        canvas.save()
        canvas.clipPath(vessel.cavity)
        half = vessel.width / 2
        body = skia.Path()
        body.addRect(skia.Rect.MakeLTRB(vessel.x - half, self.level, vessel.x + half, vessel.bottom))
        lay(canvas, body, self.stuff, outline=0)
        canvas.restore()

    def stand(self, canvas: skia.Canvas, stage: Stage) -> None:
        """The vessel with its liquid on a ground as wide as the stage."""
        foot = self.vessel.bottom
        canvas.drawLine(stage.x + 16, foot, stage.right - 16, foot, line(INK2, 2))
        self.still(canvas)
        self.vessel.draw(canvas)

    def cover(self, canvas: skia.Canvas, box: skia.Rect, share: float) -> None:
        """A veil of the liquid over whatever stands below its surface within a box."""
        if box.bottom() > self.level:
            veil = skia.Rect.MakeLTRB(box.left(), max(self.level, box.top()), box.right(), box.bottom())
            canvas.drawRect(veil, fill(self.stuff.body, share))

    def surface(self, canvas: skia.Canvas, seconds: float, swell: float = 2.0) -> None:
        """The line of the surface; ``swell`` is the height of its waves in pixels."""
        vessel = self.vessel
        half = vessel.half_width(self.level) - 1
        count = max(6, int(half / 14))
        wave = skia.Path()
        for index in range(count + 1):
            x = vessel.x - half + 2 * half * index / count
            edge = math.sin(math.pi * index / count)
            y = self.level + swell * edge * math.sin(index * 1.1 + seconds * 3.2)
            if index:
                wave.quadTo(x - half / count, y + swell * edge * 0.7, x, y)
            else:
                wave.moveTo(x, y)
        canvas.drawPath(wave, line(self.stuff.dark, 2.4))


def rings(canvas: skia.Canvas, at: Point, age: float, code: str, reach: float = 70.0) -> None:
    """Two flat rings that run out from where something meets the surface; ``age`` 0 to 1."""
    if not 0 < age < 1:
        return
    for part in (1.0, 0.62):
        half = reach * part * (0.35 + 0.65 * age)
        oval = skia.Rect.MakeLTRB(at[0] - half, at[1] - half * 0.13, at[0] + half, at[1] + half * 0.13)
        canvas.drawOval(oval, line(code, 1.8, 1 - age))


def drops(canvas: skia.Canvas, starts: list[Point], floor: float, share: float, code: str) -> None:
    """Drops that fall from each start to the floor, one after another."""
    path = skia.Path()
    for index, (x, y) in enumerate(starts):
        phase = (share + index * 0.37) % 1
        fall = y + (floor - y) * phase * phase
        if floor - y > 4:
            size = 2.6 + index % 2
            path.moveTo(x, fall - size * 2.4)
            path.cubicTo(x + size, fall - size, x + size, fall + size, x, fall + size)
            path.cubicTo(x - size, fall + size, x - size, fall - size, x, fall - size * 2.4)
    canvas.drawPath(path, fill(code))
