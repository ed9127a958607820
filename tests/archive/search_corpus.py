"""A small corpus for the search tests: invented records with known words, and a few with traps in them."""

import random
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from archive.search.base import SearchDocument, SearchStep, SpokenLine
from craftnlp.tokenize import Vocabulary, Word

CRAFTS = {"suxiu": "苏绣", "yangzhou-qiqi": "扬州漆器", "taohuawu": "桃花坞木版年画"}
TOOLS = ("绷架", "CNC雕刻机", "刮刀", "绣花针", "鎏金刷")
MATERIALS = ("丝线", "推光漆", "螺鈿", "金箔")
VERBS = ("扎", "刮灰", "扫描", "镂空花版", "戗金填彩")
SENTENCES = (
    "苏绣的平针要一针挨一针",
    "蘇繡講究平齊細密",
    "鎗金填彩以後再推光",
    "戗金填彩和戗金不是一回事",
    "先刮灰，再上推光漆",
    "打籽绣用绷架绷紧",
    "这件漆器要放进荫房",
    "繡花針要細，穿絲線",
    "雕漆的漆要上几十道",
    "螺鈿鑲嵌最费工夫",
    "镂空花版刷一遍色",
    "花版要先泡水",
    "凭手感就晓得干没干",
    "老师傅说三十度左右",
    "先做三维扫描，3D扫描 以后修形",
    "用CNC雕刻机开粗，5mm 的刀",
    "CNC 雕刻机比手快",
    "线拉到贴住绸面就停",
    "调漆的时候加一点桐油",
    "剩下的明天再做",
)
# A word in the middle of a sentence, across what a dictionary would take for a word border; and words that are cut.
PLANTED = {
    901: "锦绣花园里坐着",
    902: "银丝绸带缠三道",
    903: "洒金线描的底子",
    904: "推光漆器皿不怕水",
    905: "木雕漆工具摆一排",
    906: "这是锦绣。花园在那边",
    907: "这是一根丝\n绸带另放",
}
VOCABULARY = Vocabulary(
    [
        Word("苏绣", "sū xiù"),
        Word("扬州漆器"),
        Word("戗金", "qiàng jīn"),
        Word("戗金填彩", "qiàng jīn tián cǎi"),
        Word("CNC雕刻机"),
        Word("推光漆", "tuī guāng qī"),
        Word("螺钿", "luó diàn", ("嵌螺钿", "螺填")),
        Word("绿漆", "lǜ qī"),
        Word("藏毯", "zàng tǎn"),
    ]
)
START = datetime(2026, 1, 1, tzinfo=UTC)


def corpus() -> dict[int, SearchDocument]:
    """120 generated documents and the planted ones; always the same."""
    chance = random.Random(7)  # noqa: S311  CONFIG: repeatable, not secret
    made = [_document(pk, chance) for pk in range(1, 121)]
    planted = [_planted(pk, text) for pk, text in PLANTED.items()]
    return {doc.id: doc for doc in (*made, *planted)}


def _document(pk: int, chance: random.Random) -> SearchDocument:
    craft = chance.choice(list(CRAFTS))
    tools, materials, verbs = (_some(words, chance) for words in (TOOLS, MATERIALS, VERBS))
    said = chance.sample(SENTENCES, 5)
    return SearchDocument(
        id=pk,
        slug=f"t{pk}",
        title=chance.choice(SENTENCES)[: chance.randint(4, 9)],
        title_en="Flat stitch" if pk % 5 == 0 else "",
        summary=chance.choice(SENTENCES) if pk % 3 == 0 else "",
        steps=tuple(SearchStep(f"s{n}", n, 10 * n, f"{text}。", text) for n, text in enumerate(said[:3], 1)),
        lines=tuple(SpokenLine(30 + n, text) for n, text in enumerate(said[3:])),
        facets={"craft": (craft,), "tool": tools, "material": materials, "verb": verbs, "sample": ("yes",)},
        labels=(CRAFTS[craft], *tools, *materials, *verbs),
        updated=START + timedelta(hours=pk % 17),
    )


def _planted(pk: int, text: str) -> SearchDocument:
    steps = (SearchStep("s1", 1, 5, "", text),)
    return SearchDocument(id=pk, slug=f"t{pk}", title="埋下的词", steps=steps, updated=START)


def _some(words: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(words, chance.randint(0, 2)))


class Shelf(dict[int, SearchDocument]):
    """Documents that stand in for the database: callable as a backend's source."""

    def __call__(self, ids: Iterable[int]) -> Mapping[int, SearchDocument]:
        return {pk: self[pk] for pk in ids if pk in self}
