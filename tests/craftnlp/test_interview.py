"""Two speakers: what only the interviewer said is no value, even after 对; it is a question for the archivist."""

import pytest

from craftnlp import Step, StepField, TechniqueSpec, parse_transcript
from tests.craftnlp.marked_acts import marked


def asked(spec: TechniqueSpec) -> list[str]:
    return [question.text for step in spec.steps for question in step.questions if "采访者" in question.text]


def rounds(step: Step) -> list[str]:
    return [value.said for value in step.repetition]


@pytest.mark.parametrize("yes", ["对", "是的", "嗯", "没错", "对对"])
def test_a_bare_yes_makes_a_question_and_no_value(yes: str) -> None:
    (step,) = marked("问：要打磨三遍吧？", f"{yes}。把边[打磨]光滑。").steps
    assert rounds(step) == []
    assert step.questions[0].text == f"采访者问到『三遍』，师傅只答『{yes}』：是三遍吗？"
    assert step.questions[0].field is StepField.REPETITION
    assert "三" not in step.sentence


def test_the_question_goes_to_the_step_told_before_where_the_answer_tells_none() -> None:
    spec = marked("先[揉泥]，再[打磨]。", "问：打磨三遍？", "对。", "问：好。")
    assert ["采访者" in step.questions[0].text for step in spec.steps] == [False, True]


def test_the_master_who_repeats_the_number_makes_it_his() -> None:
    spec = marked("问：要打磨三遍吧？", "对，[打磨]三遍。")
    assert [rounds(step) for step in spec.steps] == [["三遍"]]
    assert asked(spec) == []


def test_another_number_of_the_same_kind_is_the_answer() -> None:
    spec = marked("问：要打磨三遍吧？", "对，[打磨]五遍。")
    assert [rounds(step) for step in spec.steps] == [["五遍"]]
    assert asked(spec) == []


@pytest.mark.parametrize("answer", ["不是，把边[打磨]光滑。", "把边[打磨]光滑。"])
def test_who_did_not_say_yes_is_not_asked_again(answer: str) -> None:
    assert asked(marked("问：要打磨三遍吧？", answer)) == []


def test_a_correction_of_the_interviewer_is_no_self_repair() -> None:
    (step,) = marked("问：打磨三遍？", "不对，[打磨]五遍。").steps
    assert [(value.said, value.also) for value in step.repetition] == [("五遍", ())]


@pytest.mark.parametrize(
    "text",
    [
        "问：打磨三遍？答：对。把边打磨光滑。",
        "Q: 打磨三遍？\nA: 对。把边打磨光滑。",
        "Q1：打磨三遍？\nA1：对。把边打磨光滑。",
        "【记者】打磨三遍？\n【周师傅】对。把边打磨光滑。",
        "本台记者：打磨三遍？\n周师傅：对。把边打磨光滑。",
        "主持人：打磨三遍？\n老周：对。把边打磨光滑。",
        "问 打磨三遍？\n答 对。把边打磨光滑。",
        "采访者：\n打磨三遍？\n周师傅：\n对。把边打磨光滑。",
        "小王 2024/5/3 14:22\n打磨三遍？\n老周 14:23\n对。把边打磨光滑。\n小王 14:24\n然后呢？\n老周 14:25\n再阴干。",
        "2024-05-03 14:22:33 小王(10001)\n打磨三遍？\n2024-05-03 14:23:10 老周(10002)\n对。把边打磨光滑。\n"
        "2024-05-03 14:24:10 小王(10001)\n然后呢？\n2024-05-03 14:25:10 老周(10002)\n再阴干。",
        "打磨三遍，对吗？\n对。把边打磨光滑。",
    ],
)
def test_the_one_who_asks_is_known_in_every_shape(text: str) -> None:
    asks = [cue.text for cue in parse_transcript(text) if cue.interviewer]
    tells = [cue.text for cue in parse_transcript(text) if not cue.interviewer]
    assert "打磨三遍" in asks[0]
    assert tells[0] == "对。把边打磨光滑。"
    assert len(asks) == len(tells)


@pytest.mark.parametrize(
    "text",
    [
        "为什么要打磨呢？\n因为边太毛。",
        "（笑）先打磨。",
        "A组的泥先揉。",
        "答应：先打磨。",
        "师傅：打磨吗？\n师傅：打磨呢？\n学生：揉泥。",
    ],
)
def test_who_only_asks_himself_is_no_interviewer(text: str) -> None:
    assert not [cue for cue in parse_transcript(text) if cue.interviewer]
