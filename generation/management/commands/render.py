"""``manage.py render SPEC.json --step N --seed S --out FILE.mp4``: a specification file becomes a film file. ``--all`` in
place of ``--step`` makes one film of the whole technique.
"""

import json
import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from pydantic import ValidationError

from craftnlp.sentence import sentence, title
from craftnlp.spec import Status, Step, StepField, TechniqueSpec
from generation.backends.base import (
    MAX_SEED,
    Backend,
    CannotRenderError,
    OnProgress,
    Progress,
    RenderRequest,
    Scalar,
    recipe_sha256,
)  # fmt: skip
from generation.backends.schematic import Schematic
from generation.backends.schematic.book import Book
from generation.backends.schematic.drawing.svg_file import MOST_BYTES, outline_from_svg
from generation.backends.schematic.scenes.base import View
from generation.postproduction.encode import FilmFaultError
from generation.postproduction.film import Film, Origin, make_film
from generation.postproduction.mastering import mastering_facts
from generation.postproduction.technique_film import chapters_of, make_technique_film
from generation.services import RefusedError, get_backend


class Command(BaseCommand):
    """Needs no database. Steps count from 1 in the order of doing and leave secret steps out. Exit code 0 only when the
    film is in place. With ``--all``, stderr tells which page is being drawn.
    """

    help = "Make a film from one step of a specification file, or from all. Draws every value that is not struck."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument(
            "spec", type=Path, metavar="SPEC.json", help="as `python -m craftnlp FILE --json` writes it"
        )
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--step", type=int, metavar="N", help="the film of one step")
        what.add_argument("--all", action="store_true", help="one film of all steps, with a title and a last page")
        parser.add_argument("--seed", type=int, required=True, metavar="S")
        parser.add_argument("--out", type=Path, required=True, metavar="FILE.mp4")
        parser.add_argument("--backend", default="default", help="a name in GENERATION_BACKENDS")
        parser.add_argument("--craft", default="", help="name of the craft, shown in the film")
        parser.add_argument("--technique", default="", help="name of the technique, shown in the film")
        parser.add_argument("--bearer", default="", help="who told it, shown in the film of all steps")
        parser.add_argument("--seconds", type=float, default=6.0, help="of each step")
        parser.add_argument(
            "--view", choices=("plate", *View), default="plate", help="the whole plate, or one figure of it"
        )
        parser.add_argument("--mirrored", action="store_true", help="left and right hand swapped; the film says so")
        parser.add_argument("--outline", type=Path, metavar="FILE.svg", help="the line that the tool follows (--step)")
        parser.add_argument("--json", action="store_true", help="print what was made as JSON")

    def handle(self, **options: Any) -> None:
        """Read, plan, render, put in place."""
        try:
            backend = get_backend(options["backend"])
            steps = read_steps(options["spec"])
            report = self.make_all(backend, steps, options) if options["all"] else make_one(backend, steps, options)
        except (CannotRenderError, RefusedError, FilmFaultError, OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            json.dumps(report, ensure_ascii=False) if options["json"] else f"{report['sha256']}  {options['out']}"
        )

    def make_all(self, backend: Backend, steps: list[Step], options: Mapping[str, Any]) -> dict[str, object]:
        """One film of all steps, and what there is to report of it."""
        if options["outline"]:
            raise CommandError("附图的线形只用在一步里。请用 --step 指明是哪一步。")
        if not isinstance(backend, Schematic):
            raise CommandError(f"整套影片只能用示意动画来做，“{backend.name}”不行。请去掉 --backend，或改用 --step。")
        requests = [request_for(steps, number, options) for number in range(1, len(steps) + 1)]
        book = Book(backend, requests, bearer=options["bearer"])
        with folder_beside(options["out"]) as folder:
            film = make_technique_film(
                book,
                producer=settings.AIGC_PRODUCER,
                folder=folder,
                on_progress=self.page_teller(len(book.leaves())),
                is_cancelled=lambda: False,
            )
            put_in_place(film, options["out"])
        chapters = [chapter.title for chapter in chapters_of(book)]
        return described(film, book.whole, steps, options) | {"chapters": chapters}

    def page_teller(self, pages: int) -> OnProgress:
        """Writes a line when a new page begins."""
        begun: list[str] = []

        def tell(progress: Progress) -> None:
            if begun[-1:] != [progress.phase]:
                begun.append(progress.phase)
                self.stderr.write(f"{len(begun)}/{pages} {progress.phase}", style_func=str)

        return tell


def read_steps(path: Path) -> list[Step]:
    """The steps of a specification file that may be shown, in the order of doing and without what was struck. Raises
    ``ValueError``.
    """
    try:
        spec = TechniqueSpec.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise ValueError(f"{path} 不是技法规范：{error.errors()[0]['msg']}") from error
    left = (step for step in spec.steps if not step.secret and step.action.status is not Status.STRUCK)
    return list(spec.keeping(map(without_struck, left)).performed())


def without_struck(step: Step) -> Step:
    """The step with the values that are not struck, and a sentence that says no other."""
    names = [name for name in StepField if name is not StepField.ACTION]
    fields = {name.value: tuple(v for v in step.field(name) if v.status is not Status.STRUCK) for name in names}
    left = step.model_copy(update=fields)
    return step if left == step else left.model_copy(update={"sentence": sentence(left)})


def request_for(steps: list[Step], number: int, options: Mapping[str, Any]) -> RenderRequest:
    """What the backend is asked for. Raises ``ValueError`` for a step that is not there."""
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
        view=options["view"],
        prompt=step.sentence,
        negative_prompt="",
        seed=options["seed"],
        frames=round(options["seconds"] * 24),
        settings={"mirrored": True} if options["mirrored"] else {},
    )


def outline_in(options: Mapping[str, Any]) -> dict[str, Scalar]:
    """The setting for an outline of one's own, when a file was given. Raises ``ValueError``."""
    if options["outline"] is None:
        return {}
    with options["outline"].open("rb") as file:
        return {"outline": outline_from_svg(file.read(MOST_BYTES + 1))}


def make_one(backend: Backend, steps: list[Step], options: Mapping[str, Any]) -> dict[str, object]:
    """The film of one step, and what there is to report of it."""
    asked = request_for(steps, options["step"], options)
    request = backend.plan(replace(asked, settings={**asked.settings, **outline_in(options)}))
    context = mastering_facts(backend.kind) | {"producer": settings.AIGC_PRODUCER}
    digest = recipe_sha256(backend=backend.name, request=request, fingerprint=backend.fingerprint(), context=context)
    origin = Origin(kind=backend.kind, backend=backend.name, recipe_sha256=digest, producer=settings.AIGC_PRODUCER)
    with folder_beside(options["out"]) as folder:
        rendering = backend.render(request, on_progress=lambda _: None, is_cancelled=lambda: False)
        film = make_film(request, rendering, origin=origin, folder=folder)
        put_in_place(film, options["out"])
    return described(film, request, [request.step], options)


@contextmanager
def folder_beside(out: Path) -> Iterator[Path]:
    """A working folder on the same disk as ``out``, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=".render-", dir=out.absolute().parent) as folder:
        yield Path(folder)


def put_in_place(film: Film, out: Path) -> None:
    """Poster and captions beside ``out``, the film last of all."""
    shutil.move(film.poster, out.with_suffix(".webp"))
    shutil.move(film.captions, out.with_suffix(".vtt"))
    film.film.replace(out)


def described(film: Film, request: RenderRequest, steps: list[Step], options: Mapping[str, Any]) -> dict[str, object]:
    """What was made, for ``--json``."""
    return {
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
        "unconfirmed_values": sum(map(unconfirmed, steps)),
        "facts": film.facts,
    }


def unconfirmed(step: Step) -> int:
    """How many values of the step nobody has confirmed yet."""
    return sum(value.status is Status.PROPOSED for _, value in step.values())
