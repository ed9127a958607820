"""The dictionary cuts as jieba does with HMM off, leaves nothing on the disk and jieba's own tokenizer alone."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import jieba
import jieba.posseg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from craftnlp import decode, parse_transcript
from craftnlp.components.dictionary import LONGEST, dictionary

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(ROOT.joinpath("archive", "samples").glob("*/transcript.vtt"))


@pytest.fixture(scope="module")
def peer() -> Iterator[Any]:
    """jieba's own tagger, with its cache in a folder that goes away."""
    jieba.setLogLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
        yield jieba.posseg.POSTokenizer(tokenizer)


def cuts(text: str) -> list[tuple[str, str]]:
    return list(dictionary().cut(text))


def cuts_of(peer: Any, text: str) -> list[tuple[str, str]]:
    return [(pair.word, pair.flag) for pair in peer.cut(text, HMM=False)]


# Words that the dictionary knows, pieces of them, and characters that it does not know.
HAN = st.one_of(
    st.sampled_from("一二三十百半把用在了着过的上中下竹刀泥土水火针线布纸木石铁铜手指心意开关口门工人生熟大小"),
    st.sampled_from(
        ["竹子", "砂纸", "手工业", "一心一意", "目的", "上将", "自行车", "剪刀", "画龙点睛", "铁匠铺", "水到渠成"]
    ),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5),
)
TELLINGS = st.one_of(
    st.lists(HAN, max_size=40).map("".join),
    st.lists(st.one_of(HAN, st.sampled_from("，。、！？；：（）“”…—·")), max_size=60).map("".join),
    st.lists(st.sampled_from(["，", " ", "\n", "abc", "PVC", "12", "800", "3", "x"]), max_size=20).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(TELLINGS)
def test_cuts_and_tags_are_those_of_jieba(peer: Any, text: str) -> None:
    assert cuts(text) == cuts_of(peer, text)


@pytest.mark.parametrize("file", SAMPLES, ids=[file.parent.name for file in SAMPLES])
def test_a_telling_is_cut_as_jieba_cuts_it(peer: Any, file: Path) -> None:
    for cue in parse_transcript(decode(file.read_bytes())):
        assert cuts(cue.text) == cuts_of(peer, cue.text)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=60), st.text(st.characters(), max_size=60)))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(word for word, _ in cuts(text)) == text
    assert all(word for word, _ in cuts(text))


def test_a_word_longer_than_we_look_for_still_adds_up(peer: Any) -> None:
    longest = max((word for word in peer.tokenizer.FREQ if word.isalpha()), key=len)
    assert len(longest) > LONGEST
    assert "".join(word for word, _ in cuts(longest)) == longest


def test_a_page_without_a_border_is_cut_in_one_go() -> None:
    page = "竹刀泥水" * 5_000
    assert cuts(page) == list(chain.from_iterable([cuts("竹刀泥水")] * 5_000))


PROGRAM = """
import json, sys
import jieba, jieba.posseg
from craftnlp import Cue, read
spec = read((Cue(text="先把竹筒锯成两截，泡三天。"),))
json.dump({"steps": len(spec.steps), "ready": [jieba.dt.initialized, jieba.posseg.dt.tokenizer.initialized]}, sys.stdout)
"""


def test_a_reading_writes_no_cache_says_nothing_and_leaves_jiebas_own_tokenizer_alone(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path)),
    )
    said = json.loads(done.stdout)
    assert said["steps"] > 0
    assert said["ready"] == [False, False]
    assert done.stderr == b""
    assert list(tmp_path.iterdir()) == []
