"""Which characters the film fonts and the web font must be able to draw.

Han characters come from `characters.txt` (the general standard table and its
traditional forms) and from Python's codecs (GB2312, Big5 level 1).  Nothing here
needs a network or a font; a character the source font lacks is left out by
`rebuild`.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHARACTERS = Path(__file__).with_name("characters.txt")

# Craft words, simplified and traditional, that ready-made subsets tend to lose.
CRAFT = (
    "髹髤缫繅锔鋦砑匜鬲绺綹戗戧鎗紥紮缂緙鬅錾鏨璺"  # the words that started this list
    "錽鋄鎏鏒镶鑲镂鏤镟鏇锻鍛铸鑄铆鉚铰鉸锉銼锯鋸锤錘锥錐铲鏟钳鉗镊鑷錡鍱鏾鐾焊銲釬鎔"  # metal
    "绣繡织織缝縫纺紡线線丝絲绢絹罗羅绫綾缎緞绒絨锦錦缬纈纻紵缯繒絺绤綌縠罽绦縧绗絎纫紉绞絞缠纏绕繞编編结結绷繃紬绸綢绉縐纱紗纬緯经經综綜络絡缀綴染蘸绽綻縬纑毡氈氆氇筘杼梭"  # thread
    "漆桼剔犀螺钿鈿嵌雕彫镌鐫盘盤盒盝奁匳匲匣髻胎灰裱褙褾描"  # lacquer
    "窑窰窯釉泑坯瓷甆陶砖磚钵鉢缽甑甗罍斝觚觥盉簋鬶瓿甏罂罌甖坩埚堝焙烧燒炼煉熔"  # vessels, fire
    "榫卯枘楔铇鉋刨凿鑿锛錛斫枓栱枋檩檁檐簷篾笸箩籮笼籠筛篩竹簟箅帘簾簀篑簣"  # wood, bamboo
    "纸紙楮笺箋砚硯墨煙炱杵臼捣搗抄笔筆毫拓搨裁剪凿鏩"  # paper, ink
    "擀搓揉捻绾綰拽绷抻擘劈掐捏捺揲搋搌搦摁攥撚擰拧擼掰挼揎㨄"  # hand movements
    "灯燈笼鸢鳶偶儡皮影脸臉谱譜鼓锣鑼钹鈸琴瑟笙箫簫笛埙塤壎"  # figures, instruments
    "絣絁緂絓絚綀緆繢鞶鞓鏂錍鐎銴鋬甋埿塼缹缻罋瓨籢茢椫楺槬樏櫋栭楶榥斵斸鉏鈚鋋鏦臿"  # old names of cloth, tools, timber
    "记記忆憶传傳艺藝术術师師匠技传习習谣謠诀訣"  # our own words
)

# What masters say at home: Cantonese, Wu and other speech written down as it sounds.
DIALECT = (
    "佢冇冚咁咗哋唞啩啱啲喎喐喺嗮嗰嗱嗻嘅嘢嘥噃噉噏嚟嚡嚿囝囥嬲屘岃忟怐抈抌捘捹掟掹揞揦揼揾搣搨搲搵搿摱摷撚撠撴"
    "擝攋攞攰敁敨敹昅曱杬栨氹氽汏炑烚煀煏煠熝燶爁爈狋甴癐癦瞇瞓矺篸紥縩繑罉脷腍艔菢葢蟧覅諕謦貎趷跍踎踭躀躝躼"
    "迣逳鈪鉎鎅鐁鐟閪餸饀髆鬙麬黀黐齩"
)

# Inclusive code point ranges that are not Han; the source font decides what exists.
SYMBOL_RANGES = (
    (0x0020, 0x007E),  # Latin, digits
    (0x00A0, 0x017F),  # ° ± · ×, accented Latin, macron vowels of pinyin
    (0x01CD, 0x01DC),  # caron vowels of pinyin
    (0x0391, 0x03C9),  # Greek
    (0x2010, 0x2027),  # dashes, quotes, …
    (0x2030, 0x205E),  # ‰ ′ ″ ※
    (0x2070, 0x209C),  # super- and subscript digits
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218B),  # ℃ № ½ Ⅰ–Ⅻ ⅰ–ⅻ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # ≈ ≤ ≥ −
    (0x2460, 0x24FF),  # ① ⑴ ⓐ
    (0x2500, 0x25FF),  # lines, ■ ○ ▲
    (0x2600, 0x27BF),  # ★ ✓
    (0x3000, 0x303F),  # 、。〈〉「」〇
    (0x3105, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # ㈠ ㎜ ㎡ ㎏
    (0xFE10, 0xFE4F),  # vertical punctuation
    (0xFF01, 0xFFEE),  # full width
)
WEB_SYMBOL_RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2010, 0x2026),
    (0x2030, 0x203A),
    (0x2103, 0x2103),
    (0x2160, 0x217B),
    (0x2190, 0x2193),
    (0x2248, 0x2265),
    (0x2460, 0x2473),
    (0x2713, 0x2713),
    (0x3000, 0x3017),
    (0x339C, 0x33A1),
    (0xFF01, 0xFF5E),
    (0xFFE5, 0xFFE5),
)


@cache
def sections() -> dict[str, str]:
    """Return the sections of `characters.txt`: name to characters, in file order.

    Raises KeyError when a line of characters stands before the first section.
    """
    found: dict[str, str] = {}
    name = ""
    for line in CHARACTERS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            found[name] = ""
        elif line and not line.startswith("#"):
            found[name] += line
    return found


def general_standard() -> set[str]:
    """Return the 8,105 characters of 通用规范汉字表."""
    return set("".join(sections()[f"tgh-{level}"] for level in (1, 2, 3)))


def film_characters() -> set[str]:
    """Return every character wanted in both film fonts."""
    return (
        general_standard()
        | set(sections()["traditional"])
        | set(_two_byte("gb2312", 0xB0, 0xF7))
        | set(_two_byte("big5", 0xA4, 0xC6))
        | set(CRAFT)
        | set(DIALECT)
        | _symbols(SYMBOL_RANGES)
    )


def web_characters() -> set[str]:
    """Return the characters of the web font: level 1 of the table, craft words, signs."""
    return set(sections()["tgh-1"]) | set(CRAFT) | _symbols(WEB_SYMBOL_RANGES)


def _symbols(ranges: tuple[tuple[int, int], ...]) -> set[str]:
    return {chr(point) for low, high in ranges for point in range(low, high + 1)}


def _two_byte(codec: str, first: int, last: int) -> Iterator[str]:
    """Yield the characters of `codec` whose lead byte lies in [first, last]."""
    for lead in range(first, last + 1):
        for trail in range(0x40, 0xFF):
            yield from bytes((lead, trail)).decode(codec, errors="ignore")
