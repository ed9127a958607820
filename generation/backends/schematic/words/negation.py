"""Whether the words say that an action is not done: such a step must never be drawn as if it were."""

import re
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Step

NOT: Final = "不要|不能|不可以|不可|不用|不许|不会|不再|没有|不|没|未|别|勿|莫"
BEFORE: Final = re.compile(rf"(?:{NOT})(?:[把将给往跟](?:[^，。；！？、]*))?$")
TWICE: Final = re.compile(r"(?:不得不|不能不|不可不|无不|莫不|没有不)(?:[把将给往跟](?:[^，。；！？、]*))?$")
UNABLE: Final = re.compile(r"^(?:未|不(?!停|歇|间断))")  # 熬煮不停火 is done, all the time


def undone(step: Step) -> bool:
    """Whether 不, 没, 未, 别 or 勿 stands directly before the action (沒放, 不要把水倒进去) or 不 right after it (搅不动)."""
    clause, action = step.clause, step.action.quote
    start, end = action.start - clause.start, action.end - clause.start
    if not 0 <= start <= end <= len(clause.text):  # an action carried over from another clause
        return False
    before, after = fold(clause.text[:start]), fold(clause.text[end:])
    if TWICE.search(before):
        return False
    return bool(BEFORE.search(before) or UNABLE.match(after) or UNABLE.match(fold(step.action.text)))
