"""``evaluate FILE``: the reader's scores on any file of annotated passages."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from craftnlp import CueError
from craftnlp.commands import tables
from craftnlp.commands.console import Parser, fail, opened, write
from craftnlp.commands.predict import steps_read
from craftnlp.evaluation import (
    Comparison,
    Passage,
    Scores,
    compare,
    mistakes,
    outcomes,
    read_lines,
    reliability,
    score,
    total,
)

INVENTED = 3  # exit code
GROUPS: dict[str, Callable[[Passage], str]] = {
    "craft": lambda passage: passage.craft,
    "style": lambda passage: passage.style,
}


def run(arguments: list[str]) -> None:
    """Score, show, and end with 3 if anything was invented."""
    parser = Parser("读得准不准 / how well the reader reads")
    parser.add_argument("source", metavar="FILE")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--by", choices=sorted(GROUPS))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--reliability", action="store_true")
    given = parser.parse_args(arguments)
    with opened(given.source) as lines:
        compared = [compare(passage, steps_read(passage)) for passage in read_lines(lines, Passage)]
    if not compared:
        raise CueError(
            "文件里没有段落。请给出标注好的 JSONL 文件。", "No passages in the file: give annotated JSON lines."
        )
    scores = total(map(score, compared))
    groups = _by(GROUPS[given.by], compared) if given.by else {}
    shown = _json if given.json else _text
    write(shown(scores, groups, compared if given.errors else [], compared if given.reliability else []))
    if scores.invented:
        fail("有凭空而来的值。", f"{len(scores.invented)} values are invented.", code=INVENTED)


def _by(group: Callable[[Passage], str], compared: list[Comparison]) -> dict[str, Scores]:
    found: dict[str, list[Scores]] = defaultdict(list)
    for one in compared:
        found[group(one.passage) or "–"].append(score(one))
    return {name: total(found[name]) for name in sorted(found)}


def _json(
    scores: Scores, groups: dict[str, Scores], with_errors: list[Comparison], with_outcomes: list[Comparison]
) -> str:
    out: dict[str, Any] = scores.as_json()
    if groups:
        out["groups"] = {name: group.as_json() for name, group in groups.items()}
    if with_errors:
        out["errors"] = [mistake.as_json() for one in with_errors for mistake in mistakes(one)]
    if with_outcomes:
        out["reliability"] = reliability(found for one in with_outcomes for found in outcomes(one)).as_json()
    return json.dumps(out, ensure_ascii=False, indent=1)


def _text(
    scores: Scores, groups: dict[str, Scores], with_errors: list[Comparison], with_outcomes: list[Comparison]
) -> str:
    return "\n".join(_blocks(scores, groups, with_errors, with_outcomes))


def _blocks(
    scores: Scores, groups: dict[str, Scores], with_errors: list[Comparison], with_outcomes: list[Comparison]
) -> Iterator[str]:
    yield from tables.scores(scores)
    if groups:
        yield from tables.groups(groups)
    if with_errors:
        yield from tables.mistakes([mistake for one in with_errors for mistake in mistakes(one)])
    if with_outcomes:
        yield from tables.reliability(reliability(found for one in with_outcomes for found in outcomes(one)))
