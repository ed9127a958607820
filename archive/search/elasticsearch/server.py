"""The one seam to the search server: the client, its indices and their names, and what goes wrong on the way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.helpers import scan, streaming_bulk

from archive.search.base import Receipt, SearchUnavailableError
from archive.search.elasticsearch.mapping import SETTINGS, mappings

Json = dict[str, Any]

SEARCH_SECONDS, WRITE_SECONDS = 3, 30
PASSING = frozenset({404, 408, 429, 500, 502, 503, 504})  # no index yet, or a server that cannot now
CONFLICT = 409  # a newer version is there already
PUBLIC = {"filter": {"term": {"visible": True}}}


@contextmanager
def reachable() -> Iterator[None]:
    """Turn what a server in trouble says into :class:`SearchUnavailableError`. A request that is wrong stays an error."""
    try:
        yield
    except TransportError as error:
        raise SearchUnavailableError(_("检索服务没有应答。")) from error
    except ApiError as error:
        if error.status_code not in PASSING:
            raise
        raise SearchUnavailableError(
            _("检索服务暂时不能回答；若刚刚安装，请先运行 manage.py search_rebuild。")
        ) from error


class Server:
    """Indices ``jiyi-v1``, ``jiyi-v2`` … behind the names ``jiyi``, ``jiyi-public`` and, while one is being filled,
    ``jiyi-building``. The names are kept by the server, so every worker sees the same.
    """

    def __init__(self, url: str, name: str, *, node_class: str = "") -> None:
        self.name, self.public, self.building = name, f"{name}-public", f"{name}-building"
        nodes = {"node_class": import_string(node_class)} if node_class else {}
        self.client = Elasticsearch(url, request_timeout=SEARCH_SECONDS, max_retries=1, **nodes)
        self.patient = self.client.options(request_timeout=WRITE_SECONDS)

    # -- reading

    def ask(self, request: Mapping[str, Any]) -> Any:
        """Search what is public."""
        with reachable():
            return self.client.search(index=self.public, **request).body

    def indexed(self, index: str = "") -> dict[int, tuple[int, bool]]:
        """Version and visibility of every document, tombstones too."""
        name = index or self.name
        with reachable():
            self.patient.indices.refresh(index=name)
            found = scan(self.patient, index=name, query={"query": {"match_all": {}}}, _source=["v", "visible"])
            return {int(hit["_id"]): (hit["_source"]["v"], hit["_source"]["visible"]) for hit in found}

    def lexicons(self) -> set[str]:
        """Which lexicon the tokens in use were made with."""
        with reachable():
            answer = self.patient.indices.get_mapping(index=self.name)
        return {facts["mappings"]["_meta"]["lexicon"] for facts in answer.body.values()}

    # -- writing

    def send(self, documents: Sequence[Json], indices: Iterable[str]) -> dict[int, Receipt]:
        """Write documents that carry their version. The worst answer of all indices counts."""
        actions = [
            {
                "_op_type": "index",
                "_index": index,
                "_id": document["rid"],
                "_source": document,
                "version": document["v"],
                "version_type": "external_gte",
            }
            for index in indices
            for document in documents
        ]
        receipts: dict[int, Receipt] = {}
        with reachable():
            for _ok, item in streaming_bulk(self.patient, actions, raise_on_error=False):
                pk, receipt = int(item["index"]["_id"]), _receipt(item["index"])
                receipts[pk] = max(receipt, receipts.get(pk, receipt), key=lambda known: known.rank)
        return receipts

    # -- indices

    def targets(self) -> list[str]:
        """Every index that must hear of changes: the one in use and the one being filled. Creates the first."""
        with reachable():
            found = [index for index, names in self._indices().items() if {self.name, self.building} & names]
            return found or [self._create(1, {self.name: {}, self.public: PUBLIC})]

    def create_building(self) -> str:
        """A new index that hears of changes from now on but is not searched yet. Drops those that are out of use."""
        with reachable():
            known = self._indices()
            for index in [index for index, names in known.items() if self.name not in names]:
                self.patient.indices.delete(index=index)
            last = max((int(index.rsplit("-v", 1)[1]) for index in known), default=0)
            return self._create(last + 1, {self.building: {}})

    def switch_to(self, new: str) -> None:
        """Let the names point to a new index, in one step. The old one is kept until the next rebuild."""
        with reachable():
            old = [index for index, names in self._indices().items() if self.name in names]
            remove = [{"remove": {"index": index, "aliases": [self.name, self.public]}} for index in old]
            add: list[Json] = [
                {"add": {"index": new, "alias": self.name}},
                {"add": {"index": new, "alias": self.public, **PUBLIC}},
            ]
            self.patient.indices.update_aliases(
                actions=[*remove, *add, {"remove": {"index": new, "alias": self.building}}]
            )

    def _indices(self) -> dict[str, set[str]]:
        answer = self.patient.indices.get_alias(index=f"{self.name}-v*")
        return {index: set(facts["aliases"]) for index, facts in answer.body.items()}

    def _create(self, number: int, aliases: Json) -> str:
        index = f"{self.name}-v{number}"
        self.patient.indices.create(index=index, settings=SETTINGS, mappings=mappings(), aliases=aliases)
        return index


def _receipt(item: Json) -> Receipt:
    status = item["status"]
    if status < 300:
        return Receipt("done")
    if status == CONFLICT:
        return Receipt("older")
    return Receipt("busy" if status in PASSING else "refused", str(item.get("error", status)))
