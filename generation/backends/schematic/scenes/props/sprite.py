"""Hands, tools and pieces that only move: printed once, then copied to where they come to lie."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import skia

from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.scenes.base import draw_holder
from generation.backends.schematic.scenes.props.prints import Print
from generation.backends.schematic.things.engraving import extent
from generation.backends.schematic.things.hands import Pose
from generation.backends.schematic.things.tools import Tool, draw_tool
from generation.backends.schematic.words.reading import Holder

HALVES: Final = 2  # prints to a pixel across and down: nobody sees a quarter of a pixel
FAR: Final = skia.IRect.MakeLTRB(-1200, -720, 1200, 720)  # farther than a plate is wide and high


class Sprite:
    """A drawing about the origin that is moved but not turned; printed for every half pixel at which it comes to lie.

    ``reach`` is how far it goes from the origin, in pixels; found out where it is not given.
    """

    def __init__(self, draw: Callable[[skia.Canvas], None], reach: skia.Rect | None = None) -> None:
        self._draw = draw
        self._prints: dict[tuple[bool, int, int], Print] = {}
        self._bounds = reach.roundOut() if reach else None

    def draw(self, canvas: skia.Canvas, at: Point) -> None:
        """Lay it down with its origin at a point, mirrored if the canvas is; on a turned or scaled canvas it is drawn anew."""
        matrix = canvas.getTotalMatrix()
        canvas.save()
        if abs(matrix.getScaleX()) != 1 or matrix.getScaleY() != 1 or matrix.getSkewX() or matrix.getSkewY():
            canvas.translate(*at)
            self._draw(canvas)
        else:
            spot = matrix.mapXY(*at)
            (x, right), (y, down) = (divmod(round(value * HALVES), HALVES) for value in (spot.x(), spot.y()))
            canvas.resetMatrix()
            self._print(right, down, mirrored=matrix.getScaleX() < 0).lay(canvas, x, y)
        canvas.restore()

    def _print(self, right: int, down: int, *, mirrored: bool) -> Print:
        key = (mirrored, right, down)
        if key not in self._prints:
            self._prints[key] = Print(lambda canvas: self._draw_at(canvas, key), self._box(mirrored=mirrored))
        return self._prints[key]

    def _draw_at(self, canvas: skia.Canvas, key: tuple[bool, int, int]) -> None:
        mirrored, right, down = key
        canvas.translate(right / HALVES, down / HALVES)
        canvas.scale(-1 if mirrored else 1, 1)
        self._draw(canvas)

    def _box(self, *, mirrored: bool) -> skia.IRect:
        if self._bounds is None:
            self._bounds = Print(self._draw, FAR).bounds()
        box = self._bounds.makeOutset(2, 2)
        return skia.IRect.MakeLTRB(-box.right(), box.top(), -box.left(), box.bottom()) if mirrored else box


def hand_sprite(holder: Holder, pose: Pose, grip: Point = (0.0, 0.0)) -> Sprite:
    """A hand that keeps its turn and size while it moves; where the pose stands does not count.

    It is laid down by its grip, or by the point from which the grip is ``grip`` away.
    """
    still = replace(pose, at=grip)
    across = -pose.size if pose.mirrored else pose.size
    reach = _turned(extent("hands", pose.grip), pose.turn, (across, pose.size)).makeOffset(*grip)
    return Sprite(lambda canvas: draw_holder(canvas, holder, still), reach)


def tool_sprite(tool: Tool, turn: float, size: float) -> Sprite:
    """A tool that keeps its turn while it moves, laid down by its tip."""
    reach = _turned(extent("tools", tool.name), turn, (size, size))
    return Sprite(lambda canvas: draw_tool(canvas, tool, (0.0, 0.0), turn, size), reach)


def _turned(reach: skia.Rect, turn: float, size: Point) -> skia.Rect:
    matrix = skia.Matrix.Concat(skia.Matrix().setScale(*size), skia.Matrix().setRotate(turn))
    seen = matrix.mapRect(reach)
    seen.intersect(skia.Rect.Make(FAR))
    return seen
