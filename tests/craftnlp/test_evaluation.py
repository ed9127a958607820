"""The figures of ``evaluate``: each is worked out by hand here, on sentences of our own."""

from typing import Any

import pytest

from craftnlp import CueError, Step, TechniqueSpec
from craftnlp.evaluation import (
    AnnotatedStep,
    Passage,
    PassageText,
    Scores,
    compare,
    mistakes,
    outcomes,
    read_lines,
    reliability,
    score,
    steps_of,
    total,
)
from craftnlp.evaluation.passages import ReadSpan
from craftnlp.evaluation.reliability import Outcome
from craftnlp.evaluation.support import numbers_said
from tests.craftnlp.annotated import CUT, GOLD, PAT, PRESS, TEXT, lines, span, steps


def passage(**more: Any) -> Passage:
    return Passage.model_validate(GOLD | more)


def scored(*told: dict[str, Any], **more: Any) -> Scores:
    return score(compare(passage(**more), steps(*told)))


def figures(found: Scores, name: str, level: str) -> tuple[float, float]:
    agreement = found.rows()[name].at(level)
    return round(agreement.precision, 3), round(agreement.recall, 3)


def test_the_annotation_itself_is_perfect() -> None:
    found = scored(PRESS, CUT, PAT)
    assert {row.at("strict").f1 for row in found.rows().values() if row.gold} == {1.0}
    assert (found.quantities.f1, found.order, found.invented) == (1.0, 1.0, ())


def test_nothing_read_scores_nothing() -> None:
    found = scored()
    assert figures(found, "HEADLINE", "lenient") == (0.0, 0.0)
    assert (found.order, found.quantities.f1) == (None, 0.0)


def test_half_of_the_shorter_span_is_enough_for_lenient_and_not_for_strict() -> None:
    found = scored(CUT | {"tool": [span("用竹刀")]})
    assert figures(found, "tool", "lenient") == (1.0, 0.5)
    assert figures(found, "tool", "strict") == (0.0, 0.0)


@pytest.mark.parametrize(("words", "right"), [("子拍五六", False), ("拍子拍五六", True)])
def test_less_than_half_of_the_shorter_span_is_a_miss(words: str, *, right: bool) -> None:
    found = scored(PAT | {"tool": [span(words)]})  # 木拍子
    assert found.fields["tool"].lenient == right


@pytest.mark.parametrize(("words", "right"), [("左手按住泥片，用竹刀", True), ("左手按住泥片，用竹刀切", False)])
def test_swallowing_a_sentence_earns_nothing(words: str, *, right: bool) -> None:
    found = scored(CUT | {"tool": [span(words)]})  # 竹刀 is 2 long: at most 3 x 2 + 4
    assert found.fields["tool"].lenient == right


def test_a_span_answers_one_other_and_the_better_one_first() -> None:
    found = scored(CUT | {"tool": [span("用竹刀"), span("竹刀")]})
    assert (found.fields["tool"].read, found.fields["tool"].lenient, found.fields["tool"].strict) == (2, 1, 1)


def test_linked_wants_the_right_step() -> None:
    moved = scored(PRESS, {"action": CUT["action"]}, PAT | {"tool": [*PAT["tool"], *CUT["tool"]]})
    assert figures(moved, "tool", "lenient") == (1.0, 1.0)
    assert figures(moved, "tool", "linked") == (0.5, 0.5)


def test_the_same_words_in_two_steps_count_for_the_first() -> None:
    found = scored(CUT, PAT | {"tool": [*CUT["tool"], *PAT["tool"]]})
    assert (found.fields["tool"].read, found.fields["tool"].linked) == (2, 2)


@pytest.mark.parametrize(
    ("value", "unit", "right"),
    [
        ("3", "毫米", True),
        ("3.0", "mm", True),
        ("3", "厘米", False),
        ("5", "毫米", False),
        (None, "毫米", False),
    ],
)
def test_value_and_unit_must_both_be_right(value: str | None, unit: str, *, right: bool) -> None:
    found = scored(CUT | {"quantity": [span("三毫米", value=value, unit=unit)]})
    assert found.value_and_unit == right


def test_a_quantity_outside_the_steps_is_passed_over() -> None:
    extra = span("五六下", value="5-6", unit="下")
    told, place = [PRESS, CUT | {"quantity": [extra]}], [extra["start"], extra["end"]]
    alone = [PRESS, {"action": CUT["action"]}]
    assert scored(*told, steps=alone).fields["quantity"].read == 1
    assert scored(*told, steps=alone, ignore=[place]).fields["quantity"].read == 0


def test_order_counts_the_pairs_that_stand_as_annotated() -> None:
    assert scored(CUT, PRESS, PAT).order == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"quantity": [span("三毫米", value="30", unit="毫米")]},
        {"quantity": [span("五六下", value="56", unit="下")]},
        {"hand": [span("竹刀", value="left")]},
        {"tool": [{"start": 0, "end": 999}]},
        {"tool": [span("竹刀", text="木刀")]},
    ],
    ids=["a number nobody said", "two digits run together", "no hand", "outside the text", "other words"],
)
def test_what_the_passage_does_not_support_is_invented(wrong: dict[str, Any]) -> None:
    assert len(scored(CUT | wrong).invented) == 1


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("一千零五根", 1005),
        ("烧到一千二", 1200),
        ("二十六针", 26),
        ("廿六针", 26),
        ("四萬七千斤", 47000),
        ("零点五毫米", 0.5),
        ("三斤半", 3.5),
        ("一米二", 1.2),
        ("用一五零目的", 150),
        ("２０分钟", 20),
        ("半天", 0.5),
        ("十分之八", 8),
        ("百分之四十", 100),
    ],
)
def test_numbers_that_a_text_supports(said: str, number: float) -> None:
    assert number in {float(one) for one in numbers_said(said)}


@pytest.mark.parametrize(("said", "number"), [("三四遍", 34), ("两三遍", 23), ("六七十度", 670), ("一起", 2)])
def test_numbers_that_a_text_does_not_support(said: str, number: int) -> None:
    assert number not in numbers_said(said)


def test_a_megabyte_of_numerals_is_searched_in_good_time() -> None:
    assert 1 in numbers_said("一1半" * 30_000 + "1" * 200_000)


def test_scores_add_up() -> None:
    both = total([scored(PRESS, CUT, PAT), scored()])
    assert (both.passages, both.fields["action"].gold, both.fields["action"].lenient) == (2, 6, 3)


def test_mistakes_are_named_with_their_words() -> None:
    wrong = CUT | {"quantity": [span("三毫米", value="30", unit="毫米")], "tool": [span("泥片")]}
    found = {(one.field, one.kind.value, one.quote) for one in mistakes(compare(passage(), steps(wrong)))}
    assert {
        ("tool", "missed", "竹刀"),
        ("tool", "false", "泥片"),
        ("action", "missed", "按住"),
        ("quantity", "wrong amount", "三毫米"),
    } <= found
    moved = steps({"action": CUT["action"]}, PAT | {"tool": CUT["tool"]})
    named = [one for one in mistakes(compare(passage(), moved)) if one.kind.value == "wrong step"]
    assert [(one.quote, one.read) for one in named] == [("竹刀", "→ 切")]


def test_reliability_sets_stated_beside_observed() -> None:
    found = [Outcome("tool", "roles/1", 0.9, right) for right in (True, True, True, False)]
    found += [Outcome("path", "roles/1", 0.4, right=False)]
    table = reliability(found)
    assert [(row.name, row.values, row.right) for row in table.bands] == [("0.0–0.5", 1, 0), ("0.9–1.0", 4, 3)]
    assert [row.name for row in table.rules] == ["roles/1 path 0.40", "roles/1 tool 0.90"]
    assert table.brier == pytest.approx((3 * 0.01 + 0.81 + 0.16) / 5)
    assert table.ece == pytest.approx((4 * 0.15 + 1 * 0.4) / 5)
    assert reliability([]).brier is None


def test_only_what_a_reader_proposed_has_a_confidence() -> None:
    said = ReadSpan(**span("竹刀"), confidence=0.8, component="roles/1")
    told = AnnotatedStep.model_validate({"action": CUT["action"]}).model_copy(update={"tool": (said,)})
    assert list(outcomes(compare(passage(), [told]))) == [Outcome("tool", "roles/1", 0.8, right=True)]


def test_what_was_carried_over_is_not_said() -> None:
    def term(words: str, **more: Any) -> dict[str, Any]:
        quote = span(words) | {"text": words}
        return {"quote": quote, "confidence": 0.9, "component": "t", "text": words, "term_class": "tool"} | more

    clause = span(TEXT) | {"text": TEXT}
    tools = [term("竹刀"), term("木拍子", inferred=True)]
    step = Step.model_validate({"id": "s1", "clause": clause, "action": term("切"), "tool": tools})
    (said,) = steps_of(TechniqueSpec(transcript_sha256="0" * 64, reader="t", steps=(step,)))
    assert [one.text for one in said.tool] == ["竹刀"]


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        *lines({"id": "a"}),
        *lines({"id": "a", "text": TEXT}),
        *lines(GOLD | {"steps": [{"tool": []}]}),
        *lines(GOLD | {"steps": [{"action": {"start": 0, "end": 900}}]}),
        *lines(GOLD | {"steps": [{"action": {"start": 0, "end": 2, "text": "右手"}}]}),
        *lines(GOLD | {"steps": [{"action": {"start": "x", "end": 2}}]}),
        *lines(GOLD | {"interviewer": [[1, 3]]}),
    ],
)
def test_a_malformed_line_is_named(line: bytes) -> None:
    with pytest.raises(CueError, match="第 3 行") as broken:
        list(read_lines([*lines(GOLD), b"\n", line], Passage))
    assert "Line 3" in broken.value.english


def test_what_the_interviewer_says_is_no_step_of_the_masters() -> None:
    text = "你先揉泥吗？\n先切片。\n用刀切吗？"
    record = {"id": 1, "text": text, "interviewer": [[0, 6], [12, 17]]}
    (asked,) = read_lines(lines(record), PassageText)
    assert [(cue.text, cue.interviewer) for cue in asked.cues()] == [
        ("你先揉泥吗？", True),
        ("先切片。", False),
        ("用刀切吗？", True),
    ]
