"""How fast transcripts are read, beside plain jieba with part-of-speech tags on the same text."""

import logging
from pathlib import Path

import jieba
import jieba.posseg

import archive.samples
import craftnlp
from bench.timing import best_seconds, markdown

SAMPLES = Path(archive.samples.__file__).parent


def table() -> str:
    """Characters a second, and the ratio to jieba (posseg, HMM off), which only cuts and tags."""
    jieba.setLogLevel(logging.WARNING)
    files = sorted(SAMPLES.glob("*/transcript.vtt"))
    sources = [craftnlp.parse_transcript(craftnlp.decode(file.read_bytes())) for file in files]
    texts = [craftnlp.transcript_text(cues) for cues in sources]
    characters = sum(map(len, texts))
    tagger = jieba.posseg.POSTokenizer(jieba.Tokenizer())
    tagged = best_seconds(lambda: [list(tagger.cut(text, HMM=False)) for text in texts])
    read = best_seconds(lambda: [craftnlp.read(cues) for cues in sources])
    rows = [
        ("jieba posseg, HMM off", f"{characters / tagged:,.0f}", "1.00"),
        ("craftnlp.read (steps, quantities, roles, questions)", f"{characters / read:,.0f}", f"{tagged / read:.3f}"),
    ]
    return markdown(("reader", "characters a second", "ratio"), rows)
