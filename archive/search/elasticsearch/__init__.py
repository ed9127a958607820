"""Search on an Elasticsearch server, for an archive beyond one machine. Told of changes by the outbox only."""

from archive.search.elasticsearch.backend import ElasticsearchSearch

__all__ = ["ElasticsearchSearch"]
