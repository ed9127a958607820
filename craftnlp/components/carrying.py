"""Carry-over: the tool or thing of the act before, where the sentence plainly goes on with it.

用刻刀先刻轮廓，再刻花纹: nobody says with what the second time. Such a value is only ever proposed as inferred: it quotes
the words of the act before, stands in no sentence and is accepted one by one. Wherever it is unsure, nothing is carried.
"""

import re
from typing import NamedTuple

from craftnlp.components.frames import OBJECTS, family, table
from craftnlp.components.reading import ClauseKind, Draft, Found, Reading
from craftnlp.spec import StepField

CARRIED = {StepField.TOOL: "carried.tool", StepField.MATERIAL: "carried.material"}
ANNOUNCED = {  # 用 and 把 name the thing; what nothing announces may be wrong twice
    StepField.TOOL: re.compile("(?:用|拿|使用|以)着?(?:一?[把根支个张块])?$"),
    StepField.MATERIAL: re.compile("[把将](?:这|那)?(?:一?[把根支个张块片条])?$"),
}
NEXT = re.compile("[，、\\s]*(?:再|然后|接着|随后|之后)")
ANEW = re.compile("换|放下|另|改用|用|拿|别的|徒手|[左右双]手")


class Carried(NamedTuple):
    """What a step may take over from the one before: the field and the span that says it there."""

    name: StepField
    found: Found


def carried(reading: Reading, before: Draft, draft: Draft) -> list[Carried]:
    """The tool and the material that an act takes over from the act before it."""
    if not _goes_on(reading, before, draft):
        return []
    return [
        Carried(name, held[0]._replace(rule=rule, probability=None))
        for name, rule in CARRIED.items()
        if (held := before.slots.get(name, [])) and len(held) == 1 and not draft.slots.get(name)
        if ANNOUNCED[name].search(reading.shadow, max(0, held[0].start - 5), held[0].start)
        if _fits(reading, name, before, draft)
    ]


def _goes_on(reading: Reading, before: Draft, draft: Draft) -> bool:
    """The next clause of the same sentence, both acts, and the later one begins with 再 or 然后 and names nothing new."""
    same = before.clause.sentence == draft.clause.sentence and before.clause is not draft.clause
    acts = before.clause.kind is draft.clause.kind is ClauseKind.ACT
    lead = reading.shadow[draft.clause.start : draft.action.start]
    return same and acts and NEXT.match(lead) is not None and ANEW.search(lead) is None


def _fits(reading: Reading, name: StepField, before: Draft, draft: Draft) -> bool:
    """A tool serves the next act of its own family; a thing is handled on where the next act names no other."""
    if name is StepField.TOOL:
        asks = [table().get(family(reading.shadow[act.action.start : act.action.end])) for act in (before, draft)]
        return asks[0] is not None and asks[0] == asks[1]
    act = reading.shadow[draft.action.start : draft.action.end]
    told = reading.shadow[draft.clause.start : draft.action.start] + act
    ends = reading.shadow[draft.action.end : draft.clause.end].strip("了呢嘛啊下一去来 ") == ""
    return ends and act[-1] not in OBJECTS and not re.search("[把将在给]", told)
