"""Lines and dots: the pen as said, graphite like graphite, no more dots than were said."""

import pytest

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.samples.draw import SAMPLES
from generation.backends.schematic.scenes.base import Place, Scale, Stage
from generation.backends.schematic.scenes.draw.detail import DrawDetail
from generation.backends.schematic.scenes.draw.medium import GRAPHITE, WAX, ground_of, medium_of, tool_of
from generation.backends.schematic.scenes.draw.plan import DotsPlan, DrawPlan, draws_dots
from generation.backends.schematic.scenes.draw.scene import Draw
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(124, 200, 640, 330), "甲")


def made(sentence: str, action: str, *pairs: tuple[StepField, str], numbers: list[Number] | None = None) -> Step:
    return step_from(sentence, [(F.ACTION, action), *pairs], numbers)


@pytest.mark.parametrize(
    ("step", "drawn"),
    [
        (made("拿铅笔在布上轻轻画", "画", (F.TOOL, "铅笔"), (F.PLACE, "布上")), True),
        (made("薄紙上用鉛筆把蝴蝶畫出來", "畫", (F.TOOL, "鉛筆"), (F.MATERIAL, "蝴蝶")), True),
        (made("骰子每个面拿自动铅笔画上点", "画", (F.TOOL, "自动铅笔"), (F.MATERIAL, "点"), (F.PLACE, "每个面")), True),
        (made("拿毛笔在瓷瓶上画花", "画", (F.TOOL, "毛笔"), (F.PLACE, "瓷瓶上")), False),
        (made("点火", "点"), False),
        (made("画一画", "画"), False),
        (made("拿锤子画线", "画", (F.TOOL, "锤子"), (F.MATERIAL, "线")), False),
    ],
)
def test_drawing_needs_a_pen_or_a_medium_and_a_flat_ground(step: Step, drawn: bool) -> None:
    assert (Draw.objection(Reading(step)) == "") is drawn


def test_a_path_nobody_said_is_assumed() -> None:
    reading = Reading(made("拿铅笔在布上轻轻画", "画", (F.TOOL, "铅笔"), (F.PLACE, "布上")))
    assert not DrawPlan(reading, PLACE).guide.named
    assert "所画的线" in reading.assumed


def test_a_butterfly_in_traditional_script_is_a_butterfly() -> None:
    reading = Reading(made("薄紙上用鉛筆把蝴蝶畫出來", "畫", (F.TOOL, "鉛筆"), (F.MATERIAL, "蝴蝶")))
    assert DrawPlan(reading, PLACE).guide.named
    assert "所画的线" not in reading.assumed


def test_a_pencil_leaves_graphite_and_wax_stays_wax() -> None:
    assert medium_of(Reading(SAMPLES["pencil"].step)) is GRAPHITE
    assert medium_of(Reading(SAMPLES["draw"].step)) is WAX


def test_an_unknown_pen_is_no_brush() -> None:
    for tool, sure in (("签字笔", False), ("毛笔", True), ("铅笔", True)):
        reading = Reading(made(f"拿{tool}描轮廓", "描", (F.TOOL, tool)))
        tool_of(reading)
        assert ("工具的样子" not in reading.assumed) is sure


def test_the_ground_is_as_said() -> None:
    assert ground_of(Reading(SAMPLES["pencil"].step)).grain is stuffs.CLOTH.grain
    reading = Reading(made("拿毛笔勾墨线", "勾", (F.TOOL, "毛笔")))
    assert ground_of(reading) is stuffs.UNSAID
    assert "底子" in reading.assumed


def dots(value: str, said: str = "若干个") -> Step:
    return made(
        f"拿铅笔在骰子上画{said}点", "画", (F.TOOL, "铅笔"), (F.MATERIAL, "点"),
        numbers=[(Measure.COUNT, said, value, "个")],
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 2, 4, 6, 12])
def test_as_many_dots_as_were_said(count: int) -> None:
    plan = DotsPlan(Reading(dots(str(count))), PLACE)
    x, y = plan.corner
    assert len(set(plan.dots)) == count
    assert all(x < dot[0] < x + plan.side and y < dot[1] < y + plan.side for dot in plan.dots)


def test_a_number_of_faces_is_no_number_of_dots() -> None:
    step = made(
        "骰子六个面都拿铅笔画上点", "画", (F.TOOL, "铅笔"), (F.MATERIAL, "点"),
        numbers=[(Measure.COUNT, "六个", "6", "个")],
    )  # fmt: skip
    reading = Reading(step)
    assert draws_dots(reading)
    DotsPlan(reading, PLACE)
    assert "点的数目" in reading.assumed


def test_too_many_dots_are_fewer_and_said_so() -> None:
    reading = Reading(dots("40"))
    assert len(DotsPlan(reading, PLACE).dots) == 12
    assert "画出的次数" in reading.assumed


@pytest.mark.parametrize("side", ["左手", "右手"])
def test_the_tip_stands_at_the_said_angle(side: str) -> None:
    step = made(
        f"{side}拿毛笔勾线，斜五十五度", "勾", (F.HAND, side), (F.TOOL, "毛笔"),
        numbers=[(Measure.ANGLE, "五十五度", "55", "度")],
    )  # fmt: skip
    detail = DrawDetail(Reading(step), PLACE)
    assert (detail.angle.low, detail.angle.high) == (55, 55)
    assert detail.angle.mirrored is (side == "左手")
    assert detail.panel.scale is Scale.ANGLE
