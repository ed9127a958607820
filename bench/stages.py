"""Where the time of a film goes: milliseconds a frame of each stage, in the best of a few films."""

import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Final, ParamSpec, TypeVar
from unittest.mock import patch

from bench.films import NAMES, begin, finish
from bench.timing import ROUNDS, markdown
from generation.backends.base import RenderRequest
from generation.backends.schematic.samples import SAMPLES
from generation.postproduction.conversion import Converter
from generation.postproduction.encode import encode
from generation.postproduction.stamp import Stamp

Taken = ParamSpec("Taken")
Given = TypeVar("Given")

TOGETHER: Final = "together"
NOTE: Final = """
Processor time of the thread that draws, so that other programs do not count. x264 works beside it in threads of its own: its
stage here is handing the frames over and writing the file. What the clock shows beyond the thread's own time is waiting for
x264's threads, on a machine that does nothing else. Hashing is timed by itself, on as many bytes.
"""


class Watch:
    """Processor time of the present thread in each stage, in seconds."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    def timed(self, stage: str, work: Callable[Taken, Given]) -> Callable[Taken, Given]:
        """The same function, its time added to a stage."""

        def counted(*args: Taken.args, **kwargs: Taken.kwargs) -> Given:
            start = time.thread_time()
            try:
                return work(*args, **kwargs)
            finally:
                self.spent[stage] += time.thread_time() - start

        return counted

    def each(self, stage: str, items: Iterable[Given]) -> Iterator[Given]:
        """The same items, the time each took to come added to a stage."""
        taken = iter(items)
        pull = self.timed(stage, lambda: next(taken, None))
        while (item := pull()) is not None:
            yield item


def table() -> str:
    """One column a film, one row a stage."""
    columns = [_best(SAMPLES[name]) for name in NAMES]
    rows = [(stage, *(f"{column[stage]:.2f}" for column in columns)) for stage in columns[0]]
    return f"{markdown(('ms a frame', *NAMES), rows)}\n{NOTE}"


def _best(request: RenderRequest) -> dict[str, float]:
    """The stages of the quickest of a few films, in milliseconds a frame."""
    hashing = min(_hashing(request) for _ in range(ROUNDS))
    films = [_stages(request, hashing) for _ in range(ROUNDS + 1)]  # the first is slower: letters and hands are made
    quickest = min(films, key=lambda film: film[TOGETHER])
    return {stage: seconds * 1000 / request.frames for stage, seconds in quickest.items()}


def _stages(request: RenderRequest, hashing: float) -> dict[str, float]:
    """Seconds of each stage of one film."""
    watch = Watch()
    clock, used = time.perf_counter(), time.process_time()
    watch.timed("whole", _film)(request, watch)
    clock, used, spent = time.perf_counter() - clock, time.process_time() - used, watch.spent
    return {
        "setting the page": spent["page"],
        "drawing": spent["drawing"],
        "finding and converting what changed": spent["converting"] - spent["stamping"],
        "stamping": spent["stamping"],
        "hashing": hashing,
        "x264 and the file": spent["encoding"] - spent["drawing"] - spent["converting"] - hashing,
        "probe, poster, captions, file hash": spent["finishing"] - spent["encoding"],
        TOGETHER: spent["whole"],
        "x264's threads beside it": used - spent["whole"],
        "by the clock": clock,
    }


def _film(request: RenderRequest, watch: Watch) -> None:
    rendering = watch.timed("page", begin)(request)
    frames = watch.each("drawing", rendering.frames)
    with ExitStack() as held:
        held.enter_context(patch.object(Converter, "convert", watch.timed("converting", Converter.convert)))
        held.enter_context(patch.object(Stamp, "press", watch.timed("stamping", Stamp.press)))
        held.enter_context(patch("generation.postproduction.film.encode", watch.timed("encoding", encode)))
        watch.timed("finishing", finish)(request, replace(rendering, frames=frames))


def _hashing(request: RenderRequest) -> float:
    """Seconds to hash as many bytes as a film has in its planes."""
    watch, digest, planes = Watch(), hashlib.sha256(), bytes(request.width * request.height * 3 // 2)
    for _ in range(request.frames):
        watch.timed("hashing", digest.update)(planes)
    return watch.spent["hashing"]
