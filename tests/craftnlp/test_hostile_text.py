"""Text that was made to break a reader: pages of one character, no punctuation, control characters, a megabyte."""

import ast
import importlib
import inspect
import pkgutil
import random
import re
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, ModuleType
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import craftnlp
from craftnlp import Cue, CueError, TechniqueSpec, read, transcript_text

ROOT = Path(__file__).parents[2]
CHARACTERS = "一两三十百千万个半多来点分之约大概，、。0189ax 了着过的用把在\n！"
Work = Callable[[str], object]


class Expression(NamedTuple):
    """A regular expression of the library, and whether it is ever asked to match a whole string."""

    pattern: re.Pattern[str]
    whole: bool

    def work(self, text: str) -> None:
        """Search all of a text, so that every place in it is tried."""
        if self.whole:
            self.pattern.fullmatch(text)
        deque(self.pattern.finditer(text), maxlen=0)


def expressions() -> dict[str, Expression]:
    """Every regular expression of the library by where it stands: compiled ones and those written into a call."""
    found: dict[str, Expression] = {}
    for place in pkgutil.walk_packages(craftnlp.__path__, "craftnlp."):
        if not place.name.endswith("__main__"):
            module = importlib.import_module(place.name)
            source = inspect.getsource(module)
            for name, pattern in [*_compiled(module), *_written(source)]:
                found[f"{place.name.removeprefix('craftnlp.')}:{name}"] = Expression(
                    pattern, f"{name}.fullmatch" in source
                )
    return {name: one for name, one in found.items() if isinstance(one.pattern.pattern, str)}


def _compiled(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in vars(module).items():
        yield from _patterns(name, value, 4)
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield from _patterns(name, dict(vars(value)), 4)


def _patterns(name: str, value: object, depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The expressions in a value, in tuples, lists, sets and dictionaries too."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for place, held in enumerate(value):
            yield from _patterns(f"{name}[{place}]", held, depth - 1)
    elif depth and isinstance(value, dict):
        for key, held in value.items():
            yield from _patterns(f"{name}[{key}]", key, depth - 1)
            yield from _patterns(f"{name}[{key}]", held, depth - 1)


def _written(source: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            first, owner = node.args[0], node.func.value
            called = isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr != "compile"
            if called and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield f"line {node.lineno}", re.compile(first.value)


def seconds(work: Work, text: str, limit: float = 3) -> float:
    """Processor time of one run. Raises ``TimeoutError`` after so many seconds, also inside a regular expression."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"{text[:8]!r} × {len(text)} takes longer than {limit} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit)
    start = time.process_time()
    try:
        work(text)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return time.process_time() - start


def page(piece: str, size: int, ending: str = "") -> str:
    """A piece of text repeated to a size."""
    return (piece * size)[:size] + ending


def growth(work: Work, piece: str, sizes: tuple[int, int], ending: str = "", slack: float = 0.05) -> float:
    """How much longer the larger page takes, at best of three tries; 0 where it takes less than ``slack`` seconds."""
    small, large = (page(piece, size, ending) for size in sizes)
    found = float("inf")
    for _ in range(3):
        after = seconds(work, large)
        if after < slack:
            return 0
        found = min(found, after / max(seconds(work, small), slack / 100))
    return found


EXPRESSIONS = expressions()


def test_the_expressions_are_found() -> None:
    names = "\n".join(EXPRESSIONS)
    assert len(EXPRESSIONS) > 100
    assert all(word in names for word in ("QUANTITY", "cues:SPEAKER", "clause_types:RULES[0]", "disfluency:REPEAT"))


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_no_expression_blows_up(name: str) -> None:
    """Many are only ever given a few words, so a square is no fault here; anything worse is."""
    expression = EXPRESSIONS[name]
    chance = random.Random(name)  # noqa: S311  CONFIG: the same pieces every time
    own = [char for char in dict.fromkeys(expression.pattern.pattern) if char not in "()[]{}|?*+^$\\P<>!=:"]
    letters = [*CHARACTERS, *own]
    pieces = {*CHARACTERS, *chance.sample(own, min(10, len(own)))}
    pieces |= {"".join(chance.choices(letters, k=chance.choice((2, 2, 3)))) for _ in range(20)}
    pages = [(piece, ending) for piece in sorted(pieces) for ending in ("", "！")]
    piece, ending = max(pages, key=lambda one: seconds(expression.work, page(one[0], 200, one[1])))
    assert growth(expression.work, piece, (1000, 2000), ending) < 5.5, (piece, ending)


TELLING = [
    *"一十，、。切把用在的先再等左边像？（「\n\ufffd🧵锤1a",
    *[
        "三毫米",
        "半个",
        "一点",
        "用刀切",
        "不对，",
        "，不对，三",
        "嗯，",
        "那个",
        "切切",
        "一层",
        "不然",
        "干了以后",
        "1.",
    ],
    *[
        "重复",
        "，再来一遍",
        "一边",
        "或者",
        "第一步",
        "？对",
        "切一下，",
        "三遍",
        "泥、",
        "的时候",
        "注意",
        "先切再",
        "A：B\n",
    ],
]


@pytest.mark.parametrize("piece", TELLING)
def test_a_page_of_one_piece_takes_no_longer_than_its_length(piece: str) -> None:
    def work(text: str) -> None:
        read((Cue(text=f"说{text}"),))

    assert growth(work, piece, (2000, 8000), slack=0.5) < 7


@pytest.mark.parametrize(
    "piece", ["一", "，", " ", "：", "A：", "问：", "00:01 ", "1:1", "<", "<v ", "【", "[0", "-->", "\n", "师傅", "？"]
)
def test_a_page_of_one_piece_is_parsed_in_no_time(piece: str) -> None:
    def work(text: str) -> None:
        try:
            craftnlp.parse_transcript(f"说{text}")
        except CueError:
            return

    assert growth(work, piece, (5_000, 20_000)) < 7


PIECES = st.sampled_from([piece for piece in TELLING if piece != "A：B\n"])


@settings(max_examples=20, deadline=5_000)
@given(st.lists(PIECES, min_size=1, max_size=6).map("".join))
def test_a_page_of_any_pieces_is_read_in_no_time(piece: str) -> None:
    proved(f"说{page(piece, 3_000)}")


def proved(*texts: str) -> TechniqueSpec:
    """What was read, with every quote proved, also after a journey through JSON."""
    cues = tuple(Cue(text=text) for text in texts)
    spec = read(cues)
    spec.check_quotes(transcript_text(cues))
    assert TechniqueSpec.model_validate_json(spec.model_dump_json()) == spec
    return spec


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n" * 3_000, " " * 5_000, "，。！？…", "🧵🔥", "\0", "\ud83d", "\u0301", "abc 123", "\u202e\u200f"],
)
def test_a_text_without_chinese_is_refused_in_words(text: str) -> None:
    with pytest.raises(CueError, match="没有找到中文"):
        read((Cue(text=text),))


def test_no_cue_at_all_is_refused_in_words() -> None:
    with pytest.raises(CueError, match="没有找到中文"):
        read(())


HOSTILE = [
    *["切", "一", "的", "泥。", "\n泥", " 泥 "],
    "把泥切开" * 1_250,  # 5,000 characters without a border
    "揉" * 5_000,
    "说" + "\n" * 3_000 + "把泥切开。",
    "说" + "，" * 500 + "把泥切开。",
    "说" + " " * 5_000 + "把泥切开。",
    "先把🧵竹子🔥锯断👩‍🎨，泡三天🇨🇳。",
    "先把\x00竹子\x01锯断\x1b[31m，\x7f泡三天\x85。",
    "先把\ud83d竹子\udfff锯断，泡\ud800三天。",
    "先把竹\u0301子锯\u0302断，泡三\u20dd天\ufe0f。",
    "\u202e先把竹子锯断\u202c，\u200f泡三天\u200e，\u2067再劈\u2069。",
    "\ufeff先把\u200b竹子\u200d锯断\u2060，泡\u00ad三天。",
    "先把竹子锯断\r\n泡三天\r再劈\u2028晾干\u2029。\v\f",
    "㐀𠀀𪚥，先把𥐟石磨平，磨３\u00a0遍。",
    "（" * 400 + "把泥切开" + "）" * 400,
    "「『“‘" * 200 + "把泥切开。",
    "".join(map(chr, range(1, 0x250))) + "把泥切开三毫米",
]


@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:12]) for text in HOSTILE])
def test_hostile_text_is_read_and_every_quote_proves(text: str) -> None:
    proved(text)
    proved(text, "再拍平。", text)


@settings(max_examples=150, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("把泥切开三毫米，。先用刀 \n")), max_size=80))
def test_anything_with_chinese_in_it_is_read(text: str) -> None:
    proved(f"说{text}")


def test_signs_inside_a_telling_do_not_hide_its_acts() -> None:
    spec = proved("先把🧵竹子锯断\x01，\u200f再把篾条泡在水缸里，泡三天\ud800。")
    assert {"锯断", "泡"} <= {step.action.said for step in spec.steps}


LARGE = 1_000_000  # bytes
MOST = 600  # MB; measured on the samples repeated to one megabyte: 407
# VmHWM, not ru_maxrss: that one is inherited from the process that started this one.
PROGRAM = """
import sys
from pathlib import Path
import craftnlp

lines = []
for file in sorted(Path("archive/samples").glob("*/transcript.vtt")):
    lines += [cue.text for cue in craftnlp.parse_transcript(file.read_text(encoding="utf-8"))]
page = "\\n".join(lines) + "\\n"
text = (page * (int(sys.argv[1]) // len(page.encode()) + 1)).encode()[: int(sys.argv[1])].decode(errors="ignore")
cues = craftnlp.parse_transcript(text)
spec = craftnlp.read(cues)
spec.check_quotes(craftnlp.transcript_text(cues))
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(len(spec.steps), int(peak.split()[1]) // 1024)
"""


def test_a_transcript_of_a_megabyte_is_read_in_bounded_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(LARGE)], capture_output=True, check=True, cwd=ROOT
    )
    steps, peak = map(int, done.stdout.split())
    assert steps > 5_000
    assert peak < MOST
