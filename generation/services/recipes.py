"""Recipes: everything that decides a film, frozen and hashed before anybody renders."""

import hashlib
from typing import Any

from django.conf import settings

from archive.models import Cue, TechniqueSpec, User
from craftnlp.sentence import title
from craftnlp.spec import Step
from generation.backends.base import MAX_SEED, Kind, RenderRequest, Scalar, recipe_sha256
from generation.models import PromptTemplate, Recipe, Shot
from generation.postproduction.mastering import mastering_facts
from generation.prompts import default_template, render_prompt
from generation.services.backends import get_backend
from generation.storyboard import shown_steps


def make_recipe(
    shot: Shot,
    *,
    backend: str = "default",
    seed: int | None = None,
    by: User | None = None,
    replaces: Recipe | None = None,
) -> Recipe:
    """Freeze how this shot will be made. Whoever asks for the same recipe again gets the same row.

    Without a ``seed`` a fixed one follows from the shot, and another one from what it ``replaces``. Raises
    :class:`generation.backends.base.CannotRenderError`.
    """
    renderer = get_backend(backend)
    template = default_template()
    if seed is None:
        seed = resolve_seed(shot, turn=turns(replaces))
    request = renderer.plan(request_for(shot, template=template, seed=seed))
    fingerprint = dict(renderer.fingerprint())
    context = film_context(shot, template=template, kind=renderer.kind)
    digest = recipe_sha256(backend=renderer.name, request=request, fingerprint=fingerprint, context=context)
    frozen = {
        "shot": shot,
        "prompt_template": template,
        "replaces": replaces,
        "backend": backend,
        "kind": renderer.kind,
        "sends_data_out": renderer.sends_data_out,
        "seed": request.seed,
        "request": request.canonical(),
        "fingerprint": fingerprint,
        "context": context,
        "created_by": by,
    }
    return Recipe.objects.get_or_create(sha256=digest, defaults=frozen)[0]


def request_for(shot: Shot, *, template: PromptTemplate, seed: int) -> RenderRequest:
    """What a backend is asked for, before it planned anything. Raises ``ValueError`` for a seed out of range."""
    if not 0 <= seed <= MAX_SEED:
        raise ValueError(f"种子要在 0 与 {MAX_SEED} 之间，不能是 {seed}。")
    spec = shot.storyboard.spec
    steps = {step.id: (number, step) for number, step in enumerate(shown_steps(spec.spec), 1)}
    number, step = steps[shot.step_id]
    prompt, negative = render_prompt(template, step, spec.technique, shot)
    return RenderRequest(
        step=step,
        craft=spec.technique.craft.name_zh,
        technique=spec.technique.name_zh,
        step_number=number,
        step_count=len(steps),
        title=title(step),
        quote=step.clause.text,
        quote_seconds=spoken_at(spec, step),
        view=shot.view,
        prompt=prompt,
        negative_prompt=negative,
        seed=seed,
        frames=round(shot.seconds * 24),
    )


def spoken_at(spec: TechniqueSpec, step: Step) -> float | None:
    """When the quote of this step begins in the recording."""
    cue = Cue.objects.filter(transcript=spec.transcript_id, offset__lte=step.clause.start).order_by("-offset").first()
    return cue.start if cue else None


def film_context(shot: Shot, *, template: PromptTemplate, kind: Kind) -> dict[str, Scalar]:
    """What belongs to the film and not to the backend."""
    board = shot.storyboard
    return {
        "technique": board.spec.technique.slug,
        "spec_version": board.spec.version,
        "spec_sha256": board.spec.sha256,
        "shot": f"{board.version}/{shot.number}",
        "prompt_template": f"{template.name} v{template.version}",
        "producer": settings.AIGC_PRODUCER,
    } | mastering_facts(kind)


def request_from(recipe: Recipe) -> RenderRequest:
    """The frozen request of a recipe, typed again."""
    plain: dict[str, Any] = dict(recipe.request)
    return RenderRequest(**plain | {"step": Step.model_validate(plain["step"])})


def resolve_seed(shot: Shot, *, turn: int = 0) -> int:
    """The seed of a shot when nobody names one: 0 … 2³¹−1, the same on every machine, another for every turn."""
    spec = shot.storyboard.spec
    key = f"{spec.technique.slug}/{spec.sha256}/{shot.step_id}/{shot.view}/{turn}"
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) % (MAX_SEED + 1)


def turns(replaces: Recipe | None) -> int:
    """How many films a new one comes after."""
    count = 0
    while replaces:
        count, replaces = count + 1, replaces.replaces
    return count
