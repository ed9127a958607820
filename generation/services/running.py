"""What a worker does with a job. Imported by workers only: it brings the media libraries."""

import errno
import time
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from generation import media
from generation.backends.base import Backend, CancelledError, CannotRenderError, Frame, Kind, Progress, Rendering
from generation.models import JobStatus, Recipe, Take
from generation.models.take import captions_path, film_path, poster_path
from generation.postproduction.encode import FilmFaultError
from generation.postproduction.film import Film, Origin, make_film
from generation.postproduction.mastering import mastering_facts
from generation.services.backends import get_backend
from generation.services.failures import RefusedError
from generation.services.gates import check_consent, check_disk
from generation.services.leases import Hold, LeaseLostError, claim, settle
from generation.services.recipes import request_from

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class EnvironmentChangedError(RefusedError):
    """This machine would not make the film of the recipe but another one."""

    code = "environment_changed"


def run_job(job_id: int, *, worker: str) -> None:
    """Make the film of a waiting job. A job that is not waiting any more is left alone, so a repeated message is
    harmless. The job ends done, failed or cancelled; only a killed worker leaves it to the reconciler.
    """
    hold = claim(job_id, worker=worker)
    if hold is None:
        return
    with hold.beating(), ended(hold), media.workspace(str(hold.lease)) as folder:
        recipe = hold.job.recipe
        check_consent(recipe)
        check_disk()
        started = time.monotonic()
        rendering = watched(start(recipe, hold), hold)
        film = make_film(request_from(recipe), rendering, origin=origin_of(recipe), folder=folder)
        keep(hold, film, seconds=time.monotonic() - started)


@contextmanager
def ended(hold: Hold) -> Iterator[None]:
    """Whatever happens inside, the job gets its terminal state and a message people understand."""
    try:
        yield
    except LeaseLostError:
        return
    except CancelledError:
        stop(hold, code="cancelled", message=_("已取消。"), to=JobStatus.CANCELLED)
    except CannotRenderError as error:
        stop(hold, code=error.reason, message=str(error))
    except (RefusedError, FilmFaultError) as error:
        stop(hold, code=error.code, message=str(error))
    except OSError as error:
        code = "disk_full" if error.errno in NO_ROOM else "storage"
        stop(hold, code=code, message=str(error), note=traceback.format_exc())
    except Exception as error:
        stop(hold, code="crashed", message=str(error), note=traceback.format_exc())
        raise


def stop(hold: Hold, *, code: str, message: str, note: str = "", to: JobStatus = JobStatus.FAILED) -> None:
    """End a job without a take; nothing is written about a job that is not ours any more."""
    with suppress(LeaseLostError):
        settle(hold, to, code=code, message=message, note=note)


def start(recipe: Recipe, hold: Hold) -> Rendering:
    """Begin rendering, if this machine is the one that the recipe describes."""
    backend = get_backend(recipe.backend)
    changed = changes(recipe, backend)
    if changed:
        raise EnvironmentChangedError(
            _("与配方记录不同：%(what)s。请重新做一份配方再生成。") % {"what": "、".join(changed)}
        )
    return backend.render(request_from(recipe), on_progress=hold.on_progress, is_cancelled=hold.is_cancelled)


def changes(recipe: Recipe, backend: Backend) -> list[str]:
    """Names of what differs between the recipe and this machine."""
    here = dict(backend.fingerprint()) | mastering_facts(backend.kind) | {"producer": settings.AIGC_PRODUCER}
    frozen = {**recipe.fingerprint, **recipe.context}
    return sorted(name for name, fact in here.items() if frozen.get(name) != fact)


def watched(rendering: Rendering, hold: Hold) -> Rendering:
    """The same rendering, stopped at the next frame after a cancellation even if the backend did not look."""

    def frames() -> Iterator[Frame]:
        for frame in rendering.frames:
            if hold.is_cancelled():
                raise CancelledError
            yield frame
        hold.on_progress(Progress(phase="checking", fraction=1.0))

    return replace(rendering, frames=frames())


def origin_of(recipe: Recipe) -> Origin:
    """What the metadata of a recipe's film says."""
    backend = get_backend(recipe.backend)
    return Origin(
        kind=Kind(recipe.kind),
        backend=backend.name,
        recipe_sha256=recipe.sha256,
        producer=recipe.context["producer"],
    )


def keep(hold: Hold, film: Film, *, seconds: float) -> Take:
    """Put the files in place, then write the take and end the job in one transaction. No file stays without its row."""
    take = new_take(hold, film)
    with ExitStack() as undo:
        undo.callback(discard, take)
        media.store(take.file, film.film)
        media.store(take.poster, film.poster)
        media.store(take.captions, film.captions)
        with transaction.atomic():
            settle(hold, JobStatus.DONE, note=f"{take.frames} frames in {seconds:.1f} s\n")
            take.save()
        undo.pop_all()
    return take


def new_take(hold: Hold, film: Film) -> Take:
    """The take of a film that is probed and hashed but not yet in place."""
    request = request_from(hold.job.recipe)
    return Take(
        recipe=hold.job.recipe,
        job=hold.job,
        sha256=film.sha256,
        frames_sha256=film.frames_sha256,
        size=film.film.stat().st_size,
        width=request.width,
        height=request.height,
        fps=request.fps,
        frames=request.frames,
        seconds=request.seconds,
        label=film.label,
        content_number=film.content_number,
        facts=dict(film.facts),
        probe=dict(film.probe),
    )


def discard(take: Take) -> None:
    """Remove what was put in place of a take that did not come to be, half-written files included."""
    for path in (film_path(take, ""), poster_path(take, ""), captions_path(take, "")):
        take.file.storage.delete(path)
