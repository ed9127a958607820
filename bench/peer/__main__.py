"""``python -m bench.peer`` with Manim's own Python: the embroidery plate as a Manim scene, timed.

``--still FILE.png SHARE`` draws one moment instead, to look at.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import manim

from bench.peer.drawing import PAPER
from bench.peer.figures import Plan, Side
from bench.peer.lens import Lens
from bench.peer.page import Run, furniture
from bench.sides import report

SECONDS: Final = 6.0
RATE: Final = 24
FONTS: Final = Path(__file__).parents[2] / "generation" / "fonts"


class Plate(manim.Scene):  # type: ignore[misc]
    """All that stands still first, so that Manim draws it once; then what moves, as one animation.

    ``playing`` is how many seconds the animation took to draw and encode.
    """

    playing = 0.0

    def setup(self) -> None:
        """Make every object."""
        self.plan, self.side, self.lens, self.run_line = Plan(), Side(), Lens(), Run()
        figures = (self.plan, self.side, self.lens)
        self.add(*furniture(), *(part for figure in figures for part in figure.still()))
        self.moving = manim.VGroup(*(part for figure in (*figures, self.run_line) for part in figure.moving))
        self.add(self.moving)
        self.show(0.0)

    def construct(self) -> None:
        """Six seconds in one animation."""
        run = manim.UpdateFromAlphaFunc(self.moving, lambda _, share: self.show(share), rate_func=manim.linear)
        start = time.perf_counter()
        self.play(run, run_time=SECONDS)
        self.playing = time.perf_counter() - start

    def show(self, share: float) -> None:
        """Put all that moves where it is at a share of the film."""
        self.plan.at(share)
        self.side.at(share * SECONDS)
        self.lens.at(share * SECONDS)
        self.run_line.at(share)


class Still(Plate):
    """One moment of the plate."""

    share: float = 0.72

    def construct(self) -> None:
        """Nothing moves."""
        self.show(self.share)


@contextmanager
def settings(folder: str, **others: Any) -> Iterator[None]:
    """Our size and rate; all else, the encoder's settings too, is Manim's own. Nothing rendered is taken from a cache."""
    asked = {
        "media_dir": folder,
        "pixel_width": 1280,
        "pixel_height": 720,
        "frame_rate": RATE,
        "background_color": PAPER,
        "disable_caching": True,
        "progress_bar": "none",
        "verbosity": "ERROR",
    }
    with ExitStack() as held:
        held.enter_context(manim.tempconfig(asked | others))
        for face in ("Regular", "SemiBold"):
            held.enter_context(manim.register_font(FONTS / f"NotoSerifSC-{face}.ttf"))
        yield


def film() -> float:
    """Render the plate into Manim's folder; the seconds that the animation took of it."""
    scene = Plate()
    scene.render()
    return scene.playing


def main() -> None:
    """Time two films, or draw one moment."""
    parser = argparse.ArgumentParser(prog="python -m bench.peer", description=__doc__)
    parser.add_argument("--still", nargs=2, metavar=("FILE", "SHARE"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not asked.still:
            with settings(folder):
                sys.stdout.write(report(film))
            return
        with settings(folder, save_last_frame=True, write_to_movie=False):
            Still.share = float(asked.still[1])
            scene = Still()
            scene.render()
            scene.renderer.camera.get_image().save(asked.still[0])


if __name__ == "__main__":
    main()
