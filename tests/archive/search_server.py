"""An Elasticsearch for tests: the server of ``TEST_ELASTICSEARCH_URL``, else a stand-in in memory on a random port."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn
from uuid import uuid4

import pytest
from elastic_transport import HttpHeaders, Urllib3HttpNode
from elastic_transport.client_utils import DEFAULT, DefaultType
from pytest_django import Settings

from archive.search import get_backend
from archive.search.elasticsearch import ElasticsearchSearch


class PlainNode(Urllib3HttpNode):
    """Sends plain JSON headers: the stand-in does not know the vendor's media type."""

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        request_timeout: DefaultType | float | None = DEFAULT,
    ) -> Any:
        plain = HttpHeaders(headers or {})
        for name in ("accept", "content-type"):
            if name in plain:
                plain[name] = plain[name].split(";")[0].replace("vnd.elasticsearch+", "")
        return super().perform_request(method, target, body=body, headers=plain, request_timeout=request_timeout)


@dataclass(frozen=True)
class Address:
    """Where the server is, and how the client must speak to it."""

    url: str
    node_class: str


@contextmanager
def running() -> Iterator[Address]:
    """A server for the length of a test module."""
    if url := os.environ.get("TEST_ELASTICSEARCH_URL"):
        yield Address(url, "")
        return
    with _stand_in() as server:
        yield Address(server.url, f"{__name__}.PlainNode")
        server.close()
        server.process.stdout.close()


@contextmanager
def in_use(settings: Settings, address: Address) -> Iterator[ElasticsearchSearch]:
    """The project as it runs with Elasticsearch, with an index of its own."""
    name = f"jiyi-test-{uuid4().hex[:8]}"
    options = {"url": address.url, "index": name, "node_class": address.node_class}
    settings.SEARCH_BACKENDS = {
        "default": {"BACKEND": "archive.search.elasticsearch.ElasticsearchSearch", "OPTIONS": options}
    }
    get_backend.cache_clear()
    backend = get_backend()
    assert isinstance(backend, ElasticsearchSearch)
    yield backend
    backend.server.client.indices.delete(index=f"{name}-v*")
    backend.server.client.close()
    get_backend.cache_clear()


def _stand_in() -> Any:
    try:
        osmem = import_module("osmem_server")
    except ImportError:
        _cannot("osmem-server is not installed: pip install -r requirements/test.txt")
    try:
        return osmem.OsmemServer.start(japanese=False)
    except (osmem.OsmemError, OSError) as error:
        _cannot(f"the search server does not start: {error}")


def _cannot(reason: str) -> NoReturn:
    """Skip here, fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
