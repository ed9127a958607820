"""What the demonstration says: progress in the terminal, and one JSON object for scripts."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from django.urls import reverse

from archive.models import Technique
from archive.search import SearchQuery, get_backend
from generation import services as renderers
from generation.models import Take
from review.models import Round

SEARCHES = ("苏绣", "蘇繡", "suxiu", "三十度")


class Writes(Protocol):
    """Anything lines can be written to."""

    def write(self, text: str) -> object:
        """Write text without adding a line end."""
        ...


class Clock:
    """Seconds per stage, told as they pass."""

    def __init__(self, out: Writes) -> None:
        self.out = out
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, said: str) -> Iterator[None]:
        """Time a stage and say what it is."""
        self.out.write(f"· {said} …\n")
        start = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - start, 2)
        self.out.write(f"  {self.seconds[name]:.1f} 秒\n")


def facts(techniques: list[Technique], base_url: str) -> dict[str, Any]:
    """The techniques with their takes, and what the searches find."""
    return {
        "techniques": [technique_facts(technique, base_url) for technique in techniques],
        "search": {text: titles_found(text) for text in SEARCHES},
    }


def technique_facts(technique: Technique, base_url: str) -> dict[str, Any]:
    """One technique: its page, the version in force, and every take of it."""
    spec = technique.specs.current().get()
    takes = Take.objects.filter(recipe__shot__storyboard__spec=spec).order_by("recipe__shot__number")
    return {
        "title": technique.name_zh,
        "url": base_url + reverse("technique", args=[technique.slug]),
        "spec_version": spec.version,
        "steps": len(spec.spec.steps),
        "takes": [take_facts(take, base_url) for take in takes],
    }


def take_facts(take: Take, base_url: str) -> dict[str, Any]:
    """One take: the file, what decided it, what was decided about it, and where the clip is if there is one."""
    round_ = take.rounds.order_by("-number").first()
    return {
        "file": str(Path(take.file.path)),
        "sha256": take.sha256,
        "width": take.width,
        "height": take.height,
        "fps": take.fps,
        "frames": take.frames,
        "seconds": take.seconds,
        "seed": take.recipe.seed,
        "backend": renderers.get_backend(take.recipe.backend).name,
        "recipe": take.recipe.sha256,
        "verdict": _verdict(round_),
        "clip_url": _clip_url(round_, base_url),
    }


def titles_found(text: str) -> list[str]:
    """The titles that a visitor finds with these words."""
    return [hit.title for hit in get_backend().search(SearchQuery(text=text)).hits]


def _verdict(round_: Round | None) -> str | None:
    verdict = round_.verdicts.order_by("pk").last() if round_ else None
    return verdict.decision if verdict else None


def _clip_url(round_: Round | None, base_url: str) -> str | None:
    accession = getattr(round_, "accession", None)
    return base_url + reverse("clip-media", args=[accession.clip.uid, "mp4"]) if accession else None
