"""The hole in a section: how it fills, piece by piece, from its bottom."""

import skia

from generation.backends.schematic.drawing.lines import Point, circle, curve, ink, polygon
from generation.backends.schematic.drawing.notation import Look, dimension
from generation.backends.schematic.drawing.palette import CARD, INK, fill
from generation.backends.schematic.drawing.text import FACT, Pen, clipped, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    ease,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.pierce.stuff import beat_at, draw_push, lump, stuffing_in
from generation.backends.schematic.scenes.props.sprite import hand_sprite
from generation.backends.schematic.things.hands import Grip, Pose
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.words.amounts import length_in_mm
from generation.backends.schematic.words.reading import Reading


class StuffSection(Figure):
    """The same body cut open: the hole fills from its bottom."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.stuffing = stuffing_in(reading)
        said = self.stuffing.depth
        self.holder = reading.holder()
        self.panel = Panel(place, "剖面", Pace.ASSUMED, Scale.TRUE if said else Scale.NONE)
        if not said:
            reading.assume("孔的深浅", None)
        self.axis = stage.x + stage.width / 2
        self.top = stage.y + stage.height * 0.42
        self.deep = stage.bottom - 46 - self.top
        unit = length_in_mm(said.unit) if said else None
        self.pixels_per_mm = self.deep / (said.middle * unit) if said and unit else None
        self.half = min(104.0, stage.width * 0.2)
        self.hole = self._hole()
        self.radius, self.spots = self._pack()
        self.hand = hand_sprite(self.holder, Pose(grip=Grip.PINCH, turn=-66, size=0.5))
        self.bean = circle(0, 0, self.radius)

    def _hole(self) -> skia.Path:
        """A pocket, a little wider below than at its mouth."""
        x, top, half, deep = self.axis, self.top, self.half, self.deep
        path = skia.Path()
        path.moveTo(x - half * 0.9, top)
        path.cubicTo(x - half, top + deep * 0.3, x - half, top + deep * 0.3, x - half, top + deep * 0.6)
        path.cubicTo(x - half, top + deep, x - half * 0.8, top + deep, x, top + deep)
        path.cubicTo(x + half * 0.8, top + deep, x + half, top + deep, x + half, top + deep * 0.6)
        path.cubicTo(x + half, top + deep * 0.3, x + half, top + deep * 0.3, x + half * 0.9, top)
        path.close()
        return path

    def _pack(self) -> tuple[float, list[Point]]:
        """The largest pieces of which all find room, and where each comes to rest: rows from the bottom."""
        radius = self.half * 0.42
        while True:
            spots = self._rows(radius)
            if spots[-1][1] - radius >= self.top + 4:
                return radius, spots
            radius *= 0.96

    def _rows(self, r: float) -> list[Point]:
        spots: list[Point] = []
        row = 0
        while len(spots) < self.stuffing.pieces:
            level = self.top + self.deep - r * (1.06 + 1.8 * row)
            most = int(self.half * (0.74 if row == 0 else 0.94) / r)
            count = max(1, most - row % 2)
            spots += [(self.axis + r * (2 * step - count + 1), level) for step in range(count)]
            row += 1
        return spots[: self.stuffing.pieces]

    def still(self, pen: Pen) -> None:
        """The body cut open."""
        stage, canvas = self.panel.stage, pen.canvas
        left, right = self.axis - min(stage.width * 0.44, 240), self.axis + min(stage.width * 0.44, 240)
        body = polygon([(left, self.top), (right, self.top), (right, stage.bottom - 20), (left, stage.bottom - 20)])
        body.addPath(self.hole)
        body.setFillType(skia.PathFillType.kEvenOdd)
        lay(canvas, body, self.stuffing.body.stuff)
        if self.stuffing.body.said:
            canvas.drawPath(ink(self.hole, 3.0, seed=7), fill(INK))

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The pieces in their places, the newest under the finger."""
        canvas = pen.canvas
        index, way = beat_at(moment, self.stuffing.pieces)
        with mirrored(canvas, self.axis, when=self.holder.left):
            level = self._draw_loose(canvas, index, way) if self.stuffing.loose else self._draw_soft(canvas, index, way)
            self.hand.draw(canvas, (self.axis + 4, min(level, self.top + self.deep * 0.3)))
            draw_push(canvas, (self.axis - self.half - 34, self.top - 66), 48)
        self._write(pen)

    def _draw_loose(self, canvas: skia.Canvas, index: int, way: float) -> float:
        stuff = self.stuffing.thing.stuff
        start = (self.axis, self.top - self.radius * 1.2)
        level = start[1]
        for number, spot in enumerate(self.spots[: index + 1]):
            share = way if number == index else 1.0
            at = (start[0] + (spot[0] - start[0]) * ease(share) ** 2, start[1] + (spot[1] - start[1]) * share)
            canvas.save()
            canvas.translate(*at)
            lay(canvas, self.bean, stuff)
            canvas.restore()
            level = at[1]
        return level - self.radius

    def _draw_soft(self, canvas: skia.Canvas, index: int, way: float) -> float:
        """A filling without pieces: its level rises, and what comes next is squeezed through the mouth."""
        filled = (index + way) / self.stuffing.pieces
        level = self.top + self.deep * (1 - 0.94 * filled)
        canvas.save()
        canvas.clipPath(self.hole, doAntiAlias=True)
        waves = [(self.axis + self.half * step / 3, level + (5 if step % 2 else -5)) for step in range(-4, 5)]
        body = curve(waves)
        body.lineTo(self.axis + 400, self.top + self.deep + 9)
        body.lineTo(self.axis - 400, self.top + self.deep + 9)
        body.close()
        lay(canvas, body, self.stuffing.thing.stuff)
        canvas.restore()
        above = self.top - 30 + (level - self.top + 30) * way
        canvas.save()
        canvas.translate(self.axis, above)
        lay(canvas, _piece(self.stuffing.thing.stuff, self.half * 0.4), self.stuffing.thing.stuff)
        canvas.restore()
        return above - self.half * 0.3

    def _write(self, pen: Pen) -> None:
        stage, said = self.panel.stage, self.stuffing.depth
        write_hand_tag(pen, self.holder, stage)
        if said is None:
            return
        side = -1 if not self.holder.left else 1
        x = self.axis + side * (self.half + 26)
        dimension(pen.canvas, (x, self.top), (x, self.top + self.deep), Look(about=said.about or said.ranged))
        style = FACT.but(halo=CARD, anchor="r" if side < 0 else "l")
        room = self.axis - self.half - stage.x - 46
        style = style if width(said.figure, style) < room else style.but(size=22)
        pen.write(clipped(said.figure, style, room), x + side * 12, self.top + self.deep * 0.5, style)


def _piece(stuff: Stuff, radius: float) -> skia.Path:
    return circle(0, 0, radius) if stuff is UNSAID else lump(radius)
