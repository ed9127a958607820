"""What a clause does: act, condition, caution, result, description, heading, question or chatter.

The rules stand in one table, read from top to bottom; the first that fits decides. Only acts make steps.
"""

import re
from typing import NamedTuple

from craftnlp.components.reading import Clause, ClauseKind

AFTER, BEFORE = 1, -1

DAMAGE = "断裂坏塌炸皱糊焦破漏崩糙毛散歪翘"


class Rule(NamedTuple):
    """A pattern on a clause, what such a clause is, and to which act it belongs (-1 before, +1 after)."""

    kind: ClauseKind
    pattern: re.Pattern[str]
    towards: int = 0


def _rule(kind: ClauseKind, pattern: str, towards: int = 0) -> Rule:
    return Rule(kind, re.compile(pattern), towards)


LEAD = r"^(?:但是?|而且?|所以|那么?|就|还|也|又|嗯|哎|好|然后|当然|其实|这里|这个时候|这时候?|你|我们|大家|，|\s)*"
RULES = (
    _rule(ClauseKind.HEADING, r"^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十\d]+步)\s*$"),
    _rule(ClauseKind.QUESTION, r"(?:吗|没有呢|什么呢|怎么样|是不是|好不好|行不行)$|怎么(?!说)|为什么|什么样"),
    _rule(
        ClauseKind.CAUTION, LEAD + r"(?:不然|否则|要不然|要不|不压的话|以?防止|以防|以免|免得|省得|防止|为防)", BEFORE
    ),
    _rule(ClauseKind.CAUTION, LEAD + r"(?:为了避免|为了防止|为避免|为防止)", AFTER),
    _rule(
        ClauseKind.CAUTION, r"(?:^|[^第])一[^，]{1,4}就[^，]{0,3}[断裂坏塌炸皱糊漏崩糙毛散歪翘跑废胖化掉破走]", BEFORE
    ),
    _rule(ClauseKind.CAUTION, r"^.{0,3}(?<!是)[早晚重轻厚薄长短紧松直快慢]了(?!以后|之后)(?:呢|.{1,8})?$", BEFORE),
    _rule(ClauseKind.CAUTION, r"^(?:太.{1,2}了|又?不(?:伤|碰|弄|破)[到坏着破])|又不伤", BEFORE),
    _rule(ClauseKind.CAUTION, LEAD + r"(?:注意|千万|切勿|切记|切忌|当心|小心(?!翼)|记住|避免|严禁)", AFTER),
    _rule(ClauseKind.CAUTION, r"千万(?:要|不|别|小心|注意)?|也要当心|要当心|要小心|要注意|必须注意", BEFORE),
    _rule(
        ClauseKind.CAUTION,
        r"(?:不要|不能|不可|不得|不准|别(?![的处人致样墅名具])|切勿|不许|勿|不适合|不宜|不好再|不让|不讓)(?!够|不|紧)",
        BEFORE,
    ),
    _rule(
        ClauseKind.CAUTION,
        rf"(?:容易|就会|就要|会|就|准|要|肯定)(?:[起开打发变跑走掉出]?)[{DAMAGE}]|(?:容易|就会|会|要).{{0,6}}(?:变形|走位|起毛|起皱|开裂|打结|脱落|发黑|发霉|腐坏|腐壞|不匀)",
        BEFORE,
    ),
    _rule(ClauseKind.CONDITION, LEAD + r"(?:直到|直至|一直到)", BEFORE),
    _rule(
        ClauseKind.CONDITION,
        LEAD + r"(?:等|待|趁|如果|要是|若是?|假如|每当|一旦|只要|当(?!心|然)|万一|想要|要想|每年|每次)(?!于|候)",
        AFTER,
    ),
    _rule(ClauseKind.CAUTION, r"^(?:不对|刀)?一[^，]$", BEFORE),
    _rule(
        ClauseKind.CONDITION,
        r".{2}(?:之后|以后|之时|(?<!这个)(?<!那个)的?时候|(?<!小)(?<!同)(?<!这)(?<!那)时|的话|之前|以前|(?<![最先然])后|(?<![面以])前)$",
        AFTER,
    ),
    _rule(ClauseKind.CONDITION, LEAD + r"(?:都|全)?[^，]{0,4}[好完](?:了|以后|之后|后)$", AFTER),
    _rule(
        ClauseKind.RESULT,
        LEAD + r"(?:使(?!用|劲)|让|使得|令|好让|以便|便于|形成|变成|成为|营造|为了|这样.{0,8}就?会|便会|就变|就成)",
        BEFORE,
    ),
    _rule(
        ClauseKind.CHATTER,
        r"[岁歲]|年轻|小时候|那时候?|当年|学徒|师父|师傅说|我妈|我爸|阿公|爷爷|入行|下回|今天先|喜欢|老人传|这件事|网上|来不及|头一年|后生|有的人|也有人|有人|人家|那一辈|师傅教|讲究的人|我有|我们有",
    ),
    _rule(ClauseKind.DESCRIPTION, r"^(?:[^，]{0,10})(?:叫做?|称为|称作|名叫|属于|具有|意思|等于|相当于)"),
    _rule(ClauseKind.DESCRIPTION, r"(?:(?<![先而的我们])是|就是|都是|也是|不是)(?!先|把|将|要).{1,}的$|^.{0,5}的是"),
    _rule(ClauseKind.DESCRIPTION, r"(?:比例|意思|道理|原因|关键|目的|特点|材料)是"),
    _rule(ClauseKind.DESCRIPTION, r"(?:像|跟|如同|好像).{1,12}(?:一样|似的|差不多|一般)$"),
    _rule(ClauseKind.DESCRIPTION, r"^.{0,10}(?:很|挺|蛮|特别|非常|太|十分(?!钟|之)|真的|比较)[^在把用]{1,4}$"),
)


def type_clause(clause: Clause, shadow: str, tail: str) -> ClauseKind:
    """The kind of a clause; ``tail`` is what stands between it and the next one."""
    text = shadow[clause.start : clause.end]
    if re.match(r"[”」』\"\s]*[？?]", tail):
        return ClauseKind.QUESTION
    for rule in RULES:
        found = rule.pattern.search(text)
        if found:
            clause.marker, clause.towards = found[0], rule.towards
            return rule.kind
    return ClauseKind.ACT
