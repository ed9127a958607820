"""``python -m craftnlp FILE|- [--json]``, ``predict PASSAGES.jsonl``, ``schema``.

Exit codes: 0 read, 1 the input cannot be read, 2 wrong usage. Errors are one plain line on stderr, Chinese first.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from craftnlp import Cue, CueError, StepField, TechniqueSpec, decode, parse_transcript, read, title
from craftnlp.spec import Hand, Quantity, Step, Value

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
USAGE = """\
python -m craftnlp FILE|- [--json]         read a transcript (.vtt, .srt, .txt; - is standard input)
python -m craftnlp predict PASSAGES.jsonl  steps of {"id", "text"} passages, one JSON object a line
python -m craftnlp schema                  the JSON Schema of a specification"""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        fail("用法不对，请看 --help。", message, code=2)


def fail(chinese: str, english: str, *, code: int = 1) -> NoReturn:
    """End with one plain line on stderr."""
    sys.stderr.write(f"{chinese} / {' '.join(english.split())}\n")
    raise SystemExit(code)


def main(arguments: list[str]) -> None:
    """Run one command."""
    parser = Parser(prog="python -m craftnlp", usage=USAGE, description="口述记录 → 技法规范")
    parser.add_argument("source", metavar="FILE", help="a file, - for standard input, or a command: predict, schema")
    parser.add_argument("passages", nargs="?", help="the passages of predict")
    parser.add_argument("--json", action="store_true", help="write the specification as JSON")
    given = parser.parse_args(arguments)
    if (given.source == "predict") != (given.passages is not None):
        parser.error("predict takes one file of passages; nothing else takes a second argument")
    commands: dict[str, Callable[[], None]] = {"predict": lambda: predict(given.passages), "schema": schema}
    commands.get(given.source, lambda: report(given.source, as_json=given.json))()


def report(source: str, *, as_json: bool) -> None:
    """Read one transcript and show what it says."""
    cues = parse_transcript(decode(_bytes(source)))
    spec = read(cues)
    write(spec.model_dump_json(indent=2) if as_json else "\n".join(_readable(spec, cues)))


def predict(source: str) -> None:
    """The steps of annotated passages in the form of the scorer."""
    for number, line in enumerate(decode(_bytes(source)).split("\n"), 1):
        if line.strip():
            passage = _passage(line, number)
            write(json.dumps({"id": passage["id"], "steps": _steps(passage["text"])}, ensure_ascii=False))


def schema() -> None:
    """The published JSON Schema of a specification."""
    write(json.dumps(TechniqueSpec.model_json_schema(), ensure_ascii=False, indent=2))


def write(text: str) -> None:
    """One block of output; what the terminal cannot show is escaped, not lost."""
    sys.stdout.buffer.write((text + "\n").encode("utf-8", "backslashreplace"))


def _bytes(source: str) -> bytes:
    return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()


def _passage(line: str, number: int) -> dict[str, str]:
    try:
        passage = json.loads(line)
        return {"id": passage["id"], "text": passage["text"]}
    except (ValueError, KeyError, TypeError) as error:
        raise CueError(
            f"第 {number} 行不是带 id 和 text 的 JSON。",
            f"Line {number} is no JSON object with id and text.",
            line=number,
        ) from error


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


def _steps(text: str) -> list[dict[str, Any]]:
    try:
        spec = read((Cue(text=text),))
    except CueError:
        return []
    return [_prediction(step) for step in spec.steps]


def _prediction(step: Step) -> dict[str, Any]:
    out: dict[str, Any] = {"action": _span(step.action)}
    for name in StepField:
        if name is not StepField.ACTION and step.field(name):
            key = "quantity" if name in (StepField.DURATION, StepField.REPETITION) else name.value
            out.setdefault(key, []).extend(_span(value) for value in step.field(name))
    return out


def _span(value: Value) -> dict[str, Any]:
    out: dict[str, Any] = {"start": value.quote.start, "end": value.quote.end}
    if isinstance(value, Quantity):
        out |= {"value": value.value, "unit": value.unit}
    elif isinstance(value, Hand):
        out |= {"value": value.side.value}
    return out


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except CueError as error:
        fail(str(error), error.english)
    except OSError as error:
        fail("读不到这个文件，请检查路径和权限。", f"Cannot read the file: {error.strerror} {error.filename or ''}")
