"""Filters, order and facet counts over all matches at once."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from archive.search.base import MAX_FACET_VALUES, FacetCounts, SearchQuery, Sort
from archive.search.embedded.tables import FACET_TYPE, FacetIds, MatchRow

Mask = NDArray[np.bool_]


class Matches:
    """All documents that match the words of a query, with their facet numbers laid end to end."""

    def __init__(self, rows: Sequence[MatchRow], numbers: FacetIds) -> None:
        blobs = [row[4] for row in rows]
        self.rows = rows
        self.numbers = numbers
        self.values = np.frombuffer(b"".join(blobs), FACET_TYPE)
        lengths = np.fromiter((len(blob) // self.values.itemsize for blob in blobs), np.int64, len(blobs))
        self.owner = np.repeat(np.arange(len(blobs)), lengths)

    def page(self, query: SearchQuery) -> tuple[int, list[int]]:
        """How many documents satisfy all selections, and the ids of those on this page."""
        places = self._ordered(np.flatnonzero(self._under(self._masks(query.filters))), query.sort)
        return len(places), [self.rows[place][0] for place in places[query.first : query.first + query.size]]

    def counts(self, query: SearchQuery) -> FacetCounts:
        """For each facet, how many documents have each value under all selections but its own."""
        masks = self._masks(query.filters)
        return {facet: self._count(facet, masks, query.filters.get(facet, ())) for facet in query.facets}

    def _masks(self, filters: Mapping[str, Sequence[str]]) -> dict[str, Mask]:
        """Which documents satisfy the selection of each facet."""
        masks = {}
        for facet, chosen in filters.items():
            known = self.numbers.get(facet, {})
            wanted = [known[value] for value in chosen if value in known]
            masks[facet] = np.zeros(len(self.rows), dtype=np.bool_)
            masks[facet][self.owner[np.isin(self.values, wanted)]] = True
        return masks

    def _under(self, masks: Mapping[str, Mask], *, but: str = "") -> Mask:
        mask: Mask = np.ones(len(self.rows), dtype=np.bool_)
        for facet, satisfied in masks.items():
            if facet != but:
                mask &= satisfied
        return mask

    def _count(self, facet: str, masks: Mapping[str, Mask], chosen: Sequence[str]) -> dict[str, int]:
        known = self.numbers.get(facet, {})
        shown = self.values[self._under(masks, but=facet)[self.owner]]
        numbers = np.bincount(shown, minlength=max(known.values(), default=0) + 1)
        counted = {value: int(numbers[number]) for value, number in known.items() if numbers[number]}
        return top_values(counted, {value: counted.get(value, 0) for value in chosen})

    def _ordered(self, places: NDArray[np.intp], sort: Sort) -> Sequence[int]:
        """The rows come by id; stable sorting keeps that order among equals."""
        if sort == "score":
            scores = np.fromiter((self.rows[place][1] for place in places), np.float64, len(places))
            return [int(place) for place in places[np.argsort(scores, kind="stable")]]
        if sort == "updated":
            return sorted(places.tolist(), key=lambda place: self.rows[place][2], reverse=True)
        return sorted(places.tolist(), key=lambda place: self.rows[place][3])


def top_values(counted: Mapping[str, int], chosen: Mapping[str, int]) -> dict[str, int]:
    """The first hundred by count, then by value; what is chosen stays even where nothing is left of it."""
    by_count = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MAX_FACET_VALUES]
    return {**dict(by_count), **{value: n for value, n in chosen.items() if value not in dict(by_count)}}
