"""Techniques as search documents, read from the database at the moment of asking. Only what the public may read."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from archive.disclosure import open_recordings
from archive.models import Bearer, Clip, Publication, Recording, Technique, TechniqueSpec
from archive.search.base import Change, SearchDocument
from archive.search.told import Told
from craftnlp import spec as language
from craftnlp.sentence import kept


def published(ids: Iterable[int]) -> Mapping[int, SearchDocument]:
    """The documents of those techniques that the public may see now."""
    return {doc.id: doc for doc, _ in latest(ids) if doc.visible}


def document(technique: Technique) -> SearchDocument:
    """The document of one technique as it is now, or its tombstone."""
    return next(doc for doc, _ in latest([technique.pk]))


def latest(ids: Iterable[int]) -> tuple[Change, ...]:
    """Each technique's document with its version. One that is not published, or is gone, gives a tombstone.

    The version is read first: content that is newer than its version is overwritten later, the other way round an old
    content would stay.
    """
    wanted = tuple(ids)
    techniques = Technique.objects.filter(pk__in=wanted).select_related("craft", "bearer")
    found = {technique.pk: technique for technique in techniques.prefetch_related("craft__sub_items")}
    specs = _specs_in_force(wanted)
    clips = set(Clip.objects.published().filter(technique__in=wanted).values_list("technique", flat=True))
    return tuple(
        (_document(found[pk], specs.get(pk), has_clip=pk in clips), found[pk].search_version)
        if pk in found
        else (SearchDocument(id=pk, visible=False), 0)
        for pk in wanted
    )


def _specs_in_force(ids: Collection[int]) -> Mapping[int, TechniqueSpec]:
    specs = TechniqueSpec.objects.current().filter(technique__in=ids).select_related("transcript")
    return {spec.technique_id: spec for spec in specs.prefetch_related("transcript__cues")}


def _document(technique: Technique, row: TechniqueSpec | None, *, has_clip: bool) -> SearchDocument:
    craft, bearer = technique.craft, technique.bearer
    if {technique.status, craft.status} != {Publication.PUBLISHED}:
        return SearchDocument(id=technique.pk, updated=technique.updated_at, visible=False)
    told = Told(row) if row else None
    words = {name: _words(told.public if told else (), read) for name, read in SAID_FACETS.items()}
    return SearchDocument(
        id=technique.pk,
        slug=technique.slug,
        title=technique.name_zh,
        title_en=technique.name_en,
        summary=technique.summary_zh,
        summary_en=technique.summary_en,
        about=tuple(filter(None, (craft.name_zh, craft.name_en, bearer.name_zh, bearer.name_en, *_places(technique)))),
        steps=told.steps() if told else (),
        lines=told.lines() if told else (),
        facets={**_facets(technique, row, has_clip=has_clip), **words},
        labels=tuple(
            dict.fromkeys([craft.name_zh, bearer.name_zh, *(word for said in words.values() for word in said)])
        ),
        updated=technique.updated_at,
    )


# -- facets


def _facets(technique: Technique, row: TechniqueSpec | None, *, has_clip: bool) -> dict[str, tuple[str, ...]]:
    craft, told = technique.craft, [row.transcript_id] if row else []
    shown = Recording.objects.filter(transcripts__in=told, status=Publication.PUBLISHED)
    return {
        "category": (str(craft.category),),
        "craft": (craft.slug,),
        "place": _places(technique),
        "bearer": (technique.bearer.slug,),
        "has_transcript": _said(row is not None),
        "has_recording": _said(open_recordings(shown, user=None).exists()),
        "has_clip": _said(has_clip),
        "sample": _said(technique.is_sample or craft.is_sample),
    }


def _said(answer: bool) -> tuple[str]:  # noqa: FBT001  CONFIG: the answer is the whole argument
    return ("yes" if answer else "no",)


def _places(technique: Technique) -> tuple[str, ...]:
    """Where the bearer works; if that is not known, where the craft is listed."""
    bearer: Bearer = technique.bearer
    return (bearer.place_zh,) if bearer.place_zh else tuple(item.region_zh for item in technique.craft.sub_items.all())


def _words(steps: Iterable[language.Step], read: Callable[[language.Step], Sequence[language.Term]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.text for step in steps for term in kept(read(step))))


SAID_FACETS: Mapping[str, Callable[[language.Step], Sequence[language.Term]]] = {
    "tool": lambda step: step.tool,
    "material": lambda step: step.material,
    "verb": lambda step: (step.action,),
}
