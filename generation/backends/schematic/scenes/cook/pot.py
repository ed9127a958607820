"""The pot on its fire, cut open."""

import math
from dataclasses import replace
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point, rectangle
from generation.backends.schematic.drawing.palette import CARD, GREY, INK, INK2, fill, line
from generation.backends.schematic.drawing.text import NOTE, Pen, width
from generation.backends.schematic.scenes.base import (
    Figure,
    Moment,
    Pace,
    Panel,
    Place,
    Scale,
    mirrored,
    write_hand_tag,
)
from generation.backends.schematic.scenes.cook.words import Way, cooked_in, fills, way_of
from generation.backends.schematic.scenes.props.cut_vessel import Bath, Shape, Vessel, liquid_in, liquid_term, vessel_in
from generation.backends.schematic.scenes.props.dials import passed
from generation.backends.schematic.scenes.props.dipper import Dipper
from generation.backends.schematic.scenes.props.flames import (
    Flames,
    Plume,
    bubbles,
    draw_hearth,
    draw_logs,
    fuel_in,
    height_of_fire,
)
from generation.backends.schematic.scenes.props.load import Load, rolled
from generation.backends.schematic.scenes.props.load_forms import add_leaf, draw_pieces
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.things.tools import STYLUS, tool_in
from generation.backends.schematic.things.workpieces import Form
from generation.backends.schematic.words.reading import Reading

RIMS: Final = {Way.STEAM: 0.5, Way.FRY: 0.36}  # where the rim lies, of the stage's height from above
TIERS: Final = 2
IN_TIER: Final = 5
GRAINS: Final = 22
LEAVES: Final = 34
STIRS: Final = 3.0  # turns of the spatula in a film, assumed
LEAN: Final = -41.0


class CookPot(Figure):
    """Fire, pot and content; a spatula in its hand where something is fried."""

    def __init__(self, reading: Reading, place: Place) -> None:
        stage = place.stage
        self.way = way_of(reading)
        pace = Pace.ASSUMED if self.way is Way.FRY else Pace.FASTER
        self.panel = Panel(place, f"剖视·{reading.step.action.text[:6]}", pace, Scale.NONE)
        self.axis = stage.x + stage.width / 2
        self.ground = stage.bottom - 24
        tall = stage.height * 0.2  # the room of the fire
        rim = stage.y + stage.height * RIMS.get(self.way, 0.26)
        high = self.ground - tall - rim
        wide = min(stage.width * 0.66, stage.height * (1.75 if self.way is Way.FRY else 1.5))
        self.vessel = Vessel(vessel_in(reading, Shape.POT, Shape.POT, Shape.VAT), self.axis, rim, (wide, high), 12)
        self.fire = Flames(
            self.axis - wide * 0.36, self.axis + wide * 0.36, self.ground - 8, tall * 1.2 * height_of_fire(reading)
        )
        self.fuel = fuel_in(reading)
        self.work = cooked_in(reading)
        self.bath = self._bath(reading)
        self.load = self._load()
        self.plume = Plume(self.axis - wide * 0.3, self.axis + wide * 0.3, rim - 8, stage.height * 0.18)
        self.steamer_said = reading.says("笼", "甑", "蒸锅", "屉")
        if self.way is Way.STEAM and not self.steamer_said:
            reading.assume("蒸具的样子", None)
        self.holder = reading.holder() if self.way is Way.FRY else None
        self.tool = (tool_in(reading, does="stir") or reading.assume("工具", STYLUS)) if self.holder else STYLUS
        size = min(0.72, stage.height / 430)
        self.spatula = Dipper(self.holder, self.tool, LEAN, size) if self.holder else None
        self.name = liquid_term(reading)

    def _bath(self, reading: Reading) -> Bath | None:
        """What fills the pot: the paste, else the liquid; nothing where something is fried dry or not yet melted."""
        depth = self.vessel.floor - self.vessel.rim
        if fills(self.work) and self.work and self.way is Way.BOIL:
            return Bath(self.vessel, self.vessel.rim + depth * 0.24, self.work.stuff)
        if self.way is Way.FRY:
            return None
        if self.way is Way.MELT:
            return Bath(
                self.vessel, self.vessel.rim + depth * 0.5, self.work.stuff if self.work else liquid_in(reading)
            )
        return Bath(self.vessel, self.vessel.rim + depth * (0.55 if self.way is Way.STEAM else 0.2), liquid_in(reading))

    def _load(self) -> Load | None:
        if self.work is None or self.way in (Way.FRY, Way.STEAM) or (fills(self.work) and self.way is Way.BOIL):
            return None
        wide, tall = self.vessel.width, self.vessel.height
        return Load(self.work, (wide * (0.6 if self.work.form is Form.RODS else 0.44), tall * 0.46))

    def still(self, pen: Pen) -> None:
        """Hearth, logs, pot and what stands still in it."""
        canvas, wide = pen.canvas, self.vessel.width
        draw_hearth(canvas, (self.axis, self.vessel.bottom - 14), (wide * 0.96, self.ground - self.vessel.bottom + 14))
        draw_logs(canvas, (self.axis, self.ground - 8), wide * 0.6, self.fuel)
        if self.bath and self.way is not Way.MELT:
            self.bath.still(canvas)
        self.vessel.draw(canvas)
        for side in (-1, 1):
            x = self.axis + side * (wide / 2 + 7)
            ear = rectangle(x - 9, self.vessel.rim + 4, 18, 26, 8)
            lay(canvas, ear, self.vessel.kind.stuff)
        if self.way is Way.STEAM:
            self._draw_steamer(canvas)
        self._write_liquid(pen)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """Fire, content, steam."""
        canvas, seconds = pen.canvas, moment.seconds
        self.fire.draw(canvas, seconds)
        if self.way is Way.FRY:
            self._draw_frying(canvas, moment)
        elif self.way is Way.MELT:
            self._draw_melting(canvas, moment)
        else:
            self._draw_boiling(canvas, moment)
        if self.way is Way.STEAM:
            top = self.panel.stage.y + 12
            plume = Plume(self.plume.left, self.plume.right, self._lid - 10, max(20.0, self._lid - 10 - top))
            plume.draw(canvas, seconds, 0.35 + 0.65 * passed(moment))
        else:
            self.plume.draw(canvas, seconds, 0.3 + 0.7 * passed(moment))
        if self.holder:
            stage = self.panel.stage  # the hand is in the upper corner: its name stands below it
            write_hand_tag(pen, self.holder, replace(stage, y=stage.y + stage.height * 0.42))

    @property
    def _lid(self) -> float:
        """The top (y) of the steamer."""
        return self.vessel.rim - self.panel.stage.height * 0.37

    def _draw_boiling(self, canvas: skia.Canvas, moment: Moment) -> None:
        if not self.bath:
            return
        half = self.vessel.half_width(self.vessel.floor - 30) - 14
        if self.load:
            low = self.vessel.floor - 14 - self.load.height / 2
            at = (self.axis + 2.5 * math.sin(moment.seconds * 3), low - 5 - 5 * math.sin(moment.seconds * 2.3))
            self.load.draw(canvas, at, wet=0.2 + 0.7 * passed(moment))
            box = self.load.bounds.makeOffset(*at)
            self.bath.cover(canvas, box, 0.34)
        box = skia.Rect.MakeLTRB(self.axis - half, self.bath.level + 5, self.axis + half, self.vessel.floor - 8)
        bubbles(canvas, box, moment.seconds, 16, self.bath.stuff.dark)
        self.bath.surface(canvas, moment.seconds * 1.6, 4.5)

    def _draw_melting(self, canvas: skia.Canvas, moment: Moment) -> None:
        bath, vessel, gone = self.bath, self.vessel, passed(moment)
        if not bath:
            return
        level = vessel.floor - 4 - (vessel.floor - 4 - bath.level) * gone
        pool = Bath(vessel, level, bath.stuff)
        pool.still(canvas)
        if self.load and gone < 0.98:
            share = 1 - gone
            canvas.save()
            canvas.translate(self.axis, vessel.floor - 4 - self.load.height / 2 * math.sqrt(share))
            canvas.scale(share**0.3, math.sqrt(share))
            self.load.draw(canvas, (0, 0))
            canvas.restore()
        pool.surface(canvas, moment.seconds, 1.6)

    def _draw_frying(self, canvas: skia.Canvas, moment: Moment) -> None:
        turn = math.tau * STIRS * moment.share
        sway = math.sin(turn)
        pieces = skia.Path()
        half = self.vessel.half_width(self.vessel.floor - 26) * 0.8
        leaves = rolled(self.work)
        for index in range(LEAVES if leaves else GRAINS):
            across = ((index * 0.618) % 1) * 2 - 1
            near = max(0.0, 1 - abs(across - sway) * 2.2)
            x = self.axis + across * half + 8 * near * math.cos(turn)
            layer = index % 3
            y = self.vessel.floor - 9 - layer * 11 - near * (26 + 30 * ((index * 7) % 5) / 5) - 24 * across * across
            if leaves:
                add_leaf(pieces, (x, y), index * 2.4 + near * turn, 11)
            else:
                pieces.addCircle(x, y, 7.5)
        stuff = self.work.stuff if self.work else UNSAID
        draw_pieces(canvas, pieces, stuff, rolled=leaves)
        if self.spatula:
            with mirrored(canvas, self.axis, when=self.spatula.holder.left):
                self.spatula.draw(canvas, (self.axis + sway * half * 0.7, self.vessel.floor - 14 - 14 * sway * sway))

    def _draw_steamer(self, canvas: skia.Canvas) -> None:
        """Two tiers cut open, standing on the rim of the pot, and a lid."""
        stuff = stuffs.BAMBOO if self.steamer_said else UNSAID
        wide, tall = self.vessel.width + 8, (self.vessel.rim - self._lid) / TIERS
        left = self.axis - wide / 2
        piece = Load(self.work, (wide * 0.14, tall * 0.56)) if self.work else None
        for tier in range(TIERS):
            floor = self.vessel.rim - tier * tall
            canvas.drawRect(skia.Rect.MakeLTRB(left, floor - tall, left + wide, floor), fill(CARD))
            for index in range(IN_TIER if piece else 0):
                at = (left + wide * (index + 0.5) / IN_TIER, floor - 9 - tall * 0.28)
                if piece:
                    piece.draw(canvas, at)
            self._draw_tier(canvas, (left, floor), (wide, tall), stuff)
        lid = skia.Path()
        lid.moveTo(left, self._lid)
        lid.quadTo(self.axis, self._lid - 30, left + wide, self._lid)
        lid.close()
        lay(canvas, lid, stuff)
        canvas.drawPath(rectangle(self.axis - 14, self._lid - 25, 28, 10, 4), fill(INK2))

    def _draw_tier(self, canvas: skia.Canvas, corner: Point, size: Point, stuff: Stuff) -> None:
        """The walls of a tier and its grid, cut through."""
        (left, floor), (wide, tall) = corner, size
        for x in (left, left + wide - 13):
            lay(canvas, rectangle(x, floor - tall + 1, 13, tall - 1, 2), stuff, outline=2)
            for y in (floor - tall * 0.78, floor - tall * 0.3):
                canvas.drawLine(x, y, x + 13, y, line(INK2 if self.steamer_said else GREY, 3))
        slats = skia.Path()
        for step in range(int((wide - 34) / 20)):
            slats.addRect(skia.Rect.MakeXYWH(left + 19 + step * 20, floor - 10, 13, 8))
        lay(canvas, slats, stuff, outline=1.4)

    def _write_liquid(self, pen: Pen) -> None:
        if not (self.bath and self.name and self.way is Way.BOIL):
            return
        style = NOTE.but(size=22, colour=INK if self.bath.stuff.dark != GREY else GREY, halo=self.bath.stuff.body)
        half = self.vessel.half_width(self.bath.level + 34) - (self.load.width / 2 if self.load else 0)
        if width(self.name, style) < half - 24:
            left = self.axis - self.vessel.half_width(self.bath.level + 34) + 12
            pen.write(self.name, left, self.bath.level + 36, style)
