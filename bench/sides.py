"""One side of a comparison of films, in a process of its own. Imports the standard library only: the peer's Python runs it too."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
STATUS: Final = Path("/proc/self/status")


def measured(command: Sequence[str | Path]) -> dict[str, float]:
    """The report of a fresh process, with how long its first film took from the start of its interpreter (``cold``)."""
    started = time.time()
    run = subprocess.run(  # noqa: S603  CONFIG: modules of this package
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    figures: dict[str, float] = json.loads(run.stdout)
    return figures | {"cold": figures["done"] - started}


def report(film: Callable[[], float | None]) -> str:
    """Make two films: when the first was done and the peak memory until then in MB; the seconds of the second, on the wall
    and of the processor. ``core`` is what ``film`` itself returns, seconds too. As JSON.
    """
    film()
    done, peak = time.time(), peak_mb()
    start, used = time.perf_counter(), time.process_time()
    core = film()
    figures = {"seconds": time.perf_counter() - start, "processor": time.process_time() - used}
    return json.dumps(figures | {"done": done, "peak": peak} | ({} if core is None else {"core": core}))


def peak_mb() -> float:
    """The most memory that this process ever held, in MB.

    Linux carries ``ru_maxrss`` over from the process that started this one, so its own high-water mark is read there.
    """
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 ** (2 if sys.platform == "darwin" else 1)
