"""Blows: exact in number, true in depth, and only where the words mean a blow."""

import pytest

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.samples.building import step_from
from generation.backends.schematic.samples.flatten import SAMPLES as FLATTEN_SAMPLES
from generation.backends.schematic.samples.strike import BARE, FIBRE, GRAVER, NAIL
from generation.backends.schematic.scenes.base import Moment
from generation.backends.schematic.scenes.flatten.scene import Flatten
from generation.backends.schematic.scenes.flatten.slab import Slab
from generation.backends.schematic.scenes.props.blows import Blows, blows_in
from generation.backends.schematic.scenes.strike.lens import StrikeLens
from generation.backends.schematic.scenes.strike.scene import Strike
from generation.backends.schematic.scenes.strike.side import StrikeSide
from generation.backends.schematic.scenes.strike.words import Mode, mode_of, striking_hand, struck_in
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import handed, without
from tests.generation.schematic.staged import PLACE, assumed, pixels, said, valued

FRAMES = [step / 600 for step in range(601)]


def falls(blows: Blows) -> int:
    """How often the tool comes down from the height onto the work."""
    down = [blows.lift(share) == 0 for share in FRAMES]
    return sum(now and not before for before, now in zip([False, *down], down, strict=False))


@pytest.mark.parametrize("count", range(1, 13))
def test_as_many_blows_fall_as_were_said(count: int) -> None:
    blows = blows_in(Reading(valued(NAIL, 0, str(count), "repetition")), unsaid=5)
    assert falls(blows) == count
    assert blows.landed(1.0) == count
    assert blows.landed(0.0) == 0


@pytest.mark.parametrize("value", ["40", "3-4", "≈5"])
def test_a_number_that_cannot_be_drawn_exactly_is_assumed(value: str) -> None:
    step = valued(NAIL, 0, value, "repetition")
    assert "画出的次数" in assumed(Strike, step)
    assert not blows_in(Reading(step), unsaid=5).exact


def test_a_round_of_blows_is_more_than_one_blow() -> None:
    blows = blows_in(Reading(FIBRE), unsaid=5, each=2)
    assert (blows.rounds, falls(blows)) == (3, 6)
    assert [blows.rounds_done(share) for share in (0.0, 1.0)] == [0, 3]
    assert "每遍的次数" in assumed(Strike, FIBRE)


@pytest.mark.parametrize("count", range(1, 13))
def test_the_work_only_ever_gives_way(count: int) -> None:
    landed = [Blows(count).landed(share) for share in FRAMES]
    assert landed == sorted(landed)


@pytest.mark.parametrize(
    ("value", "unit", "millimetres"), [("20", "毫米", 20), ("2", "厘米", 20), ("≈0.5", "毫米", 0.5)]
)
def test_the_depth_drawn_is_the_depth_said(value: str, unit: str, millimetres: float) -> None:
    step = valued(NAIL, 0, value)
    step = step.model_copy(update={"quantity": tuple(one.model_copy(update={"unit": unit}) for one in step.quantity)})
    lens = StrikeLens(Reading(step), PLACE)
    assert lens.pixels_per_mm is not None
    assert lens.depth(1.0) / lens.pixels_per_mm == pytest.approx(millimetres)
    assert lens.depth(0.0) == 0
    assert lens.panel.scale == "按比例"


def test_a_range_of_depth_ends_in_its_middle() -> None:
    lens = StrikeLens(Reading(valued(NAIL, 0, "10-30")), PLACE)
    assert lens.depth(1.0) / lens.pixels_per_unit == pytest.approx(20)


def test_without_a_depth_nothing_can_be_measured() -> None:
    lens = StrikeLens(Reading(without(NAIL)), PLACE)
    assert lens.pixels_per_mm is None
    assert lens.panel.scale == "不按比例"
    assert "深浅" in assumed(Strike, without(NAIL))


@pytest.mark.parametrize("number", [1, 2, 4])
def test_as_many_nails_as_said_are_driven_home(number: int) -> None:
    sentence = "往木板上打进若干个竹钉"
    step = step_from(
        sentence,
        [(StepField.ACTION, "打进"), (StepField.MATERIAL, "竹钉"), (StepField.PLACE, "木板上")],
        [(Measure.COUNT, "若干个", str(number), "个")],
    )
    side = StrikeSide(Reading(step), PLACE)
    assert side.struck.nails == number
    assert [side.driven(1.0, nail) for nail in range(number)] == [1.0] * number
    assert [side.driven(0.0, nail) for nail in range(number)] == [0.0] * number
    assert len({side.nail_x(nail) for nail in range(number)}) == number


def test_the_hand_at_the_hammer_swings_and_the_other_holds() -> None:
    assert striking_hand(Reading(GRAVER)).name == "右手"
    helper = StrikeSide(Reading(GRAVER), PLACE).helper
    assert helper is not None
    assert helper.name == "左手"


def test_a_left_handed_blow_is_the_mirror_of_a_right_handed_one() -> None:
    left, right = (pixels(StrikeSide(Reading(handed(NAIL, side)), PLACE), 0.4) for side in ("左手", "右手"))
    stage = PLACE.stage
    hand = stage.width * 0.3
    probes = [(stage.right - hand + dx, stage.y + stage.height * 0.5 + dy) for dx in (0, 30) for dy in (-20, 0, 20)]
    seen = [right.toarray()[int(y), int(x)].tolist() for x, y in probes]
    mirrored = [left.toarray()[int(y), int(2 * (stage.x + stage.width / 2) - x)].tolist() for x, y in probes]
    same = [right.toarray()[int(y), int(2 * (stage.x + stage.width / 2) - x)].tolist() for x, y in probes]
    assert sum(a == b for a, b in zip(seen, mirrored, strict=True)) >= 4
    assert seen != same


def test_what_nobody_said_is_grey_and_listed() -> None:
    struck = struck_in(Reading(BARE))
    assert struck.work.stuff is UNSAID
    assert struck.striker.name == "block"
    assert {"敲打的工具", "料的样子", "次数与快慢", "执手"} <= set(assumed(Strike, BARE))
    assert "敲打的工具" not in assumed(Strike, NAIL)


@pytest.mark.parametrize(
    ("reading", "mode"),
    [
        (said("用木棒捶竹麻", "捶", (StepField.TOOL, "木棒"), (StepField.MATERIAL, "竹麻")), Mode.HIT),
        (said("钉一个竹钉", "钉", (StepField.MATERIAL, "竹钉")), Mode.NAIL),
        (said("楔子要敲进去", "敲", (StepField.MATERIAL, "楔子")), Mode.NAIL),
        (said("拿锤子敲錾子", "敲", (StepField.TOOL, "锤子"), (StepField.TOOL, "錾子")), Mode.GRAVER),
        (said("银片上錾花", "錾", (StepField.MATERIAL, "银片")), Mode.GRAVER),
        (said("土要夯实", "夯", (StepField.MATERIAL, "土")), Mode.POUND),
        (said("米放臼里舂", "舂", (StepField.MATERIAL, "米")), Mode.POUND),
    ],
)
def test_words_tell_what_is_struck_and_how(reading: Reading, mode: Mode) -> None:
    assert Strike.objection(reading) == ""
    assert mode_of(reading) is mode


@pytest.mark.parametrize(
    "reading",
    [
        said("拿砂纸打磨边角", "打磨", (StepField.TOOL, "砂纸")),
        said("去河里打水", "打", (StepField.MATERIAL, "水")),
        said("末了打个结", "打", (StepField.MATERIAL, "结")),
        said("再给它打蜡", "打蜡"),
        said("用针敲一敲", "敲", (StepField.TOOL, "针")),
        said("衣服上钉扣子", "钉", (StepField.MATERIAL, "扣子")),
        said("纸浆里敲", "敲", (StepField.MATERIAL, "纸浆")),
    ],
)
def test_other_work_is_no_blow(reading: Reading) -> None:
    assert Strike.objection(reading) != ""


@pytest.mark.parametrize(
    ("reading", "flat"),
    [
        (said("左手手掌把泥拍匀", "拍"), True),
        (said("拿棒槌把面团捶扁", "捶", (StepField.TOOL, "棒槌"), (StepField.MATERIAL, "面团")), True),
        (said("拿铁锤把木楔敲平", "敲", (StepField.TOOL, "铁锤"), (StepField.MATERIAL, "木楔")), False),
        (said("用拳头把泥捶平", "捶"), False),
        (said("去河里打水", "打", (StepField.MATERIAL, "水")), False),
    ],
)
def test_only_what_gives_way_is_made_flat(reading: Reading, flat: bool) -> None:
    assert (Flatten.objection(reading) == "") is flat


def test_the_bare_hand_flattens_without_a_tool() -> None:
    step: Step = FLATTEN_SAMPLES["flatten_palm"].step
    slab = Slab(Reading(step), PLACE)
    assert slab.tool is None
    assert slab.now(Moment(6, 6)) == pytest.approx(slab.thickness.goal)
    assert not {"工具", "工具的样子"} & set(assumed(Flatten, step))
