"""Two languages: pages under ``/zh/`` and ``/en/``, and the English of every Chinese message.

    python -m config.i18n          add new messages to the English catalogue (empty), drop old ones, compile it
    python -m config.i18n --check  change nothing; exit 1 when a message is missing, empty, obsolete or not compiled

Messages are written in Chinese in the templates and the code. Needs Babel (``requirements/test.txt``) to run.
"""

import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.urls import URLPattern, URLResolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language
from django.utils.translation.template import templatize

PREFIXES = {"zh-hans": "zh", "en": "en"}  # Django's code → what stands in the address
APPS = ("archive", "config", "generation", "review")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(?:n?p?gettext|_)\({STRING}(?:,\s*{STRING})*")

BIRTHDAY = datetime(2026, 1, 1, tzinfo=UTC)  # in every header, so that equal messages make equal files

Message = str | tuple[str, ...]


class ShortPrefix(LocalePrefixPattern):
    """Django's language prefix, with ``zh/`` for Simplified Chinese."""

    @property
    def language_prefix(self) -> str:
        """``zh/`` or ``en/`` by the active language."""
        return PREFIXES[get_language() or settings.LANGUAGE_CODE] + "/"


def localized(*routes: URLPattern | URLResolver) -> list[URLResolver]:
    """These routes under the language prefix, like ``i18n_patterns``."""
    return [URLResolver(ShortPrefix(), list(routes))]


def messages(root: Path) -> Iterator[tuple[str, int, Message, str | None]]:
    """Every message of the project: file, line, id (or singular and plural) and context."""
    from babel.messages.extract import extract

    for path in sorted(_sources(root)):
        text = path.read_text("utf-8")
        name = path.relative_to(root).as_posix()
        if path.suffix == ".html":  # what is left of a template is no Python, only the calls in it are
            text = "\n".join(call[0] + ")" for call in CALL.finditer(templatize(text, origin=name)))
        for line, found, _, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
            yield name, line, found, context


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / "templates").rglob("*.html")
    for app in APPS:
        yield from (path for path in (root / app).rglob("*.py") if "migrations" not in path.parts)


def main(root: Path, *, check: bool) -> int:
    """Bring the English catalogue up to date, or say what is wrong with it. Returns the exit code."""
    from babel.messages import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po, write_po

    po = root / "config" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    template = Catalog(project="Jiyi", version="1", msgid_bugs_address="")
    for name, line, found, context in messages(root):
        template.add(found, locations=[(name, line)], context=context)
    with po.open("rb") as stream:
        catalogue = read_po(stream, locale="en")
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.creation_date = catalogue.revision_date = BIRTHDAY
    compiled, written = io.BytesIO(), io.BytesIO()
    write_mo(compiled, catalogue)
    if check:
        empty = [str(message.id) for message in catalogue if message.id and not all(_strings(message.string))]
        stale = po.with_suffix(".mo").read_bytes() != compiled.getvalue()
        sys.stdout.writelines(f"no English: {message}\n" for message in [*empty, *map(str, catalogue.obsolete)])
        sys.stdout.write("the compiled catalogue is old: run python -m config.i18n\n" if stale else "")
        return int(bool(empty or catalogue.obsolete or stale))
    catalogue.obsolete.clear()
    write_po(written, catalogue, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)
    po.write_bytes(written.getvalue())
    po.with_suffix(".mo").write_bytes(compiled.getvalue())
    return 0


def _strings(string: Message | list[str] | None) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent, check="--check" in sys.argv[1:]))
