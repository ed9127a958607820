"""The people around one film: who keeps the record, who judges, who made it, and those of another craft."""

import hashlib
from dataclasses import dataclass

import pytest
from django.core.files.base import ContentFile
from guardian.shortcuts import assign_perm
from pytest_django import Settings

from archive.models import Category, Craft, TechniqueSpec, User
from generation.models import Job, JobStatus, Recipe, Take
from generation.services import make_recipe, request_render
from generation.storyboard import storyboard_for
from review.models import Round
from review.services.rounds import open_round
from tests.factories import CraftFactory, TechniqueSpecFactory, UserFactory, grant


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everyone who could come to a page."""

    archivist: User
    archivist_elsewhere: User
    master: User
    master_elsewhere: User
    maker: User
    outsider: User


def people(craft: Craft) -> People:
    """The cast. The maker is a master too: only having made the film keeps them from judging it."""
    elsewhere = CraftFactory.create(
        slug="laran", name_zh="蜡染", category=Category.TRADITIONAL_CRAFTSMANSHIP, serial=25
    )
    return People(
        archivist=worker("shen", "curate_craft", craft),
        archivist_elsewhere=worker("wu", "curate_craft", elsewhere),
        master=worker("lu", "judge_craft", craft),
        master_elsewhere=worker("yang", "judge_craft", elsewhere),
        maker=worker("maker", "judge_craft", craft),
        outsider=UserFactory.create(username="outsider"),
    )


def worker(name: str, permission: str, craft: Craft) -> User:
    """Someone who may do one thing in one craft."""
    user = UserFactory.create(username=name)
    assign_perm(permission, user, craft)
    return user


@pytest.fixture
def spec(settings: Settings) -> TechniqueSpec:
    """A confirmed specification whose bearer allows everything, and a backend that draws nothing."""
    settings.GENERATION_BACKENDS = {"default": {"BACKEND": "tests.generation.fake_backend.Fake"}}
    settings.GENERATION_MIN_FREE_BYTES = 0
    row = TechniqueSpecFactory.create()
    grant(row.technique.bearer)
    return row


@pytest.fixture
def cast(spec: TechniqueSpec) -> People:
    """The people of the craft of ``spec``."""
    return people(spec.technique.craft)


@pytest.fixture
def take(spec: TechniqueSpec, cast: People) -> Take:
    """A film of the first step, which the maker asked for."""
    shot = storyboard_for(spec).shots.get(number=1)
    return finished(make_recipe(shot, by=cast.maker), by=cast.maker)


@pytest.fixture
def round_(take: Take) -> Round:
    """The masters were asked about the film."""
    return open_round(take, by=None)


def finished(recipe: Recipe, *, by: User, film: bytes = b"", poster: bytes = b"poster") -> Take:
    """The take of a recipe, as a worker leaves it; without a film its file is a few bytes that name the recipe."""
    job = request_render(recipe, by=by)
    Job.objects.filter(pk=job.pk).update(status=JobStatus.DONE)
    film = film or f"film of {recipe.sha256}".encode()
    return Take.objects.create(
        recipe=recipe,
        job=job,
        file=ContentFile(film, name="film"),
        poster=ContentFile(poster, name="poster"),
        captions=ContentFile(b"WEBVTT\n", name="captions"),
        sha256=hashlib.sha256(film).hexdigest(),
        frames_sha256="0" * 64,
        size=len(film),
        width=320,
        height=180,
        fps=24.0,
        frames=30,
        seconds=1.25,
        label="AI生成·示意动画",
        content_number=f"JIYI-{recipe.pk}",
        facts={"assumed": ["线色"]},
        probe={},
    )
