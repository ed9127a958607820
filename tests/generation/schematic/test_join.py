"""Parts that come together and what is laid into a groove: glue, numbers and lengths only as said."""

import pytest

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.samples.join import SAMPLES
from generation.backends.schematic.scenes.base import Moment, Place, Scale, Scene, Stage
from generation.backends.schematic.scenes.inlay.plan import InlayPlan
from generation.backends.schematic.scenes.inlay.scene import Inlay
from generation.backends.schematic.scenes.inlay.section import InlaySection
from generation.backends.schematic.scenes.join.build import Courses
from generation.backends.schematic.scenes.join.edge import EdgePlan, Seam
from generation.backends.schematic.scenes.join.face import FacePlan
from generation.backends.schematic.scenes.join.parts import Nails, ToolParts
from generation.backends.schematic.scenes.join.scene import Join
from generation.backends.schematic.scenes.join.tenon import TenonSection
from generation.backends.schematic.scenes.join.words import Way, glue_of, way_of
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(124, 200, 640, 330), "甲")
END = Moment(6, 6)


def made(sentence: str, action: str, *pairs: tuple[StepField, str], numbers: list[Number] | None = None) -> Reading:
    return Reading(step_from(sentence, [(F.ACTION, action), *pairs], numbers))


def boards(count: str = "", glue: str = "") -> Reading:
    numbers: list[Number] = [(Measure.COUNT, "若干块", count, "块")] if count else []
    return made(f"若干块木板{glue}拼起来", "拼", (F.MATERIAL, "木板"), numbers=numbers)


@pytest.mark.parametrize("count", [2, 3, 6])
def test_as_many_parts_as_were_said_come_together(count: int) -> None:
    plan = EdgePlan(boards(str(count)), PLACE)
    assert plan.places(END) == pytest.approx([0.0] * count)
    assert len(plan.places(Moment(0.2, 6))) == 2


def test_a_number_of_parts_that_is_unsaid_or_too_large_is_assumed() -> None:
    for reading, noun in ((boards(), "几块"), (boards("20"), "画出的块数")):
        assert EdgePlan(reading, PLACE).count == 2
        assert noun in reading.assumed


@pytest.mark.parametrize(
    ("words", "glued"), [("", False), ("抹上鱼鳔胶", True), ("不用胶", False), ("用漆灰", True), ("没有上胶", False)]
)
def test_glue_is_drawn_only_when_it_was_said(words: str, glued: bool) -> None:
    reading = boards(glue=words)
    assert (glue_of(reading) is not None) is glued
    assert (Seam(reading, PLACE).gap(END) > 0) is glued


def tenon(side: str = "右手", *numbers: Number) -> TenonSection:
    pairs = [(F.HAND, side), (F.MATERIAL, "榫头")]
    return TenonSection(made(f"{side}把榫头接进去，长若干，厚若干", "接", *pairs, numbers=list(numbers)), PLACE)


@pytest.mark.parametrize("side", ["左手", "右手"])
def test_a_tenon_has_its_said_lengths_at_one_scale(side: str) -> None:
    figure = tenon(side, (Measure.LENGTH, "长若干", "4", "厘米"), (Measure.THICKNESS, "厚若干", "12", "毫米"))
    assert figure.ruler is not None
    assert figure.deep / figure.ruler.pixels == pytest.approx(40)
    assert figure.high / figure.ruler.pixels == pytest.approx(12)
    assert figure.panel.scale is Scale.TRUE
    assert figure._across(10) - figure.axis == (-10 if side == "左手" else 10)


def test_a_tenon_without_lengths_is_not_to_scale() -> None:
    assert tenon().panel.scale is Scale.NONE


@pytest.mark.parametrize("count", [1, 5, 12])
def test_a_wall_has_as_many_courses_as_were_said(count: int) -> None:
    reading = made(
        "砖砌若干层", "砌", (F.MATERIAL, "砖"), numbers=[(Measure.LAYERS, "若干层", str(count), "层")]
    )  # fmt: skip
    wall = Courses(reading, PLACE)
    assert wall.count == count
    assert wall.ground - wall.high * count > PLACE.stage.y


def test_as_many_nails_as_were_said() -> None:
    nails = Nails(Reading(SAMPLES["nails"].step), PLACE)
    assert len(nails.spots) == 3


def test_the_halves_of_a_tool_meet() -> None:
    figure = ToolParts(Reading(SAMPLES["hand_drill"].step), PLACE)
    assert figure.tool.name == "drill"
    assert figure.apart(Moment(0, 6)) > 40
    assert figure.apart(END) == 0


def test_one_sheet_is_pasted_unless_more_were_said() -> None:
    reading = made("把纸贴上去", "贴", (F.MATERIAL, "纸"))
    assert len(FacePlan(reading, PLACE).spots) == 1
    assert {"用什么粘", "另一件的样子", "执手"} <= set(reading.assumed)


def groove(*numbers: Number) -> InlaySection:
    reading = made(
        "把银丝嵌进木板，宽若干，深若干", "嵌", (F.MATERIAL, "银丝"), (F.PLACE, "木板"), numbers=list(numbers)
    )  # fmt: skip
    return InlaySection(reading, PLACE)


def test_a_groove_has_its_said_width_and_depth() -> None:
    section = groove((Measure.WIDTH, "宽若干", "2", "毫米"), (Measure.DEPTH, "深若干", "0.3", "厘米"))
    assert section.deep / section.wide == pytest.approx(1.5)
    assert section.ruler is not None
    assert section.wide / section.ruler.pixels == pytest.approx(2)
    assert groove().panel.scale is Scale.NONE


def test_one_said_length_keeps_its_scale_and_the_other_is_assumed() -> None:
    reading = made(
        "把银丝嵌进木板，深若干", "嵌", (F.MATERIAL, "银丝"), numbers=[(Measure.DEPTH, "深若干", "3", "毫米")]
    )  # fmt: skip
    section = InlaySection(reading, PLACE)
    assert section.ruler is not None
    assert section.deep / section.ruler.pixels == pytest.approx(3)
    assert "槽宽" in reading.assumed
    assert "槽深" not in reading.assumed


def test_powder_is_powder_and_what_nobody_said_is_grey() -> None:
    gold = InlayPlan(Reading(SAMPLES["gold"].step), PLACE)
    assert gold.stuff is stuffs.GOLD
    assert gold.block.stuff is stuffs.UNSAID
    assert gold.holder.left
    assert InlayPlan(made("往槽里嵌", "嵌", (F.PLACE, "槽里")), PLACE).stuff is stuffs.UNSAID


@pytest.mark.parametrize(
    ("reading", "way"),
    [
        (made("先把手捻钻组装好", "组装好", (F.MATERIAL, "手捻钻")), Way.TOOL),
        (made("塘边拿木板合缝砌牢", "砌", (F.MATERIAL, "木板")), Way.EDGE),
        (made("模子顶上搭建棚子", "搭建", (F.MATERIAL, "棚子")), Way.FRAME),
        (made("砖一层层砌好", "砌好", (F.MATERIAL, "砖")), Way.COURSES),
        (made("榫头对卯眼接上", "接上", (F.MATERIAL, "榫头")), Way.TENON),
        (made("皮子拿帽钉固定", "固定", (F.TOOL, "帽钉"), (F.MATERIAL, "皮子")), Way.NAIL),
        (made("拿浆糊把布粘上", "粘上", (F.MATERIAL, "布")), Way.FACE),
        (made("木块固定好", "固定", (F.MATERIAL, "木块")), None),
    ],
)
def test_the_words_say_how_parts_come_together(reading: Reading, way: Way | None) -> None:
    assert way_of(reading) is way
    assert (Join.objection(reading) == "") is (way is not None)


@pytest.mark.parametrize(
    ("scene", "reading"),
    [
        (Join, made("水和泥混合", "混合", (F.MATERIAL, "泥"))),
        (Join, made("坯子装窑", "装窑", (F.MATERIAL, "坯子"))),
        (Join, made("丝线断了接上", "接上", (F.MATERIAL, "丝线"))),
        (Join, made("接着往下做", "接着")),
        (Inlay, made("镶上宝石", "镶", (F.MATERIAL, "宝石"))),
        (Inlay, made("再嵌一遍", "嵌")),
    ],
)
def test_other_senses_are_refused(scene: type[Scene], reading: Reading) -> None:
    assert scene.objection(reading)
