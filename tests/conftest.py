"""What every test gets: its own media folder, no leftover language, and the rule that CI may not skip."""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings

from archive.search.embedded import tables
from tests import postgresql_server


@pytest.fixture(autouse=True)
def media_root(settings: Settings, tmp_path: Path) -> Path:
    """Uploads and films of a test live and die with it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture(autouse=True)
def chinese_first() -> Iterator[None]:
    """Each test starts in Chinese, whatever the test before switched to."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture(autouse=True)
def search_tables(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Empty the search tables after a test that commits: Django's flush does not know them."""
    yield
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if connection.vendor != "sqlite":
        return
    if commits or (marker and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock():
            tables.empty()


def missing_part(item: pytest.Item) -> str | None:
    """Why a test cannot run on this machine, or ``None``."""
    if item.get_closest_marker("models") and importlib.util.find_spec("diffusers") is None:
        return "torch and diffusers are not installed: pip install -r requirements/models.txt"
    if item.get_closest_marker("browser") and shutil.which("chromium") is None:
        return "Chromium is not installed: apt-get install chromium fonts-noto-cjk"
    if item.get_closest_marker("postgresql") and postgresql_server.programs() is None:
        return "PostgreSQL is not installed: apt-get install postgresql"
    return None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run; under ``CI=true`` a missing part is a failure."""
    reason = missing_part(item)
    if reason is None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
