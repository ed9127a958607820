"""From a transcript to an accepted specification: propose, decide value by value, confirm."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

import craftnlp
from archive.lifecycle import hold, move
from archive.models import SpecStatus, Technique, TechniqueSpec, Transcript, User, ValueDecision
from archive.search import technique_changed
from archive.services.publishing import retire_outdated_clips
from craftnlp import decisions as language
from craftnlp.cues import transcript_text
from craftnlp.merging import merge
from craftnlp.spec import QuoteMismatchError


class NothingAcceptedError(Exception):
    """A proposal cannot be confirmed as long as no step of it is accepted."""


def propose(transcript: Transcript, technique: Technique) -> TechniqueSpec:
    """Read the transcript and keep what was read as a proposal. The same transcript read again by the same reader
    gives the proposal that is there.
    """
    spec = craftnlp.read(transcript.spoken())
    existing = TechniqueSpec.objects.filter(
        technique=technique, transcript=transcript, version=None, reader=spec.reader
    ).first()
    if existing is not None:
        return existing
    spec = _with_known_secrets(spec, transcript, technique)
    return TechniqueSpec.objects.create(
        technique=technique,
        transcript=transcript,
        content=spec.model_dump(mode="json"),
        sha256=spec.content_sha256(),
        reader=spec.reader,
    )


def decide(proposal: TechniqueSpec, decisions: Iterable[language.Decision], *, by: User) -> None:
    """Carry out decisions on a proposal and log each. Raises :class:`craftnlp.decisions.DecisionError`, changing nothing."""
    made = tuple(decisions)
    with transaction.atomic():
        row = _locked_proposal(proposal)
        log = language.corrections(row.spec, made)
        decided = language.apply(row.spec, made)
        _check_quotes(row, decided)
        _rewrite(row, decided)
        for line in log:
            ValueDecision.objects.create(
                spec=row,
                address=line.address,
                decision=line.verdict,
                before=line.proposed.model_dump(mode="json"),
                after=line.decided.model_dump(mode="json") if line.decided else None,
                by=by,
            )
    proposal.refresh_from_db()


def merge_steps(proposal: TechniqueSpec, *, into: str, parts: Collection[str]) -> None:
    """Join steps of a proposal that tell one act. Raises :class:`craftnlp.merging.MergeError`, changing nothing.

    Joined with a secret step, the whole is secret, and its words are hidden at once.
    """
    touched = _read_from(proposal.transcript)
    with transaction.atomic():
        hold(touched)
        row = _locked_proposal(proposal)
        spec = merge(row.spec, transcript_text(row.transcript.spoken()), into=into, parts=parts)
        _rewrite(row, spec)
        if spec.step(into).secret:
            _tell_search(touched)
    proposal.refresh_from_db()


def mark_secret(proposal: TechniqueSpec, step_id: str, *, secret: bool, by: User) -> None:
    """Mark a step of a proposal as not to be depicted, or lift the mark. Raises ``KeyError`` for an unknown step.

    It holds at once: where a version in force came from this proposal, the next version is made with the mark.
    """
    touched = _read_from(proposal.transcript)
    with transaction.atomic():
        hold(touched)
        row = _locked_proposal(proposal)
        spec = row.spec
        spec.step(step_id)
        steps = tuple(step.model_copy(update={"secret": secret}) if step.id == step_id else step for step in spec.steps)
        _rewrite(row, spec.model_copy(update={"steps": steps}))
        if row.versions.current().exists():
            confirm(row, by=by)
        _tell_search(touched)
    proposal.refresh_from_db()


def confirm(proposal: TechniqueSpec, *, by: User) -> TechniqueSpec:
    """Make the next immutable version from what was accepted. Confirming unchanged content returns that version.

    Raises :class:`NothingAcceptedError`.
    """
    with transaction.atomic():
        row = _locked_proposal(proposal)
        technique = row.technique
        content = language.accepted(row.spec)
        if not content.steps:
            raise NothingAcceptedError(_("还没有接受任何一步。请先逐项核对，至少接受一步的动作。"))
        current = technique.specs.current().first()
        if current is not None and current.sha256 == content.content_sha256():
            return current
        if current is not None:
            move(current, SpecStatus.SUPERSEDED, by=by)
        version = _next_version(technique, row, content, by)
        if row.status == SpecStatus.PROPOSED:
            move(row, SpecStatus.CONFIRMED, by=by)
        retire_outdated_clips(version, by=by)
        technique_changed(technique)
    return version


def _next_version(technique: Technique, row: TechniqueSpec, content: craftnlp.TechniqueSpec, by: User) -> TechniqueSpec:
    newest = technique.specs.exclude(version=None).order_by("-version").first()
    return TechniqueSpec.objects.create(
        technique=technique,
        transcript=row.transcript,
        version=(newest.version or 0) + 1 if newest else 1,
        status=SpecStatus.ACCEPTED,
        based_on=row,
        content=content.model_dump(mode="json"),
        sha256=content.content_sha256(),
        reader=row.reader,
        confirmed_by=by,
    )


def _with_known_secrets(
    spec: craftnlp.TechniqueSpec, transcript: Transcript, technique: Technique
) -> craftnlp.TechniqueSpec:
    """What was marked secret in an earlier reading of these words, or of an earlier version of them, stays so."""
    earlier = technique.specs.filter(transcript__series=transcript.series).exclude(status=SpecStatus.SUPERSEDED)
    told = {step.clause.text for row in earlier for step in row.spec.steps if step.secret}
    steps = tuple(
        step.model_copy(update={"secret": step.secret or _retold(step.clause.text, told)}) for step in spec.steps
    )
    return spec.model_copy(update={"steps": steps})


def _retold(words: str, told: set[str]) -> bool:
    return any(words in secret or secret in words for secret in told)


def _locked_proposal(proposal: TechniqueSpec) -> TechniqueSpec:
    """The proposal, locked with its technique. A version is immutable: asking to change one is a programming error."""
    hold(Technique.objects.filter(pk=proposal.technique_id))
    row = TechniqueSpec.objects.select_for_update(no_key=True).get(pk=proposal.pk)
    if row.version is not None:
        raise ValueError(f"specification {row.pk} is version {row.version} and cannot be changed")
    return row


def _check_quotes(row: TechniqueSpec, spec: craftnlp.TechniqueSpec) -> None:
    """An edit may correct how words were read, never what was said."""
    try:
        spec.check_quotes(transcript_text(row.transcript.spoken()))
    except QuoteMismatchError as error:
        message = _("引文和口述原文对不上：%(error)s。请从原文里选字。")
        raise language.DecisionError(message % {"error": error}) from error


def _read_from(transcript: Transcript) -> QuerySet[Technique]:
    """Every technique read from these words or from the same footage: what is secret in one is hidden in all."""
    told = transcript.recording.transcripts.all() if transcript.recording else [transcript]
    return Technique.objects.filter(pk__in=TechniqueSpec.objects.filter(transcript__in=told).values("technique"))


def _tell_search(rows: QuerySet[Technique]) -> None:
    for technique in rows.order_by("pk"):
        technique_changed(technique)


def _rewrite(row: TechniqueSpec, spec: craftnlp.TechniqueSpec) -> None:
    row.content = spec.model_dump(mode="json")
    row.sha256 = spec.content_sha256()
    row.save(update_fields=["content", "sha256"])
