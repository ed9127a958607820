"""The pipeline is one visible tuple; reading is deterministic and bounded."""

import time

import jieba

from craftnlp import PIPELINE, Cue, parse_transcript, read, transcript_text
from craftnlp.components.confidence import RULES, UNMEASURED, confidence
from craftnlp.components.document import cutter
from tests.craftnlp.reading_aloud import spec_of


def test_the_order_of_work_is_one_tuple() -> None:
    assert [component.__name__ for component in PIPELINE] == [
        "quantity", "terms", "disfluency", "tokenizer", "clauses", "rules", "labeller", "attachment", "sequence",
        "assembly", "frames",
    ]  # fmt: skip


def test_every_confidence_is_a_measured_figure_of_its_rule() -> None:
    for _, value in spec_of("先用竹刀在垫板上把泥片切断，三毫米厚，不然容易断。").values():
        assert value.confidence in {*RULES.values(), UNMEASURED}
        assert value.component.partition("/")[2] == "1"
    assert confidence("no such rule") == UNMEASURED
    assert all(0 < figure < 1 for figure in RULES.values())


def test_terms_and_quantities_force_word_borders_on_a_private_tokenizer() -> None:
    before = dict(jieba.dt.FREQ)
    words = [token.text for token in cutter()("在垫板上将泥压平")]
    assert "".join(words) == "在垫板上将泥压平"
    assert "上将" not in words
    assert dict(jieba.dt.FREQ) == before


def test_a_megabyte_is_read_in_bounded_time() -> None:
    cues = parse_transcript("师傅：先用竹刀切泥片，三毫米厚，再晾两三天。\n" * 5_100)
    started = time.monotonic()
    spec = read(cues)
    assert time.monotonic() - started < 60
    assert len(spec.steps) >= 2 * 5_100
    assert len(transcript_text(cues)) > 100_000


def test_a_page_without_punctuation_or_of_digits_is_no_trap() -> None:
    started = time.monotonic()
    for text in ("泥用刀切" * 5_000, "三" * 20_000, "泥" + "1," * 20_000, "（泥" * 10_000, "泥，" * 10_000):
        read((Cue(text=text),))
    assert time.monotonic() - started < 60
