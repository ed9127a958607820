"""Loops: 这样反复三遍, 从头再来, 每隔两天…, 直到…为止. An edge leads from the last step back to the first."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from craftnlp.components.order.telling import Telling, Told
from craftnlp.components.reading import Clause, Reading
from craftnlp.spec import Edge, Quote, Relation

THUS = "(?:照这样|就这样|照着|这样|这么|如此|照此|按这个)"
STEPS = re.compile("[这那前上](?:面(?:这|那)?)?(?P<number>[两二三四五六七八九十])(?:步|道|样|个步骤|道工序)")
NUMBERS = dict(zip("二三四五六七八九十", range(2, 11), strict=True)) | {"两": 2}
WHOLE = re.compile("从头(?:再|又|重新|开始|来|做|走)|重新(?:再)?来|(?:回到|又从|再从)(?:第一步|头一步|开头)")
SUMMED = re.compile(
    f"{THUS}?(?:[再又要得需还]|需要|一直|不断|多次)*(?:反复|重复|循环|轮流|来回)"
    f"|{THUS}(?:[再又要得]|一共|总共|一直)*[做来走弄搞]"
    "|再(?:来|做|走|弄|搞)(?:上)?(?=[一二两三四五六七八九十几好\\d])"
)
INTERVAL = re.compile("每隔")
UNTIL = re.compile("一?直到[^，。！？,]{1,16}为止")
FIRST = re.compile("先|首先|头一步|第一步")
COUNTED = frozenset({"repetition", "pass"})


class Loop(NamedTuple):
    """A loop: where its word stands, its first and its last step, and whether a number after it counts its rounds."""

    start: int
    end: int
    first: Told
    last: Told
    counted: bool = True


def loops(reading: Reading, telling: Telling) -> Iterator[Edge]:
    """The edges that lead back, one for each pair of steps."""
    done = set()
    for clause in telling.clauses:
        loop = _loop(telling, clause)
        if loop and (loop.last, loop.first) not in done:
            done.add((loop.last, loop.first))
            yield Edge(
                source=loop.last.id,
                target=loop.first.id,
                relation=Relation.REPEAT,
                marker=reading.quote(loop.start, loop.end),
                count=_count(reading, clause, loop) if loop.counted else None,
            )


def _loop(telling: Telling, clause: Clause) -> Loop | None:
    said = telling.shadow[clause.start : clause.end]
    if found := WHOLE.search(said):
        return _ending(telling, clause, found, telling.steps[:1])
    if found := SUMMED.search(said):
        acts = [draft for draft in clause.predicates if draft.action.start > clause.start + found.start()]
        return None if acts else _ending(telling, clause, found, ())
    if found := INTERVAL.search(said):
        start, end = clause.start + found.start(), _interval_end(clause, clause.start + found.end())
        return _alone(telling, clause, (start, end), after=True)
    if found := UNTIL.search(said):
        return _alone(telling, clause, (clause.start + found.start(), clause.start + found.end()), after=False)
    return None


def _ending(telling: Telling, clause: Clause, found: re.Match[str], first: tuple[Told, ...]) -> Loop | None:
    """The loop that ends with the last step before these words, in this sentence or the one before."""
    at = clause.start + found.start()
    told = [step for step in telling.around(clause.sentence) if step.start < at]
    if not told:
        return None
    begin = first[0] if first else _first(telling, told, clause)
    return Loop(at, clause.start + found.end(), begin, told[-1])


def _first(telling: Telling, told: list[Told], clause: Clause) -> Told:
    """The first step of a loop: as many back as were counted (这两步), else where the sentence says 先, else its first."""
    counted = STEPS.search(telling.shadow[clause.start : clause.end])
    last = told[-1]
    if counted:
        return telling.steps[max(0, last.place + 1 - NUMBERS[counted["number"]])]
    inside = [step for step in told if step.sentence == last.sentence]
    return next((step for step in reversed(inside) if FIRST.search(step.lead)), inside[0])


def _interval_end(clause: Clause, end: int) -> int:
    """每隔 with the time it names."""
    return next((word.end for word in clause.words if word.amount and word.start == end), end)


def _alone(telling: Telling, clause: Clause, span: tuple[int, int], *, after: bool) -> Loop | None:
    """A single step that is done again and again: 每隔两天刷一遍 (the act after), 揉到没有气泡为止 (the act before)."""
    start, end = span
    inside = [step for step in telling.around(clause.sentence) if step.sentence == clause.sentence]
    own = [step for step in inside if step.draft.clause is clause and step.start > start] if after else []
    before = [step for step in inside if step.start < start]
    near = own[:1] or before[-1:] or inside[:1]
    return Loop(start, end, near[0], near[0], counted=False) if near else None


def _count(reading: Reading, clause: Clause, loop: Loop) -> Quote | None:
    """The words that say how often."""
    amounts = (word.amount for word in clause.words if word.amount and word.start >= loop.start)
    said = next((amount for amount in amounts if amount.kind in COUNTED), None)
    return reading.quote(said.start, said.end) if said else None
