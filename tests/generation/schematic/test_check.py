"""Measuring and judging: no reading is invented, said lengths are true to each other, criteria are quoted."""

from dataclasses import replace

import pytest
import skia

from craftnlp.spec import HandSide, Measure, Step, StepField
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.samples import check, mix, place, pour
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.scenes.base import Moment, Scale, Scene, Stage
from generation.backends.schematic.scenes.check import sense
from generation.backends.schematic.scenes.check.criteria import Criteria, criteria_in
from generation.backends.schematic.scenes.check.measure import Measuring
from generation.backends.schematic.scenes.check.scene import Check
from generation.backends.schematic.scenes.check.sense import Sense, Sensing, sense_of
from generation.backends.schematic.scenes.lift.scene import TakeUp
from generation.backends.schematic.scenes.mix.scene import Mix
from generation.backends.schematic.scenes.place import Put
from generation.backends.schematic.scenes.pour.scene import Pour
from generation.backends.schematic.scenes.sieve.scene import Sieve
from generation.backends.schematic.scenes.spread.scene import Spread
from generation.backends.schematic.things.hands import Grip
from generation.backends.schematic.words.reading import Reading

F = StepField
STAGE = Stage(124, 200, 1106, 380)
KINDS: dict[str, type[Scene]] = {
    "place": Put, "take": TakeUp, "peel": TakeUp, "lid": TakeUp, "spread": Spread, "pour": Pour, "mix": Mix,
    "sieve": Sieve, "check": Check,
}  # fmt: skip
SAMPLES = {**place.SAMPLES, **pour.SAMPLES, **mix.SAMPLES, **check.SAMPLES}


def ruled(*numbers: Number, hand: str = "右手") -> Step:
    words = "".join(number[1] for number in numbers)
    pairs = [(F.ACTION, "量"), (F.TOOL, "尺子"), (F.MATERIAL, "木板"), (F.HAND, hand)]
    return step_from(f"{hand}用尺子量木板{words}。", pairs, list(numbers))


def measuring(step: Step) -> Measuring:
    return next(figure for figure in Check(Reading(step), STAGE).figures if isinstance(figure, Measuring))


@pytest.mark.parametrize(("long", "thick"), [("12", "3"), ("30", "30"), ("100", "1"), ("5-7", "2")])
def test_said_lengths_are_true_to_each_other(long: str, thick: str) -> None:
    figure = measuring(ruled((Measure.LENGTH, "这么长", long, "厘米"), (Measure.THICKNESS, "这么厚", thick, "厘米")))
    low, _, high = long.partition("-")
    wanted = (float(low) + float(high or low)) / 2
    assert figure.panel.scale is Scale.TRUE
    assert figure.block().width() / figure.block().height() == pytest.approx(wanted / float(thick), rel=1e-3)
    assert figure.block().top() > figure.panel.stage.y


def test_a_said_thumb_touches_the_work_with_the_thumb(monkeypatch: pytest.MonkeyPatch) -> None:
    step = check.SAMPLES["check_touch"].step
    held: list[Grip] = []
    monkeypatch.setattr(sense, "draw_holder", lambda canvas, holder, pose: held.append(pose.grip))
    for hand in (step.hand[0], step.hand[0].model_copy(update={"side": HandSide.THUMB})):
        scene = Check(Reading(step.model_copy(update={"hand": (hand,)})), STAGE)
        scene.figures[0].moving(Pen(skia.Surface(1280, 720).getCanvas(), TextLog()), Moment(1, 6))
    assert held == [Grip.PALM, Grip.THUMB]


def test_lengths_in_different_units_are_not_compared() -> None:
    figure = measuring(ruled((Measure.LENGTH, "这么长", "3", "尺"), (Measure.THICKNESS, "这么厚", "5", "毫米")))
    assert figure.high is None


def test_without_a_length_nothing_is_read_from_the_rule() -> None:
    scene = Check(Reading(check.SAMPLES["check_sizes"].step), STAGE)
    assert not any(char.isdigit() for entry in written(scene, 3) for char in entry.text)
    assert {"所量的长短", "所量的东西"} <= set(scene.reading.assumed)
    assert scene.facts() == {}


def test_a_metric_length_gives_a_scale() -> None:
    scene = Check(Reading(ruled((Measure.LENGTH, "这么长", "12", "厘米"))), STAGE)
    figure = next(figure for figure in scene.figures if isinstance(figure, Measuring))
    assert figure.block().width() / float(str(scene.facts()["pixels_per_mm"])) == pytest.approx(120, rel=1e-3)


@pytest.mark.parametrize(
    ("verb", "sense"),
    [
        ("摸", Sense.HAND),
        ("听", Sense.EAR),
        ("闻", Sense.NOSE),
        ("尝", Sense.MOUTH),
        ("观察", Sense.EYE),
        ("检验", Sense.EYE),
    ],
)
def test_the_sense_is_that_of_the_verb(verb: str, sense: Sense) -> None:
    reading = Reading(step_from(f"{verb}一下泥坯。", [(F.ACTION, verb), (F.MATERIAL, "泥坯")]))
    assert sense_of(reading) is sense
    assert next(f for f in Check(reading, STAGE).figures if isinstance(f, Sensing)).sense is sense


def test_only_a_touching_hand_is_assumed() -> None:
    looked = Reading(step_from("看泥坯。", [(F.ACTION, "看"), (F.MATERIAL, "泥坯")]))
    touched = Reading(step_from("摸泥坯。", [(F.ACTION, "摸"), (F.MATERIAL, "泥坯")]))
    Check(looked, STAGE)
    Check(touched, STAGE)
    assert "执手" not in looked.assumed
    assert "执手" in touched.assumed


def test_criteria_are_the_master_s_own_words() -> None:
    scene = Check(Reading(check.SAMPLES["check_fire"].step), STAGE)
    figure = next(figure for figure in scene.figures if isinstance(figure, Criteria))
    texts = "".join(entry.text for entry in written(scene, 0))
    for words in ("白里透亮", "没有发灰的地方"):
        assert f"“{words}”" in texts
    assert len(figure.lines) == 2


def test_without_criteria_there_is_no_list() -> None:
    step = step_from("看泥坯。", [(F.ACTION, "看"), (F.MATERIAL, "泥坯")])
    assert criteria_in(Reading(step)) == ()
    assert len(Check(Reading(step), STAGE).figures) == 1


@pytest.mark.parametrize(
    ("sentence", "action", "material"),
    [
        ("师傅看护着火。", "看护", "火"),
        ("我们商量泥坯。", "商量", "泥坯"),
        ("量一下水的温度。", "量", "水"),
        ("泥坯看起来很干。", "看", "泥坯"),
    ],
)
def test_other_meanings_are_refused(sentence: str, action: str, material: str) -> None:
    assert Check.objection(Reading(step_from(sentence, [(F.ACTION, action), (F.MATERIAL, material)])))


def test_looking_at_nothing_is_refused() -> None:
    assert Check.objection(Reading(step_from("你看。", [(F.ACTION, "看")])))


def written(scene: Scene, seconds: float) -> list[Lettered]:
    """What a scene writes, still and at a time."""
    pen = Pen(skia.PictureRecorder().beginRecording(1280, 720), TextLog())
    scene.still(pen)
    scene.moving(pen, Moment(seconds, 6))
    return list(pen.log.entries)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_carried_by_its_words(name: str) -> None:
    request = replace(SAMPLES[name], frames=2)
    assert KINDS[name.partition("_")[0]].objection(Reading(request.step)) == ""
