"""The sample transcripts are read well: the values that a maker needs are found, and the bait is not taken."""

from functools import cache
from pathlib import Path

import pytest

from craftnlp import Measure, Quantity, TechniqueSpec, parse_transcript, read, transcript_text

SAMPLES = Path(__file__).parents[2] / "archive" / "samples"


@cache
def sample(name: str) -> TechniqueSpec:
    cues = parse_transcript(SAMPLES.joinpath(name, "transcript.vtt").read_text(encoding="utf-8"))
    spec = read(cues)
    spec.check_quotes(transcript_text(cues))
    return spec


@pytest.mark.parametrize(
    ("name", "action", "value", "unit", "measure"),
    [
        ("suxiu", "扎进", "30", "度", Measure.ANGLE),
        ("suxiu", "扎进", "2", "毫米/秒", Measure.SPEED),
        ("suxiu", "走", "0.5", "毫米", Measure.SPACING),
        ("suxiu", "劈", "4", "份", Measure.SPLIT),
        ("suxiu", "穿针", "12", "号", Measure.SIZE_CLASS),
        ("suxiu", "留", "40", "公分", Measure.LENGTH),
        ("heitao", "拍匀", "3", "毫米", Measure.THICKNESS),
        ("heitao", "揉", "100", "下", Measure.REPETITION),
        ("heitao", "晾", "2", "天", Measure.DURATION),
        ("heitao", "压", "3", "遍", Measure.REPETITION),
        ("laran", "烧", "65", "度", Measure.TEMPERATURE),
        ("laran", "走", "1", "毫米", Measure.WIDTH),
        ("laran", "泡", "0.5", "钟头", Measure.DURATION),
        ("laran", "泡", "5-6", "遍", Measure.REPETITION),
        ("laran", "漂", "2-3", "遍", Measure.REPETITION),
        ("kezhi", "裁", "20", "公分", Measure.AREA),
        ("kezhi", "立直", "90", "度", Measure.ANGLE),
        ("kezhi", "疊", "5", "張", Measure.LAYERS),
    ],
)
def test_a_said_value_is_found_on_its_act(name: str, action: str, value: str, unit: str, measure: Measure) -> None:
    steps = [step for step in sample(name).steps if step.action.said == action]
    held = [figure for step in steps for figure in (*step.quantity, *step.duration, *step.repetition)]
    assert (value, unit, measure) in [(figure.value, figure.unit, figure.measure) for figure in held]


@pytest.mark.parametrize(("name", "bait"), [("suxiu", "90"), ("laran", "80"), ("kezhi", "60"), ("heitao", "1")])
def test_what_only_the_interviewer_said_is_no_value(name: str, bait: str) -> None:
    values = [value for _, value in sample(name).values() if isinstance(value, Quantity)]
    assert bait not in [value.value for value in values if value.unit in {"度", "尺"}]


@pytest.mark.parametrize(
    ("name", "action", "words"),
    [
        ("suxiu", "走", {"顺着梅花的边", "一针挨一针", "不要露底"}),
        ("suxiu", "剪断", {"小翘剪", "线", "不要剪到底料"}),
        ("heitao", "划", {"竹刀", "右手", "贴着样板的边"}),
        ("heitao", "揉出", {"不然一烧就炸"}),
        ("laran", "走", {"蜡刀", "右手", "顺着画好的线", "中间不要停"}),
        ("kezhi", "走刀", {"順着稿線"}),
    ],
)
def test_hands_tools_paths_and_cautions_are_found(name: str, action: str, words: set[str]) -> None:
    found = {value.said for step in sample(name).steps if step.action.said == action for _, value in step.values()}
    assert words <= found


@pytest.mark.parametrize("name", ["suxiu", "heitao", "laran", "kezhi"])
def test_memories_and_closing_words_make_no_steps(name: str) -> None:
    said = {step.action.said for step in sample(name).steps}
    assert not said & {"学", "磨刀", "熏", "上釉", "下地", "裂"}
