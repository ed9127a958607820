"""``python -m craftnlp.lexicon check | count | export | import FILE``.

Exit codes: 0 done, 1 faults found or the input cannot be read, 2 wrong usage. Errors are one plain line on stderr,
Chinese first.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from craftnlp.lexicon.checks import faults
from craftnlp.lexicon.entries import Entry, Lexicon, LexiconError
from craftnlp.lexicon.tables import load, sources, table_text
from craftnlp.spec import TermClass

USAGE = """\
python -m craftnlp.lexicon check                    one line a fault; exit code 1 where there is one
python -m craftnlp.lexicon count                    entries by craft and class
python -m craftnlp.lexicon export [--format FORMAT] SKOS on standard output
python -m craftnlp.lexicon import FILE [--format FORMAT]
                                                    a SKOS file (- is standard input) as a table, faults on stderr
FORMAT is turtle (the default) or nt."""
WITHOUT_CRAFT = "通用"


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        fail("用法不对，请看 --help。", message, code=2)


def fail(chinese: str, english: str, *, code: int = 1) -> NoReturn:
    """End with one plain line on stderr."""
    sys.stderr.write(f"{chinese} / {' '.join(english.split())}\n")
    raise SystemExit(code)


def main(arguments: list[str]) -> None:
    """Run one command."""
    parser = Parser(prog="python -m craftnlp.lexicon", usage=USAGE, description="词表：检查、统计、交换")
    parser.add_argument("command", choices=("check", "count", "export", "import"))
    parser.add_argument("file", nargs="?", help="the file of import")
    parser.add_argument("--format", choices=("turtle", "nt"), default="turtle")
    given = parser.parse_args(arguments)
    if (given.command == "import") != (given.file is not None):
        parser.error("import takes one file; nothing else takes one")
    commands: dict[str, Callable[[], None]] = {
        "check": check,
        "count": count,
        "export": lambda: send(given.format),
        "import": lambda: receive(given.file, given.format),
    }
    commands[given.command]()


def check() -> None:
    """Every fault of the shipped tables; silence and exit code 0 where there is none."""
    found = faults(load())
    for fault in found:
        write(f"{fault}\n")
    raise SystemExit(1 if found else 0)


def count() -> None:
    """A table of entries by craft and class. An entry of two crafts counts in both rows, and once in the last."""
    entries = load().entries
    crafts = Counter(craft for entry in entries for craft in entry.crafts or (WITHOUT_CRAFT,))
    write("\t".join(("craft", *TermClass, "all")) + "\n")
    for craft, _ in sorted(crafts.items(), key=lambda item: (-item[1], item[0])):
        _count_row(craft, [entry for entry in entries if craft in (entry.crafts or (WITHOUT_CRAFT,))])
    _count_row(f"{len(crafts.keys() - {WITHOUT_CRAFT})} crafts", entries)


def send(form: str) -> None:
    """The shipped lexicon as SKOS."""
    from craftnlp.lexicon.skos import export

    write(export(load().entries, sources().values(), form=form))


def receive(source: str, form: str) -> None:
    """A SKOS file as a table in our own form; what the check has to say about it goes to stderr."""
    from craftnlp.lexicon.skos import read

    data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    entries = read(data, form=form)
    write(table_text(entries))
    for fault in faults(Lexicon(entries)):
        sys.stderr.write(f"{fault}\n")


def write(text: str) -> None:
    """Output in UTF-8 whatever the terminal's own encoding is."""
    sys.stdout.buffer.write(text.encode())


def _count_row(craft: str, entries: list[Entry] | tuple[Entry, ...]) -> None:
    classes = Counter(entry.term_class for entry in entries)
    write("\t".join((craft, *(str(classes[each]) for each in TermClass), str(len(entries)))) + "\n")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except LexiconError as error:
        fail(str(error), error.english)
    except OSError as error:
        fail("读不到这个文件，请检查路径和权限。", f"Cannot read the file: {error.strerror} {error.filename or ''}")
