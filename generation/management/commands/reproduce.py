"""``manage.py reproduce TAKE``: render the recipe of a take again and compare."""

import json
import math
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import av
import numpy as np
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from generation.backends.base import CannotRenderError
from generation.media import store
from generation.models import Take
from generation.postproduction.encode import FilmFaultError
from generation.postproduction.film import Film, make_film
from generation.services import RefusedError, get_backend, request_from
from generation.services.running import changes, origin_of


class Command(BaseCommand):
    """Exit code 0: the frames are identical. 1: they differ, and by how much is printed. 2: it could not be rendered."""

    help = "Render the recipe of a take again on this machine and say whether the frames are identical."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("take", metavar="TAKE", help="number or UUID of the take")
        parser.add_argument(
            "--restore", action="store_true", help="put files that are missing back if every byte is equal"
        )
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, **options: Any) -> None:
        """Render, compare, tell the truth in the exit code."""
        take = find_take(options["take"])
        try:
            report = compare(take, restore=options["restore"])
        except (CannotRenderError, RefusedError, FilmFaultError, OSError) as error:
            raise CommandError(f"重新生成不成：{error}", returncode=2) from error
        self.stdout.write(json.dumps(report, ensure_ascii=False) if options["json"] else plainly(report))
        if not report["identical"]:
            raise CommandError("画面不一致。", returncode=1)


def find_take(name: str) -> Take:
    """The take with this number or UUID."""
    try:
        return Take.objects.get(**({"pk": int(name)} if name.isdecimal() else {"uid": name}))
    except (Take.DoesNotExist, ValidationError) as error:
        raise CommandError(f"没有镜次 {name}。", returncode=2) from error


def compare(take: Take, *, restore: bool) -> dict[str, Any]:
    """Render again in a temporary folder; what differs is measured on the decoded films."""
    with tempfile.TemporaryDirectory() as folder:
        again = render_again(take, Path(folder))
        identical = again.frames_sha256 == take.frames_sha256
        report = {
            "take": str(take.uid),
            "recipe_sha256": take.recipe.sha256,
            "identical": identical,
            "same_bytes": again.sha256 == take.sha256,
            "frames_sha256": {"take": take.frames_sha256, "again": again.frames_sha256},
            "changed_environment": changes(take.recipe, get_backend(take.recipe.backend)),
            "restored": put_back(take, again) if restore and again.sha256 == take.sha256 else [],
        }
        return report if identical else report | difference(take, again)


def render_again(take: Take, folder: Path) -> Film:
    """The film of the frozen recipe, made here and now."""
    request = request_from(take.recipe)
    backend = get_backend(take.recipe.backend)
    rendering = backend.render(request, on_progress=lambda _: None, is_cancelled=lambda: False)
    return make_film(request, rendering, origin=origin_of(take.recipe), folder=folder)


def put_back(take: Take, again: Film) -> list[str]:
    """Put missing files of the take in place again under their own names; those that are there stay untouched."""
    made = ((take.file, again.film), (take.poster, again.poster), (take.captions, again.captions))
    missing = [(field, path) for field, path in made if not field.storage.exists(str(field.name))]
    for field, path in missing:
        store(field, path)
    return [str(field.name) for field, _ in missing]


def difference(take: Take, again: Film) -> dict[str, Any]:
    """Largest and mean difference of all pixels (0–255), and the PSNR in dB."""
    largest, total, squares, count = 0, 0.0, 0.0, 0
    with take.file.open("rb") as file, av.open(file, "r") as old, av.open(str(again.film)) as new:
        for first, second in zip(old.decode(video=0), new.decode(video=0), strict=False):
            gap = np.abs(first.to_ndarray(format="rgb24").astype(np.int16) - second.to_ndarray(format="rgb24"))
            largest = max(largest, int(gap.max()))
            total += float(gap.sum())
            squares += float((gap.astype(np.float64) ** 2).sum())
            count += gap.size
    psnr = 10 * math.log10(255**2 * count / squares) if squares else None
    return {"largest_difference": largest, "mean_difference": total / max(count, 1), "psnr_db": psnr}


def plainly(report: dict[str, Any]) -> str:
    """The result in one line."""
    if report["identical"]:
        return "一致：逐帧相同。" + ("文件也逐字节相同。" if report["same_bytes"] else "")
    changed = "、".join(report["changed_environment"]) or "无"
    return (
        f"不一致：最大差 {report['largest_difference']}，平均差 {report['mean_difference']:.4f}，"
        f"PSNR {report['psnr_db']} dB；环境变化：{changed}。"
    )
