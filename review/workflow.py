"""The way of a technique through the house. Start reading here.

Nine stations, in order; each names the function that does its work. The demonstration walks all of them; the pages
call the same functions one by one as people decide.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from archive.services.ingest import add_recording, add_transcript
from archive.services.publishing import publish
from archive.services.reading import confirm, propose
from generation.services import make_recipe
from generation.storyboard import storyboard_for
from generation.tasks import enqueue
from review.services.accession import accession
from review.services.judging import give_verdict
from review.services.rounds import open_round


class Station(NamedTuple):
    """One station: its name, what happens there, and who does it."""

    name: str
    happens: str
    verbs: tuple[Callable[..., Any], ...]


STATIONS = (
    Station(
        "ingest",
        "footage and transcript come in, are hashed, probed and never changed",
        (add_recording, add_transcript),
    ),
    Station("read", "the language library proposes steps whose every value quotes the transcript", (propose,)),
    Station("confirm", "the archivist accepts, edits or strikes; an immutable version comes out", (confirm,)),
    Station(
        "storyboard", "each step that may be shown becomes a shot; a secret step never gets here", (storyboard_for,)
    ),
    Station("recipe", "everything that decides the film is frozen and hashed", (make_recipe,)),
    Station("render", "consent is asked, a job is queued, a worker renders and masters the film", (enqueue,)),
    Station(
        "review", "masters of the craft see the take and decide about exactly these bytes", (open_round, give_verdict)
    ),
    Station("accession", "an approved take becomes a clip of the archive, indexed with it", (accession,)),
    Station("public", "one page joins footage, words, steps, clip, verdict and attribution", (publish,)),
)
