"""``predict PASSAGES.jsonl``: the steps of each passage in the form of annotated passages, line by line."""

import json
from typing import Any

from craftnlp import CueError, read
from craftnlp.commands.console import Parser, opened, write
from craftnlp.evaluation import AnnotatedStep, PassageText, Span, read_lines, steps_of
from craftnlp.evaluation.passages import SPAN_FIELDS


def run(arguments: list[str]) -> None:
    """Each line is out before the next one is read, so a broken line costs nothing that stands before it."""
    parser = Parser("段落 → 工序 / passages to steps")
    parser.add_argument("passages", metavar="PASSAGES.jsonl")
    given = parser.parse_args(arguments)
    with opened(given.passages) as lines:
        for passage in read_lines(lines, PassageText):
            steps = [_prediction(step) for step in steps_read(passage)]
            write(json.dumps({"id": passage.id, "steps": steps}, ensure_ascii=False))


def steps_read(passage: PassageText) -> tuple[AnnotatedStep, ...]:
    """What the reader makes of a passage; nothing where there is no Chinese."""
    try:
        return steps_of(read(passage.cues()))
    except CueError:
        return ()


def _prediction(step: AnnotatedStep) -> dict[str, Any]:
    spans = {name: [_written(span) for span in step.spans(name)] for name in SPAN_FIELDS}
    return {"action": _written(step.action)} | {name: held for name, held in spans.items() if held}


def _written(span: Span) -> dict[str, Any]:
    return span.model_dump(include={"start", "end", "value", "unit"}, exclude_none=True)
