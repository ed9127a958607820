"""Nothing unspoken is drawn as spoken: numbers, hands, shapes, and the choice of the picture itself."""

import math
from dataclasses import replace

import pytest

import craftnlp
from craftnlp.spec import HandSide, Measure, Question, Step, StepField
from generation.backends.base import RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import choose, scenes_for
from generation.backends.schematic.drawing.notation import Angle
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.samples.building import number_in, step_from
from generation.backends.schematic.scenes.base import Place, Stage
from generation.backends.schematic.scenes.cut.scene import CutSide
from generation.backends.schematic.scenes.stitch.beat import GOING_IN, PITCH, TRAVEL, beat_of
from generation.backends.schematic.scenes.stitch.side import StitchSide
from generation.backends.schematic.words.reading import Reading

F = StepField
PLACE = Place(Stage(124, 200, 500, 340), "甲")


def film_of(request: RenderRequest) -> Film:
    return Film(Schematic().plan(replace(request, frames=3, fps=1)), grain=False)


def with_step(request: RenderRequest, **changes: object) -> RenderRequest:
    return replace(request, step=request.step.model_copy(update=changes), title="一步", quote_seconds=None)


@pytest.mark.parametrize("name", ["stitch", "flatten", "draw", "cut"])
def test_an_unsaid_hand_is_named_as_assumed(name: str) -> None:
    assert "执手" not in film_of(SAMPLES[name]).header.assumed
    film = film_of(with_step(SAMPLES[name], hand=()))
    assert "执手" in film.header.assumed
    assert not [text for text in film.log.texts() if text in ("左手", "右手")]
    assert any("执手" in text for text in film.log.texts())


def test_unsaid_values_are_listed() -> None:
    assert {"入针角度", "线色", "走针路线", "下针节奏"} <= set(film_of(SAMPLES["bare"]).header.assumed)
    bare = with_step(SAMPLES["flatten"], quantity=())
    assert {"压薄后的厚度", "起始厚度"} <= set(film_of(bare).header.assumed)
    assert not {"目标", "毫米"} & set(film_of(bare).log.texts())


def test_two_thicknesses_leave_no_start_to_assume() -> None:
    assert "起始厚度" not in film_of(SAMPLES["hammer"]).header.assumed


@pytest.mark.parametrize(("said", "figure"), [("≈30", "≈ 30°"), ("30", "30°"), ("60-70", "60–70°")])
def test_about_and_ranges_are_written_as_said(said: str, figure: str) -> None:
    assert figure in film_of(angled(said)).log.texts()


def angled(value: str, side: str = "右手") -> RenderRequest:
    sentence = f"{side}拿针，往布上扎，斜着若干度。"
    step = step_from(
        sentence,
        [(F.ACTION, "扎"), (F.HAND, side), (F.TOOL, "针")],
        [(Measure.ANGLE, "若干度", value, "度")],
    )
    return replace(SAMPLES["bare"], step=step, quote=sentence)


@pytest.mark.parametrize("side", ["右手", "左手"])
@pytest.mark.parametrize("degrees", [5, 30, 45, 72.5, 90])
def test_the_angle_drawn_is_the_angle_said(degrees: float, side: str) -> None:
    reading = Reading(angled(str(degrees), side).step)
    figure = StitchSide(reading, PLACE, beat_of(reading))
    tip, far = figure._along(0), figure._along(100)
    assert math.degrees(math.atan2(tip[1] - far[1], far[0] - tip[0])) == pytest.approx(degrees)
    assert opening(figure.angle, figure.angle.high) == pytest.approx(degrees)


def opening(angle: Angle, degrees: float) -> float:
    """Degrees between the level leg and another, measured from their end points."""
    level, leg = angle.point(0, 100), angle.point(degrees, 100)
    first = (level[0] - angle.at[0], level[1] - angle.at[1])
    second = (leg[0] - angle.at[0], leg[1] - angle.at[1])
    dot = first[0] * second[0] + first[1] * second[1]
    return math.degrees(math.acos(max(-1.0, min(1.0, dot / 10000))))


def test_a_left_hand_comes_from_the_left() -> None:
    for side, left in (("右手", False), ("左手", True)):
        reading = Reading(angled("30", side).step)
        assert StitchSide(reading, PLACE, beat_of(reading)).angle.mirrored is left


def test_spacing_makes_the_scale_and_speed_is_true_to_it() -> None:
    beat = beat_of(Reading(SAMPLES["stitch"].step))
    assert beat.pixels_per_mm is not None
    assert beat.true_speed
    assert pytest.approx(0.5) == PITCH / beat.pixels_per_mm
    seconds = beat.cycle * GOING_IN
    assert pytest.approx(2.0) == TRAVEL / beat.pixels_per_mm / seconds


@pytest.mark.parametrize(
    ("measure", "value", "unit"),
    [
        (Measure.ANGLE, "900", "度"),
        (Measure.ANGLE, "0", "度"),
        (Measure.SPACING, "0", "毫米"),
        (Measure.SPACING, "1000000000", "毫米"),
        (Measure.SPEED, "1000000000", "毫米/秒"),
        (Measure.THICKNESS, "0", "毫米"),
        (Measure.LAYERS, "1000000000", "层"),
        (Measure.TEMPERATURE, "1000000", "度"),
    ],
)
def test_an_absurd_number_makes_a_card_that_names_it(measure: Measure, value: str, unit: str) -> None:
    request = angled("30")
    wrong = number_in(request.step.clause.text, (measure, "若干度", value, unit))
    choice = choose(request.step.model_copy(update={"quantity": (wrong,)}))
    assert choice.template == "quote_card"
    assert value in choice.reason


def step(sentence: str, action: str, *pairs: tuple[StepField, str]) -> Step:
    return step_from(sentence, [(F.ACTION, action), *pairs])


@pytest.mark.parametrize(
    ("made", "template"),
    [
        (step("背面的线头剪掉", "剪", (F.MATERIAL, "线头")), "sever"),
        (step("拿剪刀把红纸剪出蝴蝶", "剪", (F.TOOL, "剪刀"), (F.MATERIAL, "红纸")), "cut_along_path"),
        (step("顺着稿线在木板上刻", "刻", (F.PATH, "顺着稿线"), (F.MATERIAL, "木板")), "carve"),
        (step("往穴位上扎针", "扎"), "quote_card"),
        (step("布用线扎紧了再染", "扎紧", (F.MATERIAL, "布")), "wrap_around"),
        (step("慢慢扎进去", "扎"), "pierce"),
        (step("一针一针绣花瓣", "绣"), "stitch_along_path"),
        (step("先穿针引线", "穿针"), "pierce"),
        (step("拿铁锤把木楔敲平", "敲", (F.TOOL, "铁锤"), (F.MATERIAL, "木楔")), "strike_point"),
        (step("拿木拍把泥片拍薄", "拍", (F.TOOL, "木拍"), (F.MATERIAL, "泥片")), "flatten_to"),
        (step("用手掌把泥拍匀", "拍"), "flatten_to"),
        (step("拿毛笔在瓷坯上画花", "画", (F.TOOL, "毛笔"), (F.PLACE, "瓷坯上")), "quote_card"),
        (step("拿毛笔勾墨线", "勾", (F.TOOL, "毛笔")), "draw_along_path"),
        (step("点火烧窑", "点"), "quote_card"),
        (step("面上髹三道漆", "髹"), "coat_area"),
        (step("把它弄好", "弄"), "quote_card"),
    ],
)
def test_a_template_is_used_only_when_the_words_carry_it(made: Step, template: str) -> None:
    choice = choose(made)
    assert choice.template == template
    assert bool(choice.reason) is (template == "quote_card")


def test_a_shape_is_drawn_only_when_it_is_said() -> None:
    said = film_of(SAMPLES["stitch"]).header.assumed
    unsaid = film_of(SAMPLES["bare"]).header.assumed
    assert "走针路线" not in said
    assert "走针路线" in unsaid


def test_a_shape_in_the_name_of_a_tool_is_no_shape() -> None:
    made = step("拿梅花针在布上绣", "绣", (F.TOOL, "梅花针"))
    assert "走针路线" in film_of(replace(SAMPLES["bare"], step=made)).header.assumed


def test_a_pen_nobody_drew_is_not_drawn_as_a_brush() -> None:
    for tool, sure in (("签字笔", False), ("毛笔", True)):
        made = step(f"拿{tool}描轮廓", "描", (F.TOOL, tool))
        assert ("工具的样子" not in film_of(replace(SAMPLES["brush"], step=made)).header.assumed) is sure


def test_of_a_range_of_sheets_only_the_least_are_sure() -> None:
    base = SAMPLES["cut"].step
    layers = number_in(base.clause.text, (Measure.LAYERS, "五张", "3-5", "张"))
    side = CutSide(Reading(base.model_copy(update={"quantity": (layers,)})), PLACE)
    assert (side.sure, side.count) == (3, 5)


def test_the_card_says_that_it_is_no_film() -> None:
    texts = film_of(SAMPLES["card"]).log.texts()
    assert any("此步未作动画" in text for text in texts)
    assert any("候" in text and "画法" in text for text in texts)
    assert "".join(SAMPLES["card"].quote) in "".join(column for column in quote_columns(SAMPLES["card"]))


def quote_columns(request: RenderRequest) -> list[str]:
    return [entry.text for entry in film_of(request).log.entries if entry.left > 580 and entry.top > 120]


def test_what_came_from_another_clause_is_marked() -> None:
    request = SAMPLES["flatten"]
    carried = tuple(term.model_copy(update={"inferred": True}) for term in request.step.tool)
    assert "（承上文）" in film_of(with_step(request, tool=carried)).log.texts()


def test_the_hand_nearest_to_the_tool_holds_it() -> None:
    reading = Reading(SAMPLES["cut"].step)
    holder = reading.holder()
    presser = reading.holds_down(holder)
    assert holder.name == "右手"
    assert presser is not None
    assert presser.name == "左手"


def test_a_hand_without_a_side_is_not_drawn_as_right() -> None:
    request = SAMPLES["flatten"]
    hand = request.step.hand[0].model_copy(update={"side": HandSide.BOTH})
    film = film_of(with_step(request, hand=(hand,)))
    assert "双手如何分工" in film.header.assumed
    assert "双手" in film.log.texts()


def test_the_earliest_and_longest_verb_is_asked_first() -> None:
    assert scenes_for("刻画")[0].template == "cut_along_path"
    assert scenes_for("畫出")[0].template == "draw_along_path"
    assert scenes_for("无所事事") == []


def test_a_number_that_only_the_interviewer_said_is_not_asked_for_on_a_page() -> None:
    read = craftnlp.read(craftnlp.parse_transcript("采访者：是打磨三遍吗？\n师傅：对，打磨木板。"))
    step = next(step for step in read.steps if step.questions)
    heard = [question.text for question in step.questions if "三遍" in question.text]
    assert heard
    own = Question(field=F.TOOL, text="拿什么打磨？")
    request = with_step(SAMPLES["card"], questions=(*step.questions, own))
    drawn = "".join(film_of(request).log.texts())
    assert "拿什么打磨" in drawn
    assert "三遍" not in drawn
    assert "采访者" not in drawn
