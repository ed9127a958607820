"""``FILE|-``: read one transcript and show what it says."""

import os
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from craftnlp import Cue, StepField, TechniqueSpec, decode, parse_transcript, read, title
from craftnlp.commands.console import Parser, fail, opened, tell, write
from craftnlp.spec import Quantity, Value

if TYPE_CHECKING:
    from craftnlp.llm import Report

FIELD_NAMES = {
    StepField.ACTION: "动作",
    StepField.TOOL: "工具",
    StepField.MATERIAL: "材料",
    StepField.HAND: "手",
    StepField.PATH: "路径",
    StepField.PLACE: "位置",
    StepField.MANNER: "方式",
    StepField.QUANTITY: "数量",
    StepField.DURATION: "时间",
    StepField.REPETITION: "次数",
    StepField.CONDITION: "条件",
    StepField.CAUTION: "注意",
    StepField.RESULT: "结果",
}
KEY = "JIYI_LLM_KEY"


def run(arguments: list[str]) -> None:
    """Read with the rules, or with the rules and a language model where ``--llm`` names one."""
    parser = Parser("口述记录 → 技法规范 / transcript to specification")
    parser.add_argument("source", metavar="FILE", help="a file, - for standard input, or a command")
    parser.add_argument("--json", action="store_true", help="write the specification as JSON")
    parser.add_argument("--llm", metavar="URL", help=f"also ask this language model; its key is read from {KEY}")
    parser.add_argument("--model", metavar="M", help="the name of the model")
    given = parser.parse_args(arguments)
    if (given.llm is None) != (given.model is None):
        parser.error("--llm URL and --model M belong together")
    with opened(given.source) as file:
        cues = parse_transcript(decode(file.read()))
    spec = read(cues) if given.llm is None else _consulted(given, cues)
    write(spec.model_dump_json(indent=2) if given.json else "\n".join(_readable(spec, cues)))


def _consulted(given: Namespace, cues: tuple[Cue, ...]) -> TechniqueSpec:
    from craftnlp.llm import Endpoint, EndpointError, Reader

    try:
        endpoint = Endpoint(given.llm, model=given.model, key=os.environ.get(KEY, ""))
    except EndpointError as error:
        fail(str(error), error.english, code=2)
    tell(
        f"注意：师傅的话将离开本机，发往 {endpoint.host}（{endpoint.model}）。",
        f"Note: the master's words leave this house for {endpoint.host} ({endpoint.model}).",
    )
    consultation = Reader(endpoint).consult(cues)
    _tell_what_became_of_it(consultation.report)
    return consultation.spec


def _tell_what_became_of_it(report: "Report") -> None:
    for note in report.notes:
        tell(note.chinese, note.english)
    tell(
        f"模型提出 {report.offered} 个值：采用 {report.added}，规则已有 {report.known}，退回 {len(report.rejected)}。",
        f"The model offered {report.offered} values: {report.added} added, {report.known} known to the rules, "
        f"{len(report.rejected)} rejected.",
    )


def _readable(spec: TechniqueSpec, cues: tuple[Cue, ...]) -> Iterator[str]:
    yield f"共 {len(spec.steps)} 道工序。以下都是机器读出的，未经人确认。"
    for number, step in enumerate(spec.steps, 1):
        yield ""
        yield f"{number}. {title(step)}  {clock(step.clause.start, cues)}".rstrip()
        yield f"   {step.sentence}"
        for address, value in step.values():
            name = FIELD_NAMES[StepField(address.split(".")[1])]
            yield f"   {name}：{_shown(value)}「{_flat(value.quote.text)}」{value.confidence:.2f}"
        yield from (f"   ？{question.text}" for question in step.questions)


def _shown(value: Value) -> str:
    return f"{value.value} {value.unit} " if isinstance(value, Quantity) else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def clock(offset: int, cues: tuple[Cue, ...]) -> str:
    """The time of the cue that holds an offset, or nothing where the transcript was never timed."""
    at = 0
    for cue in cues:
        at += len(cue.text) + 1
        if offset < at:
            return "" if cue.start is None else f"[{int(cue.start) // 60:02d}:{cue.start % 60:06.3f}]"
    return ""
