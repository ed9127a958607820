"""Mixing and sieving: parts to scale, turns and their sense as said."""

import pytest

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.samples.mix import SAMPLES
from generation.backends.schematic.scenes.base import Moment, Place, Scale, Stage
from generation.backends.schematic.scenes.mix.figures import MixBowl
from generation.backends.schematic.scenes.mix.parts import MixParts
from generation.backends.schematic.scenes.mix.scene import Mix
from generation.backends.schematic.scenes.mix.way import MixWay
from generation.backends.schematic.scenes.mix.words import proportion_in
from generation.backends.schematic.scenes.sieve.figures import Mesh, Shaking
from generation.backends.schematic.scenes.sieve.scene import Sieve
from generation.backends.schematic.words.reading import Reading

F = StepField
STAGE = Stage(124, 200, 1106, 380)


def lime(value: str, names: str = "石灰和细砂") -> Step:
    base = step_from(
        f"{names}按比例兑。", [(F.ACTION, "兑"), (F.MATERIAL, names)], [(Measure.PROPORTION, "比例", "1", "")]
    )
    said = base.quantity[0].model_copy(update={"value": value, "low": None, "high": None})
    return base.model_copy(update={"quantity": (said,)})


@pytest.mark.parametrize("value", ["1:3", "7:3", "2:1", "1：40", "1.5:1"])
def test_the_bars_stand_to_each_other_as_the_parts(value: str) -> None:
    scene = Mix(Reading(lime(value)), STAGE)
    figure = next(figure for figure in scene.figures if isinstance(figure, MixParts))
    first, second = (float(part) for part in value.replace("：", ":").split(":"))
    assert figure.panel.scale is Scale.TRUE
    assert figure.bar(0).width() / figure.bar(1).width() == pytest.approx(first / second, rel=1e-3)
    assert max(figure.bar(0).right(), figure.bar(1).right()) <= figure.panel.stage.right
    assert figure.names == ("石灰", "细砂")


def test_names_are_given_only_when_there_is_one_for_each_part() -> None:
    reading = Reading(lime("1:3", "石灰"))
    said = proportion_in(reading)
    assert said is not None
    figure = MixParts(reading, Place(STAGE, "乙"), said)
    assert set(figure.names) == {""}
    assert "哪份是什么料" in reading.assumed


@pytest.mark.parametrize("value", ["适量", "三七", "1:2:3:4:5:6", "1:99", "0:3"])
def test_a_proportion_that_is_no_drawable_numbers_has_no_bars(value: str) -> None:
    scene = Mix(Reading(lime(value)), STAGE)
    assert not [figure for figure in scene.figures if isinstance(figure, MixParts)]


def stirred(hand: str, sense: str, numbers: list[Number] | None = None) -> Mix:
    pairs = [(F.ACTION, "搅"), (F.HAND, hand), (F.MATERIAL, "釉浆")]
    return Mix(Reading(step_from(f"{hand}{sense}搅釉浆五圈。", pairs, numbers)), STAGE)


def bowl(scene: Mix) -> MixBowl:
    return next(figure for figure in scene.figures if isinstance(figure, MixBowl))


def way(scene: Mix) -> MixWay:
    return next(figure for figure in scene.figures if isinstance(figure, MixWay))


@pytest.mark.parametrize("count", [1, 5, 12])
def test_as_many_turns_are_made_as_were_said(count: int) -> None:
    scene = stirred("右手", "", [(Measure.REPETITION, "五圈", str(count), "圈")])
    for figure in (bowl(scene), way(scene)):
        assert figure.turn(Moment(6, 6)) - figure.turn(Moment(0, 6)) == pytest.approx(count)
    assert "搅几圈" not in scene.reading.assumed


def test_too_many_turns_are_drawn_fewer_and_noted() -> None:
    scene = stirred("右手", "", [(Measure.REPETITION, "五圈", "300", "圈")])
    assert bowl(scene).turns <= 12
    assert "画出的圈数" in scene.reading.assumed


@pytest.mark.parametrize("hand", ["左手", "右手"])
@pytest.mark.parametrize(("sense", "sign"), [("顺时针", 1), ("逆时针", -1)])
def test_the_said_sense_is_kept_for_either_hand(hand: str, sense: str, sign: int) -> None:
    scene = stirred(hand, sense)
    figure = bowl(scene)
    mirror = -1 if figure.holder.left else 1
    assert figure.sense * mirror == sign
    assert way(scene).sense == sign
    assert "搅的方向" not in scene.reading.assumed


def test_an_unsaid_sense_is_noted() -> None:
    assert "搅的方向" in stirred("右手", "").reading.assumed


def test_a_rocked_bowl_has_no_stick() -> None:
    scene = Mix(Reading(SAMPLES["mix_rocked"].step), STAGE)
    assert bowl(scene).rocks
    assert bowl(scene).tool is None
    assert "搅的工具" not in scene.reading.assumed


def test_a_bare_hand_stirs_when_it_was_said() -> None:
    step = step_from("用手把釉浆搅匀。", [(F.ACTION, "搅匀"), (F.MATERIAL, "釉浆")])
    assert bowl(Mix(Reading(step), STAGE)).tool is None


@pytest.mark.parametrize(
    ("sentence", "action", "material", "fits"),
    [
        ("将石灰和黏土调和。", "调和", "石灰和黏土", True),
        ("混入石灰。", "混入", "石灰", True),
        ("把刀的角度调整一下。", "调整", "刀", False),
        ("把木板混在一起。", "混", "木板", False),
    ],
)
def test_only_what_can_be_stirred_is_mixed(sentence: str, action: str, material: str, *, fits: bool) -> None:
    step = step_from(sentence, [(F.ACTION, action), (F.MATERIAL, material)])
    assert (not Mix.objection(Reading(step))) is fits


def test_the_fineness_of_a_sieve_is_written_only_when_said() -> None:
    said = next(f for f in Sieve(Reading(SAMPLES["sieve_earth"].step), STAGE).figures if isinstance(f, Mesh))
    unsaid = Sieve(Reading(SAMPLES["sieve_powder"].step), STAGE)
    assert said.grit is not None
    assert said.grit.figure == "60 目"
    assert next(f for f in unsaid.figures if isinstance(f, Mesh)).grit is None
    assert {"网眼的粗细", "筛子的样子"} <= set(unsaid.reading.assumed)


def test_a_sieve_swings_to_both_sides() -> None:
    figure = next(f for f in Sieve(Reading(SAMPLES["sieve_earth"].step), STAGE).figures if isinstance(f, Shaking))
    shifts = [figure.shift(Moment(second / 50, 6)) for second in range(301)]
    assert min(shifts) < 0 < max(shifts)
    assert max(shifts) == pytest.approx(-min(shifts), rel=0.02)


def test_bamboo_is_not_sieved() -> None:
    step = step_from("筛竹子。", [(F.ACTION, "筛"), (F.MATERIAL, "竹子")])
    assert Sieve.objection(Reading(step))
