"""What several templates put on the stage: cut-outs that only move, vessels by their said name, loads by theirs."""

import numpy as np
import numpy.typing as npt
import pytest
import skia

from craftnlp.spec import StepField
from generation.backends.schematic.drawing.lines import polygon
from generation.backends.schematic.drawing.palette import INK, fill
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.scenes.base import Stage, mirrored
from generation.backends.schematic.scenes.props.cut_vessel import Shape, vessel_in
from generation.backends.schematic.scenes.props.lens import lens_in
from generation.backends.schematic.scenes.props.load import Load, load_in
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Reading

F = StepField
Pixels = npt.NDArray[np.uint8]


def sheet(ground: int = 0) -> tuple[Pixels, skia.Canvas]:
    pixels = np.full((120, 200, 4), ground, np.uint8)
    return pixels, skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()


def wedge(canvas: skia.Canvas) -> None:
    canvas.drawPath(polygon([(0, 0), (40, 10), (30, 34)]), fill(INK))


@pytest.mark.parametrize("left", [False, True])
def test_a_cutout_looks_like_the_drawing_it_was_cut_from(left: bool) -> None:
    drawn, canvas = sheet(255)
    with mirrored(canvas, 100, when=left):
        canvas.translate(110, 50)
        wedge(canvas)
    laid, canvas = sheet(255)
    with mirrored(canvas, 100, when=left):
        Sprite(wedge).draw(canvas, (110, 50))
    assert drawn.min() < 100
    assert np.abs(drawn.astype(int) - laid).max() <= 2


def test_an_empty_drawing_is_an_empty_cutout() -> None:
    pixels, canvas = sheet()
    Sprite(lambda _: None).draw(canvas, (50, 50))
    assert not pixels.any()


def test_nothing_that_moves_in_a_glass_leaves_it() -> None:
    pixels, canvas = sheet()
    lens = lens_in(Stage(0, 0, 200, 120))
    with lens.inside(canvas):
        canvas.drawPaint(fill(INK))
    rows, columns = np.nonzero(pixels[..., 3])
    assert np.hypot(columns + 0.5 - 100, rows + 0.5 - 60).max() <= lens.radius


@pytest.mark.parametrize(
    ("place", "shape", "stuff"),
    [
        ("木槽里", Shape.TROUGH, stuffs.WOOD),
        ("石槽里", Shape.TROUGH, stuffs.STONE),
        ("木桶里", Shape.TUB, stuffs.WOOD),
        ("砚里", Shape.DISH, stuffs.STONE),
    ],
)
def test_a_trough_is_no_tub(place: str, shape: Shape, stuff: stuffs.Stuff) -> None:
    kind = vessel_in(Reading(step_from(f"料在{place}泡着。", [(F.ACTION, "泡"), (F.PLACE, place)])), Shape.BASIN)
    assert (kind.shape, kind.stuff) == (shape, stuff)


def test_a_trough_of_which_nobody_said_the_stuff_is_not_of_wood() -> None:
    kind = vessel_in(Reading(step_from("料在槽里泡着。", [(F.ACTION, "泡"), (F.PLACE, "槽里")])), Shape.BASIN)
    assert kind.shape is Shape.TROUGH
    assert kind.stuff is not stuffs.WOOD


@pytest.mark.parametrize("wet", [0.0, 0.5, 1.0])
def test_a_thing_that_nobody_described_stays_in_sight_when_it_gets_wet(wet: float) -> None:
    pixels, canvas = sheet()
    Load(Workpiece("", Form.LUMP, UNSAID), (60, 40)).draw(canvas, (100, 60), wet=wet)
    assert pixels[60, 100, 3] == 255


def test_beans_have_the_colour_of_their_name() -> None:
    red, plain = (
        load_in(Reading(step_from(f"{name}用水泡着。", [(F.ACTION, "泡"), (F.MATERIAL, name)]))).stuff.body
        for name in ("红豆", "黄豆")
    )
    assert red != plain
