"""What opens, strikes or is copied: scissors cut where their edges cross, a hammer drives a chisel, a sprite is its drawing."""

import math
from itertools import pairwise

import numpy as np
import pytest
import skia

from craftnlp.spec import StepField
from generation.backends.schematic.drawing.lines import Point
from generation.backends.schematic.drawing.palette import BLUE, INK, fill
from generation.backends.schematic.drawing.route import Route
from generation.backends.schematic.drawing.shapes import butterfly, plain
from generation.backends.schematic.drawing.text import NOTE, Pen, TextLog
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.scenes.base import Moment, Place, Stage, mirrored
from generation.backends.schematic.scenes.carve.face import CarveFace
from generation.backends.schematic.scenes.cut.scissors import LEAN, ScissorsPlan, Turning
from generation.backends.schematic.scenes.dig import DigSpade
from generation.backends.schematic.scenes.props import chiselling
from generation.backends.schematic.scenes.props.imprint import Lettering
from generation.backends.schematic.scenes.props.scissors import DEEP, LAP, PIVOT, SHUT, Snips, gape
from generation.backends.schematic.scenes.props.sprite import Sprite
from generation.backends.schematic.scenes.strike.words import struck_in
from generation.backends.schematic.things.tools import TOOLS, tool_in
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(40, 60, 700, 350), "甲")


def chiselling_step(*tools: str) -> Reading:
    words = "左手拿錾子，右手拿木槌，在石料上凿花。" if "木槌" in tools else "左手拿錾子，在石料上一锤一锤凿花。"
    hands = [(F.HAND, "左手")] + ([(F.HAND, "右手")] if "木槌" in tools else [])
    named = [(F.TOOL, name) for name in ("錾子", *tools)]
    return Reading(step_from(words, [(F.ACTION, "凿"), *hands, *named, (F.MATERIAL, "石料")]))


@pytest.mark.parametrize("crossing", [DEEP, 60.0, SHUT])
def test_the_edges_cross_where_they_are_said_to(crossing: float) -> None:
    rise = crossing * math.tan(math.radians(gape(crossing)))
    assert rise == pytest.approx(LAP * (1 - crossing / PIVOT))


def test_scissors_stand_still_while_they_close_and_go_on_while_they_open() -> None:
    snips = Snips(300.0, 1.2)
    ways = [snips.at(step / 400) for step in range(401)]
    assert ways[0][0] == 0
    assert ways[-1][0] == pytest.approx(300)
    for (cut, crossing), (after, crossed) in pairwise(ways):
        assert after >= cut
        assert DEEP - 1e-6 <= crossed <= SHUT
        if after > cut:  # closing: the screw keeps its place
            assert after - cut == pytest.approx((crossed - crossing) * 1.2, abs=1e-6)
        else:
            assert crossed <= crossing
    assert min(crossing for _, crossing in ways) < 60 < max(crossing for _, crossing in ways)


@pytest.mark.parametrize("outline", [plain, butterfly])
def test_the_sheet_turns_so_that_the_cut_meets_the_scissors(outline: object) -> None:
    track = Route([outline(300, 200, 120)])  # type: ignore[operator]
    heading = math.pi + math.radians(LEAN)
    turning = Turning(track, heading)
    off = []
    for step in range(10, 91):
        _, (x, y) = track.at(track.length * step / 100)
        now = math.atan2(y, x) + math.radians(turning.at(step / 100))
        off.append(abs(math.degrees(math.remainder(now - heading, math.tau))))
    assert sorted(off)[60] < 20  # corners are rounded
    turns = [turning.at(step / 144) for step in range(145)]
    assert max(abs(b - a) for a, b in pairwise(turns)) < 20  # and nothing is jerked


@pytest.mark.parametrize("hand", ["左手", "右手"])
def test_the_point_that_is_cut_stays_on_the_turned_line(hand: str) -> None:
    words = f"{hand}拿剪刀顺着画好的线剪纸。"
    step = step_from(
        words, [(F.ACTION, "剪"), (F.HAND, hand), (F.TOOL, "剪刀"), (F.MATERIAL, "纸"), (F.PATH, "顺着画好的线")]
    )
    plan = ScissorsPlan(Reading(step), PLACE)
    shown = [plan.done(Moment(share * 6, 6.0))[0] for share in (0, 0.35, 0.72, 1)]
    assert shown == sorted(shown)
    assert shown[-1] == pytest.approx(plan.guide.track.length)
    here = plan.turned(plan.guide.track.at(shown[1])[0], plan.turning.at(shown[1] / plan.guide.track.length))
    assert math.dist(here, plan.middle) == pytest.approx(math.dist(plan.guide.track.at(shown[1])[0], plan.middle))


def test_a_struck_chisel_goes_on_only_after_the_blow() -> None:
    for beat in range(4):
        before = chiselling.driven(beat + chiselling.HIT - 0.01)
        assert before == beat
        assert chiselling.lift(beat + chiselling.HIT - 1e-6) == pytest.approx(0, abs=1e-3)
        assert chiselling.driven(beat + 0.9) == beat + 1


def test_the_hammer_is_grey_until_it_is_said_and_comes_from_the_other_side() -> None:
    alone, said = chiselling_step(), chiselling_step("木槌")
    one, other = CarveFace(alone, PLACE), CarveFace(said, PLACE)
    assert one.hammer is not None
    assert not one.hammer.said
    assert "锤子的样子" in alone.assumed
    assert not one.other.said
    assert other.hammer is not None
    assert other.hammer.tool is TOOLS["mallet"]
    assert other.other.name == "右手"
    assert not other.other.left
    assert one.other.left is not one.holder.left


def test_a_stone_pestle_is_stone_and_the_mortar_is_not_what_is_pounded() -> None:
    words = "右手拿石杵，把颜料在石臼里捣细。"
    step = step_from(
        words, [(F.ACTION, "捣"), (F.HAND, "右手"), (F.TOOL, "石杵"), (F.MATERIAL, "颜料"), (F.PLACE, "石臼")]
    )
    struck = struck_in(Reading(step))
    assert struck.striker is TOOLS["stone_pestle"]
    assert not struck.work.name


@pytest.mark.parametrize(("said", "name"), [("铁锹", "spade"), ("锄头", "hoe")])
def test_a_pit_is_dug_with_both_hands_on_the_said_tool(said: str, name: str) -> None:
    step = step_from(
        f"右手握{said}，在地里挖坑。", [(F.ACTION, "挖"), (F.HAND, "右手"), (F.TOOL, said), (F.MATERIAL, "坑")]
    )
    reading = Reading(step)
    spade = DigSpade(reading, PLACE)
    assert spade.gear.tool is TOOLS[name] is tool_in(reading, does="dig")
    assert spade.other.left is not spade.holder.left
    assert "另一只手" in reading.assumed


def wedge(canvas: skia.Canvas) -> None:
    path = skia.Path()
    path.moveTo(0, 0)
    path.lineTo(60, 10)
    path.lineTo(50, 40)
    path.close()
    canvas.drawPath(path, fill(INK))
    canvas.drawCircle(20, -20, 9, fill(BLUE, 0.4))


@pytest.mark.parametrize("flipped", [False, True])
@pytest.mark.parametrize("at", [(100.0, 90.0), (61.0, 70.0)])
def test_a_sprite_looks_like_its_drawing(at: Point, flipped: bool) -> None:
    sheets = [np.full((200, 240, 4), 255, np.uint8) for _ in range(2)]
    for pixels, copied in zip(sheets, (True, False), strict=True):
        canvas = skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()
        with mirrored(canvas, 120, when=flipped):
            if copied:
                Sprite(wedge).draw(canvas, at)
            else:
                canvas.translate(*at)
                wedge(canvas)
    assert (sheets[1] < 250).any()
    assert np.abs(sheets[0].astype(int) - sheets[1]).max() <= 8  # rounding at the edges


def test_a_stamp_is_noted_every_time_where_it_stands() -> None:
    def write(pen: Pen) -> None:
        pen.write("二毫米", 320, 200, NOTE)

    stamp = Lettering(write, PLACE.stage)
    direct = TextLog()
    write(Pen(skia.MakeNullCanvas(), direct))
    for _ in range(2):
        log, pixels = TextLog(), np.full((420, 800, 4), 255, np.uint8)
        stamp.draw(Pen(skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas(), log))
        assert log.entries == direct.entries
        rows, columns = np.nonzero(pixels[..., 0] < 128)
        assert 315 < columns.min() < columns.max() < 400
        assert 170 < rows.min() < rows.max() < 215
