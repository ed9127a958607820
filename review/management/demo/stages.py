"""The stages of the demonstration, each idempotent: a second run does nothing twice."""

import time
from collections.abc import Iterable

from archive.models import SpecStatus, Technique, TechniqueSpec, Transcript, User
from archive.services.reading import confirm, decide, merge_steps, propose
from craftnlp.decisions import Decision as ValueDecision
from craftnlp.decisions import Verdict as ValueVerdict
from generation.models import Job, Take
from generation.services import make_recipe
from generation.storyboard import storyboard_for
from generation.tasks import enqueue, reconcile
from review.management.demo.processes import CeleryProcess
from review.management.demo.report import Writes
from review.management.demo.samples import Sample
from review.models import Decision, Reason, Round
from review.services.judging import give_verdict
from review.services.rounds import open_due_rounds

POLL_SECONDS = 0.5
RECONCILE_SECONDS = 10
CHANGE = "线头应当先压住再走针，这里没有画出来。请补上再给我看。"


class FilmsFailedError(Exception):
    """At least one film could not be made; the message says which and why."""


def read(technique: Technique, transcript: Transcript) -> TechniqueSpec:
    """Station 2: the language library proposes."""
    return propose(transcript, technique)


def accept(proposal: TechniqueSpec, sample: Sample, *, by: User) -> TechniqueSpec:
    """Station 3: the sample archivist's decisions are applied, value by value, and confirmed."""
    if proposal.status == SpecStatus.PROPOSED:
        for into, parts in _merges(proposal, sample):
            merge_steps(proposal, into=into, parts=parts)
        decide(proposal, _matching(proposal, sample), by=by)
    return confirm(proposal, by=by)


def order_films(spec: TechniqueSpec, *, by: User) -> list[Job]:
    """Stations 4 to 6: storyboard, recipes with fixed seeds, jobs. A film that exists is not ordered again."""
    recipes = [make_recipe(shot, by=by) for shot in storyboard_for(spec, by=by).shots.order_by("number")]
    return [enqueue(recipe, by=by) for recipe in recipes]


def watch(jobs: Iterable[Job], worker: CeleryProcess, out: Writes) -> None:
    """Wait until every film is made or given up, saying how far they are. A worker that was killed is started again.

    Raises :class:`FilmsFailedError`, :class:`review.management.demo.processes.ProcessGoneError`.
    """
    recipes = [job.recipe_id for job in jobs]
    start, told, asked = time.monotonic(), -1, time.monotonic()
    while Job.objects.unfinished().filter(recipe__in=recipes).exists():
        done = Take.objects.filter(recipe__in=recipes).count()
        if done != told:
            told = done
            out.write(f"  {progress_line(done, len(recipes), time.monotonic() - start)}\n")
        worker.ensure()
        if time.monotonic() - asked > RECONCILE_SECONDS:
            reconcile()
            asked = time.monotonic()
        time.sleep(POLL_SECONDS)
    _raise_for_failures(recipes)


def progress_line(done: int, total: int, seconds: float) -> str:
    """How far the films are, and how long it will still take at the speed so far."""
    if not done:
        return f"影片 0/{total}"
    return f"影片 {done}/{total} · 还要约 {seconds / done * (total - done):.0f} 秒"


def judge(masters: dict[int, User]) -> None:
    """Stations 7 and 8: rounds open; the masters approve, ask for one change, and leave one waiting.

    ``masters`` maps a craft's primary key to its sample master.
    """
    open_due_rounds(by=None)
    rounds = list(Round.objects.order_by("pk"))
    for place, round_ in enumerate(rounds):
        master = masters[round_.spec.technique.craft_id]
        if place == len(rounds) - 1 or not Round.objects.awaiting(master).filter(pk=round_.pk).exists():
            continue
        if place == len(rounds) - 4:
            give_verdict(round_, by=master, decision=Decision.CHANGE, reasons=[Reason.PROCEDURE], text=CHANGE)
        else:
            give_verdict(round_, by=master, decision=Decision.APPROVE, reasons=[], text="")


def _merges(proposal: TechniqueSpec, sample: Sample) -> list[tuple[str, list[str]]]:
    """Which read steps the sample archivist joins. Steps are named by where their action stands in the transcript."""
    steps = {step.action.quote.start: step.id for step in proposal.spec.steps}
    wanted = [
        (steps.get(row["into"]), [steps[part] for part in row["parts"] if part in steps]) for row in sample.merges
    ]
    return [(into, parts) for into, parts in wanted if into and parts]


def _matching(proposal: TechniqueSpec, sample: Sample) -> list[ValueDecision]:
    """The decisions of the sample, matched to what was read by field, place and words. What nobody decided stays
    proposed and never becomes part of a film."""
    wanted = {(row["field"], row["start"], row["quote"]): ValueVerdict(row["verdict"]) for row in sample.decisions}
    found = []
    for address, value in proposal.spec.values():
        key = (address.split(".")[1], value.quote.start, value.quote.text)
        if key in wanted:
            found.append(ValueDecision(address=address, verdict=wanted[key], by="archivist"))
    return found


def _raise_for_failures(recipes: list[int]) -> None:
    given_up = Job.objects.filter(recipe__in=recipes, recipe__take=None).order_by("recipe", "-attempt")
    lines = {job.recipe_id: f"{job.recipe.request['title']}: {job.error_message}" for job in given_up}
    if lines:
        raise FilmsFailedError("\n".join(lines.values()))
