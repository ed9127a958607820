"""sever: the piece is as long, the pieces as many, the sheet as square as said."""

import pytest

from craftnlp.spec import HandSide, Measure, Step, StepField
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.sever import SAMPLES
from generation.backends.schematic.scenes.base import Scale, View
from generation.backends.schematic.scenes.sever.block import SeverBlock, Way, way_of
from generation.backends.schematic.scenes.sever.fell import SeverFell
from generation.backends.schematic.scenes.sever.length import APART, SeverLength
from generation.backends.schematic.scenes.sever.scene import Sever
from generation.backends.schematic.scenes.sever.sheet import SeverSheet
from generation.backends.schematic.scenes.sever.thread import SeverThread
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import crowded, handed, without
from tests.generation.schematic.staged import PLACE, STAGE, assumed, said, valued

F = StepField


def step_of(name: str) -> Step:
    return SAMPLES[name].step


@pytest.mark.parametrize("length", ["1", "2.5", "30", "4-6"])
def test_the_piece_is_as_long_as_said(length: str) -> None:
    figure = SeverLength(Reading(valued(step_of("sever_rod"), 0, length)), PLACE)
    low, _, high = length.partition("-")
    middle = (float(low) + float(high or low)) / 2
    assert figure.panel.scale is Scale.TRUE
    assert figure.pixels_per_unit is not None
    (_, first), (_, rest) = figure._pieces()
    assert first / figure.pixels_per_unit == pytest.approx(middle)
    assert rest > float(high or low) * figure.pixels_per_unit - first  # the longest piece is still on the thing


def test_an_unsaid_length_has_no_scale() -> None:
    figure = SeverLength(Reading(without(step_of("sever_rod"))), PLACE)
    assert figure.panel.scale is Scale.NONE
    assert "切下的长短" in assumed(Sever, without(step_of("sever_rod")))


@pytest.mark.parametrize("count", [2, 4, 7])
def test_as_many_pieces_as_said_and_all_alike(count: int) -> None:
    figure = SeverLength(Reading(valued(step_of("sever_dough"), 0, str(count))), PLACE)
    widths = [wide for _, wide in figure._pieces()]
    assert len(widths) == count
    assert max(widths) == pytest.approx(min(widths))
    assert sum(widths) + APART * (count - 1) == pytest.approx(PLACE.stage.width - 60)


def test_a_square_is_drawn_square() -> None:
    figure = SeverSheet(Reading(step_of("sever_sheet")), PLACE)
    assert figure.piece.width() == pytest.approx(figure.piece.height())
    assert figure.pixels_per_unit is not None
    assert figure.piece.width() / figure.pixels_per_unit == pytest.approx(30)
    assert figure.panel.scale is Scale.TRUE


def test_two_said_sides_keep_their_proportion() -> None:
    area = SAMPLES["sever_sheet"].step.quantity[0].model_copy(update={"value": "20*30", "low": None, "high": None})
    figure = SeverSheet(Reading(step_of("sever_sheet").model_copy(update={"quantity": (area,)})), PLACE)
    assert figure.piece.width() / figure.piece.height() == pytest.approx(20 / 30)
    assert figure.size is not None
    assert figure.size.shown.figure == "20 × 30 厘米"


def test_length_and_width_keep_their_proportion() -> None:
    step = step_from(
        "把红纸裁成四十厘米长、二十厘米宽。",
        [(F.ACTION, "裁"), (F.MATERIAL, "红纸")],
        [(Measure.LENGTH, "四十厘米", "40", "厘米"), (Measure.WIDTH, "二十厘米", "20", "厘米")],
    )
    figure = SeverSheet(Reading(step), PLACE)
    assert figure.piece.width() / figure.piece.height() == pytest.approx(2)
    assert crowded(Sever, step, [STAGE]) == []


def test_blows_are_counted() -> None:
    assert SeverFell(Reading(step_of("sever_fell")), PLACE).strokes.count == 3
    assert "次数与快慢" in assumed(Sever, without(step_of("sever_fell")))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sever_rod", SeverBlock),
        ("sever_clay", SeverBlock),
        ("sever_thread", SeverThread),
        ("sever_sheet", SeverSheet),
        ("sever_fell", SeverFell),
    ],
)
def test_the_thing_decides_the_picture(name: str, kind: type) -> None:
    assert isinstance(Sever(Reading(step_of(name)), STAGE).figures[0], kind)


def test_the_tool_decides_the_motion() -> None:
    ways = [way_of(Reading(step_of(name))) for name in ("sever_rod", "sever_clay", "sever_dough", "sever_fell")]
    assert ways == [Way.SAW, Way.WIRE, Way.SLICE, Way.CHOP]


def test_an_unsaid_tool_is_assumed() -> None:
    step = step_of("sever_dough").model_copy(update={"tool": ()})
    assert "工具" in assumed(Sever, step)
    assert "工具" not in assumed(Sever, step_of("sever_dough"))


def test_a_left_hand_is_the_mirror_of_a_right_one() -> None:
    step = step_of("sever_rod")
    right = SeverBlock(Reading(handed(step, "右手")), PLACE)
    left = SeverBlock(Reading(handed(step, "左手")), PLACE)
    assert step.hand[0].side is HandSide.RIGHT
    assert left.across(right.middle[0]) == pytest.approx(2 * right.axis - right.middle[0])
    assert right.across(7.0) == 7.0


def test_the_cut_only_goes_deeper() -> None:
    figure = SeverBlock(Reading(step_of("sever_rod")), PLACE)
    levels = [figure.level(share / 50) for share in range(51)]
    assert levels == sorted(levels)
    assert levels[-1] == pytest.approx(1)


CARRIED = [
    said("上山砍竹。", "砍", (F.MATERIAL, "竹")),
    said("再拿根钢丝切一块泥下来。", "切", (F.TOOL, "钢丝"), (F.MATERIAL, "泥")),
    said("把布裁成方块。", "裁成", (F.MATERIAL, "布")),
    said("收完针把线剪断。", "剪断", (F.MATERIAL, "线")),
    said("用斧头把木头砍成两半。", "砍", (F.TOOL, "斧头"), (F.MATERIAL, "木头")),
]
REFUSED = [
    said("把水截住。", "截", (F.MATERIAL, "水")),
    said("然后切。", "切"),
    said("在木板上切出花纹。", "切", (F.MATERIAL, "木板")),
    said("拿针把布割开。", "割", (F.TOOL, "针"), (F.MATERIAL, "布")),
    said("布的一切都弄好。", "切", (F.MATERIAL, "布")),
]


@pytest.mark.parametrize("reading", CARRIED, ids=lambda reading: reading.words[:8])
def test_plain_cuts_are_drawn(reading: Reading) -> None:
    assert Sever.objection(reading) == ""
    assert any(verb in reading.verb for verb in Sever.verbs)


@pytest.mark.parametrize("reading", REFUSED, ids=lambda reading: reading.words[:8])
def test_other_senses_and_liquids_are_refused(reading: Reading) -> None:
    assert Sever.objection(reading)


def test_a_view_can_be_asked_for() -> None:
    scene = Sever(Reading(step_of("sever_rod")), STAGE, View.SIDE)
    assert [type(figure) for figure in scene.figures] == [SeverLength]
