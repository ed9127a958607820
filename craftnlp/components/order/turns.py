"""The words that turn the order of the telling: 同时, 一边…一边, 或者, 要么, 如果…否则, X之前先."""

import re
from typing import NamedTuple

from craftnlp.components.order.telling import Telling, Told
from craftnlp.spec import Relation

START = r"(?:^|[，、；。：,\s])(?:那么?|然后|就|还|而且?|并且?|但是?|[呢啊嘛嗯呃了，,\s]|我们?|你|它|当然|其实)*"
SAME_TIME = re.compile("(?<![手边人头个起])(?P<cue>(?:与此)?同时)(?!进行)")
PAIRED = re.compile("(?<![在从到往向另])(?P<cue>一边儿?|一面)(?![的上])")
GLUED = re.compile(r"(?P<cue>边)[^，,。]{0,4}$")
OR = re.compile(
    rf"{START}(?P<cue>或者|或是|或(?!许)|再?要么|要不就|也可以|也可|也能)|^[了完好]?(?P<glued>或者|或是|或(?!许))"
    r"|(?P<last>或者|或是|或)(?:是|直接)?$"
)
IF = re.compile(r"(?P<cue>如果|要是|假如|假若|若是|倘若|万一|若(?!干))")
ELSE = re.compile(r"(?P<cue>否则|要不然|不然|反之|相反)(?!后)")
UNLESS = re.compile(r"(?:如果|要是|若是?|假如)(?:还|仍)?[不没]")
BEFORE = re.compile(
    r"(?P<what>[^，。；！？,.\s]{0,12}?)(?P<cue>(?:之前|以前|(?<=.)前)(?:[，、\s]|[^，。]{0,6}先|[要得还需必一应]))"
)
BEFOREHAND = re.compile(rf"{START}(?P<cue>事先|预先|提前|事前)")
THIS = re.compile("(?:^|[在])[这此那]个?$|^在?$")
FOLLOWING = (
    "先 再 然后 接着 之后 随后 最后 首先 其次 接下来 后来 完了 跟着 紧接着 最后一步 第一步 第二步 第三步 第四步 第五步 再就是 而后 头一步 下一步 "
    "之后再 末了 起先 继而 随即"
)
NEXT = frozenset(FOLLOWING.split())
REACH = 12  # how many steps back a word may point


class Turn(NamedTuple):
    """A word that turns the order: where it stands, and the step it relates to where that is not the one before."""

    start: int
    end: int
    relation: Relation
    other: Told
    is_first: bool = False
    is_opposite: bool = False

    def closes(self, branch: Told, told: Told) -> bool:
        """Whether this opens the second branch of the condition that ``branch`` began."""
        gap = told.sentence - branch.sentence
        return gap == 0 if self.is_first and not self.is_opposite else gap <= 1


def beside(telling: Telling, told: Told, before: Told) -> Turn | None:
    """Whether a step stands beside the one told before it. The word that says so stands in its own clause."""
    near = told.sentence == before.sentence
    if found := SAME_TIME.search(told.own):
        return _turn(told, found, Relation.PARALLEL, told.own_start)
    if near and (found := PAIRED.search(told.own)) and PAIRED.search(before.lead):
        return _turn(told, found, Relation.PARALLEL, told.own_start)
    if near and (found := GLUED.search(told.own)) and GLUED.search(before.lead) and _one_clause(told, before):
        return _turn(told, found, Relation.PARALLEL, told.own_start)
    found = OR.search(told.own)
    if found and not _is_first_of_two(telling, told, before, found):
        return _turn(told, found, Relation.ALTERNATIVE, told.own_start)
    return None


def opens_branch(told: Told) -> Turn | None:
    """如果… begins a branch, 否则… and a second 如果 begin the other one."""
    if found := ELSE.search(told.lead):
        return _turn(told, found, Relation.ALTERNATIVE)
    if found := IF.search(told.lead):
        opposite = UNLESS.search(told.lead) is not None
        return _turn(told, found, Relation.ALTERNATIVE)._replace(is_first=True, is_opposite=opposite)
    return None


def earlier(telling: Telling, told: Told) -> Turn | None:
    """上釉之前先…, 在这之前先…, 事先…: the step comes before one that was told already."""
    found = BEFORE.search(told.lead)
    if found:
        goal = _pointed_at(telling, told, found["what"])
        return _turn(told, found, Relation.BEFORE)._replace(other=goal) if goal else None
    found = BEFOREHAND.search(told.lead)
    goal = telling.before(told)
    return _turn(told, found, Relation.BEFORE)._replace(other=goal) if found and goal else None


def follows(told: Told) -> tuple[int, int] | None:
    """The word that says that a step comes next."""
    said = next((word for word in reversed(told.words) if word.text in NEXT), None)
    return (said.start, said.end) if said else None


def _pointed_at(telling: Telling, told: Told, what: str) -> Told | None:
    if THIS.search(what):
        return telling.before(told)
    nearest = reversed(telling.steps[max(0, told.place - REACH) : told.place])
    return next((step for step in nearest if _action(telling, step) in what), None)


def _action(telling: Telling, told: Told) -> str:
    return telling.shadow[told.draft.action.start : told.draft.action.end]


def _one_clause(told: Told, before: Told) -> bool:
    return told.draft.clause is before.draft.clause


def _is_first_of_two(telling: Telling, told: Told, before: Told, found: re.Match[str]) -> bool:
    """要么剪，要么撕: the first 要么 relates to nothing before it."""
    cue = found[found.lastgroup or 0]
    told_before = told.sentence == before.sentence and cue in before.lead
    return not told_before and cue in telling.rest(told)


def _turn(told: Told, found: re.Match[str], relation: Relation, offset: int | None = None) -> Turn:
    """The turn that a match says; ``offset`` is where the text it was found in begins, else that of the lead."""
    at = told.lead_start if offset is None else offset
    start, end = found.span(found.lastgroup or 0)
    return Turn(at + start, at + end, relation, told)
