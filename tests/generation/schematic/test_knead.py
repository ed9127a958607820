"""Kneading: as many pushes as said, a vessel only where the words name one, a wall as thick as said."""

import pytest

from craftnlp.spec import StepField
from generation.backends.schematic.samples.knead import BARE, BOWL, CLAY, DOUGH, FIGURE
from generation.backends.schematic.scenes.knead.push import KneadSide, stroke
from generation.backends.schematic.scenes.knead.scene import Knead
from generation.backends.schematic.scenes.knead.shape import ShapeLens, ShapeSide
from generation.backends.schematic.scenes.knead.words import Goal, kneaded_in
from generation.backends.schematic.things.stuff import CLAY as CLAY_STUFF
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.words.reading import Reading
from tests.generation.schematic.contract import handed
from tests.generation.schematic.staged import PLACE, assumed, digits, said, valued

FRAMES = [step / 600 for step in range(601)]


@pytest.mark.parametrize("count", range(1, 13))
def test_it_is_pushed_as_often_as_said(count: int) -> None:
    kneaded = kneaded_in(Reading(valued(CLAY, 0, str(count), "repetition")))
    pushed = [stroke(kneaded, share) > 0.99 for share in FRAMES]
    assert sum(now and not before for before, now in zip([False, *pushed], pushed, strict=False)) == count
    assert kneaded.pushes.exact


def test_two_hundred_pushes_are_drawn_as_fewer_and_that_is_said() -> None:
    kneaded = kneaded_in(Reading(DOUGH))
    assert kneaded.pushes.count < 12
    assert not kneaded.pushes.exact
    assert "画出的次数" in assumed(Knead, DOUGH)
    assert digits(Knead, DOUGH) == set()


def test_the_mass_keeps_its_bulk_while_it_is_pushed() -> None:
    side = KneadSide(Reading(CLAY), PLACE)
    gathered, pushed = (
        area(side.outline(share)) for share in (0.0, max(FRAMES, key=lambda s: stroke(side.kneaded, s)))
    )
    assert pushed == pytest.approx(gathered, rel=0.25)


def area(points: list[tuple[float, float]]) -> float:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


@pytest.mark.parametrize(
    ("sentence", "goal"),
    [
        ("把泥捏成一个碗", Goal.BOWL),
        ("把泥捏成一个杯", Goal.CUP),
        ("把泥捏成一把壶", Goal.CUP),
        ("把泥捏成一个样", Goal.DENT),
    ],
)
def test_a_vessel_is_drawn_only_when_it_was_named(sentence: str, goal: Goal) -> None:
    reading = said(sentence, "捏成", (StepField.MATERIAL, "泥"))
    assert Knead.objection(reading) == ""
    assert kneaded_in(reading).goal is goal
    assert ("捏成的样子" in assumed(Knead, reading.step)) is (goal is Goal.DENT)


def test_a_named_bowl_opens_wide_and_a_dent_stays_small() -> None:
    bowl, dent = ShapeSide(Reading(BOWL), PLACE), ShapeSide(Reading(FIGURE), PLACE)
    assert bowl.opening(1.0) / bowl.form(1.0)[0] > 0.8
    assert dent.opening(1.0) / dent.form(1.0)[0] < 0.5
    assert bowl.opening(0.0) < bowl.opening(0.5) < bowl.opening(1.0)


@pytest.mark.parametrize(("value", "unit", "millimetres"), [("4", "毫米", 4), ("≈1", "厘米", 10), ("3-5", "毫米", 4)])
def test_the_wall_ends_at_the_thickness_said(value: str, unit: str, millimetres: float) -> None:
    step = valued(BOWL, 0, value)
    step = step.model_copy(update={"quantity": (step.quantity[0].model_copy(update={"unit": unit}),)})
    lens = ShapeLens(Reading(step), PLACE)
    assert lens.pixels_per_mm is not None
    assert lens.wall(1.0) / lens.pixels_per_mm == pytest.approx(millimetres)
    assert lens.panel.scale == "按比例"


def test_without_a_thickness_the_wall_cannot_be_measured() -> None:
    lens = ShapeLens(Reading(FIGURE), PLACE)
    assert lens.pixels_per_mm is None
    assert lens.panel.scale == "不按比例"
    assert "壁厚" in assumed(Knead, FIGURE)


def test_what_nobody_said_is_grey_and_listed() -> None:
    assert kneaded_in(Reading(BARE)).work.stuff is UNSAID
    assert kneaded_in(Reading(CLAY)).work.stuff is CLAY_STUFF
    assert {"料的样子", "执手", "另一只手", "垫在下面的", "次数与快慢"} <= set(assumed(Knead, BARE))
    assert assumed(Knead, CLAY) == ()


def test_the_leading_hand_is_the_one_that_was_said() -> None:
    for side, left in (("左手", True), ("右手", False)):
        hands = kneaded_in(Reading(handed(BOWL, side))).hands
        assert (hands.lead.name, hands.lead.left, hands.other.left) == (side, left, not left)
        assert not hands.other.said
    both = kneaded_in(Reading(CLAY)).hands
    assert both.lead.said
    assert both.other.said


@pytest.mark.parametrize(
    "reading",
    [
        said("揉上一阵", "揉"),
        said("和面要软", "和面"),
        said("水倒进去和泥", "和泥", (StepField.MATERIAL, "泥")),
        said("把泥盘熟", "盘", (StepField.MATERIAL, "泥")),
        said("面团捏一捏", "捏", (StepField.MATERIAL, "面团")),
        said("接着捏塑", "捏塑"),
    ],
)
def test_a_soft_mass_in_bare_hands_is_kneaded(reading: Reading) -> None:
    assert Knead.objection(reading) == ""


@pytest.mark.parametrize(
    "reading",
    [
        said("右手捏住铜片", "捏住", (StepField.MATERIAL, "铜片")),
        said("右手捏住泥团", "捏住", (StepField.MATERIAL, "泥团")),
        said("左手捏针", "捏", (StepField.MATERIAL, "针")),
        said("慢慢捏", "捏"),
        said("揉皮子", "揉", (StepField.MATERIAL, "皮子")),
        said("泥条盘上去", "盘", (StepField.MATERIAL, "泥条")),
        said("颜料调和好", "调和", (StepField.MATERIAL, "颜料")),
        said("拿木棍和灰浆", "和", (StepField.TOOL, "木棍")),
        said("和它一起", "和"),
    ],
)
def test_other_work_is_no_kneading(reading: Reading) -> None:
    assert Knead.objection(reading) != ""
