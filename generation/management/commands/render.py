"""``manage.py render SPEC.json --step N --seed S --out FILE.mp4``: a specification file becomes a film file."""

import json
import shutil
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from pydantic import ValidationError

from craftnlp.sentence import title
from craftnlp.spec import Status, Step, TechniqueSpec
from generation.backends.base import MAX_SEED, Backend, CannotRenderError, RenderRequest, recipe_sha256
from generation.postproduction.encode import FilmFaultError
from generation.postproduction.film import Film, Origin, make_film
from generation.postproduction.mastering import mastering_facts
from generation.services import RefusedError, get_backend


class Command(BaseCommand):
    """Needs no database. Steps count from 1 and leave secret steps out. Exit code 0 only when the film is in place."""

    help = "Make a film from one step of a specification file. Draws every value that is not struck."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument(
            "spec", type=Path, metavar="SPEC.json", help="as `python -m craftnlp FILE --json` writes it"
        )
        parser.add_argument("--step", type=int, required=True, metavar="N")
        parser.add_argument("--seed", type=int, required=True, metavar="S")
        parser.add_argument("--out", type=Path, required=True, metavar="FILE.mp4")
        parser.add_argument("--backend", default="default", help="a name in GENERATION_BACKENDS")
        parser.add_argument("--craft", default="", help="name of the craft, shown in the film")
        parser.add_argument("--technique", default="", help="name of the technique, shown in the film")
        parser.add_argument("--seconds", type=float, default=6.0)
        parser.add_argument("--json", action="store_true", help="print what was made as JSON")

    def handle(self, **options: Any) -> None:
        """Read, plan, render, put in place."""
        try:
            backend = get_backend(options["backend"])
            steps = read_steps(options["spec"])
            request = backend.plan(request_for(steps, **options))
            film = make(backend, request, options["out"])
        except (CannotRenderError, RefusedError, FilmFaultError, OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        report = {
            "out": str(options["out"]),
            "sha256": film.sha256,
            "frames_sha256": film.frames_sha256,
            "label": film.label,
            "content_number": film.content_number,
            "seed": request.seed,
            "width": request.width,
            "height": request.height,
            "fps": request.fps,
            "frames": request.frames,
            "unconfirmed_values": unconfirmed(request.step),
            "facts": film.facts,
        }
        self.stdout.write(
            json.dumps(report, ensure_ascii=False) if options["json"] else f"{film.sha256}  {options['out']}"
        )


def read_steps(path: Path) -> list[Step]:
    """The steps of a specification file that may be shown. Raises ``ValueError``."""
    try:
        spec = TechniqueSpec.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise ValueError(f"{path} 不是技法规范：{error.errors()[0]['msg']}") from error
    return [step for step in spec.steps if not step.secret and step.action.status is not Status.STRUCK]


def request_for(steps: list[Step], **options: Any) -> RenderRequest:
    """What the backend is asked for. Raises ``ValueError`` for a step that is not there."""
    number: int = options["step"]
    if not 1 <= number <= len(steps):
        raise ValueError(f"没有第 {number} 步：可以画的有 {len(steps)} 步。")
    if not 0 <= options["seed"] <= MAX_SEED:
        raise ValueError(f"种子要在 0 与 {MAX_SEED} 之间。")
    step = steps[number - 1]
    return RenderRequest(
        step=step,
        craft=options["craft"],
        technique=options["technique"],
        step_number=number,
        step_count=len(steps),
        title=title(step),
        quote=step.clause.text,
        quote_seconds=None,
        view="plate",
        prompt=step.sentence,
        negative_prompt="",
        seed=options["seed"],
        frames=round(options["seconds"] * 24),
    )


def make(backend: Backend, request: RenderRequest, out: Path) -> Film:
    """Render into a folder beside ``out``, then put film, poster and captions in place."""
    context = mastering_facts(backend.kind) | {"producer": settings.AIGC_PRODUCER}
    digest = recipe_sha256(backend=backend.name, request=request, fingerprint=backend.fingerprint(), context=context)
    origin = Origin(kind=backend.kind, backend=backend.name, recipe_sha256=digest, producer=settings.AIGC_PRODUCER)
    with tempfile.TemporaryDirectory(prefix=".render-", dir=out.absolute().parent) as folder:
        rendering = backend.render(request, on_progress=lambda _: None, is_cancelled=lambda: False)
        film = make_film(request, rendering, origin=origin, folder=Path(folder))
        shutil.move(film.poster, out.with_suffix(".webp"))
        shutil.move(film.captions, out.with_suffix(".vtt"))
        film.film.replace(out)
    return film


def unconfirmed(step: Step) -> int:
    """How many values of the step nobody has confirmed yet."""
    return sum(value.status is Status.PROPOSED for _, value in step.values())
