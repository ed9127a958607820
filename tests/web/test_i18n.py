"""The English of the interface is complete, and the compiled catalogue is the one that stands in the repository."""

import re
from collections.abc import Iterator

from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import gettext, override

from config import i18n

PLACEHOLDER = re.compile(r"%\([a-z_0-9]+\)[sd]|\{[a-z_]+\}")
CATALOGUE = settings.BASE_DIR / "config" / "locale" / "en" / "LC_MESSAGES" / "django.po"


def pairs() -> Iterator[tuple[str, str]]:
    with CATALOGUE.open("rb") as stream:
        for message in read_po(stream, locale="en"):
            ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
            strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
            if message.id:
                yield from ((ids[0], string or "") for string in strings)


def test_every_message_has_its_english_and_the_compiled_file_is_current() -> None:
    assert i18n.main(settings.BASE_DIR, check=True) == 0, "run: python -m config.i18n, and fill what is empty"


def test_the_english_keeps_every_placeholder() -> None:
    for chinese, english in pairs():
        assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(chinese)), chinese


def test_the_check_finds_a_missing_message() -> None:
    found = {message for _, _, message, _ in i18n.messages(settings.BASE_DIR)}
    assert "听师傅讲，看手怎么动。" in found
    assert ("%(n)s 条", "%(n)s 条") in found
    assert "传统美术" in found


def test_django_reads_the_catalogue() -> None:
    with override("en"):
        assert gettext("传承人") == "Bearers"
    with override("zh-hans"):
        assert gettext("传承人") == "传承人"
