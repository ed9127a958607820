from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django import Settings

from tests.archive.search_server import Address, in_use, running
from tests.review.cast import cast, round_, spec, take

__all__ = ["cast", "round_", "search_server", "searchable", "spec", "take"]


@pytest.fixture(scope="session")
def search_server() -> Iterator[Address]:
    with running() as address:
        yield address


@pytest.fixture
def searchable(request: pytest.FixtureRequest, settings: Settings) -> Iterator[None]:
    """Search as it runs on this database: inside SQLite, or a server beside PostgreSQL that ``drain_outbox`` tells."""
    if connection.vendor == "sqlite":
        yield
        return
    with in_use(settings, request.getfixturevalue("search_server")):
        yield
