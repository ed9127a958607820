"""How the commands talk: results on standard output, one plain line on stderr for every failure, Chinese first."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

USAGE = """\
python -m craftnlp FILE|- [--json] [--llm URL --model M]
       read a transcript (.vtt, .srt, .txt; - is standard input)
       python -m craftnlp predict PASSAGES.jsonl|-
       steps of {"id", "text"} passages, one JSON object a line
       python -m craftnlp evaluate FILE|- [--json] [--by craft|style] [--errors] [--reliability]
       score the reader on annotated passages; ends with 3 if anything was invented
       python -m craftnlp schema
       the JSON Schema of a specification"""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def __init__(self, description: str) -> None:
        super().__init__(prog="python -m craftnlp", usage=USAGE, description=description)

    def error(self, message: str) -> NoReturn:
        fail("用法不对，请看 --help。", message, code=2)


def fail(chinese: str, english: str, *, code: int = 1) -> NoReturn:
    """End with one plain line on stderr."""
    tell(chinese, english)
    raise SystemExit(code)


def tell(chinese: str, english: str) -> None:
    """One plain line on stderr."""
    sys.stderr.write(f"{chinese} / {' '.join(english.split())}\n")


def write(text: str) -> None:
    """One block of output, out at once; what the terminal cannot show is escaped, not lost."""
    sys.stdout.buffer.write((text + "\n").encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """A file, or standard input for ``-``, as bytes. Raises ``OSError``."""
    if source == "-":
        yield sys.stdin.buffer
    else:
        with Path(source).open("rb") as file:
            yield file
