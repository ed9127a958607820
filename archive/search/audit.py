"""What the index should hold, compared with what it holds."""

from collections.abc import Collection, Mapping

from archive.models import Technique
from archive.search.base import Difference, Kind

Facts = tuple[int, bool]  # version (-1: parts of the index do not agree), visible


def compare(indexed: Mapping[int, Facts], *, pending: Collection[int] = ()) -> tuple[Difference, ...]:
    """Every difference between the index and the database. Records still in the outbox are not judged."""
    versions = dict(Technique.objects.values_list("pk", "search_version"))
    public = set(Technique.objects.published().values_list("pk", flat=True))
    found = []
    for pk in sorted({*public, *indexed} - set(pending)):
        kind = _hidden(pk, indexed, versions) if pk not in public else _shown(versions[pk], indexed.get(pk))
        if kind:
            found.append(Difference(pk, kind, f"database {versions.get(pk)}, index {indexed.get(pk)}"))
    return tuple(found)


def _shown(version: int, facts: Facts | None) -> Kind | None:
    """What is wrong with a record that the public may read."""
    if facts is None:
        return "missing"
    if not facts[1]:
        return "wrong visibility"
    if facts[0] == version:
        return None
    if facts[0] < 0:
        return "incomplete"
    return "older" if facts[0] < version else "newer"


def _hidden(pk: int, indexed: Mapping[int, Facts], versions: Mapping[int, int]) -> Kind | None:
    """What is wrong with a record that the public may not read: it must have no more than a tombstone."""
    if not indexed[pk][1]:
        return None
    return "wrong visibility" if pk in versions else "extra"


def catch_up(pk: int, version: int) -> None:
    """Raise the version in the database to one that the index has seen already, or later writes would be ignored."""
    Technique.objects.filter(pk=pk, search_version__lt=version).update(search_version=version)
