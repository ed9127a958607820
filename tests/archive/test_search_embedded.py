"""The embedded backend keeps the contract."""

import pytest
from django.db import connection

from archive.search.embedded import EmbeddedSearch
from tests.archive.search_contract import SearchBackendContract, Settle
from tests.archive.search_corpus import VOCABULARY, Shelf

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the embedded index lives in SQLite"),
]


class TestEmbedded(SearchBackendContract):
    @pytest.fixture
    def backend(self, shelf: Shelf) -> EmbeddedSearch:
        return EmbeddedSearch(source=shelf, vocabulary=lambda: VOCABULARY)

    @pytest.fixture
    def settle(self) -> Settle:
        return lambda: None
