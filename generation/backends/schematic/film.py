"""One film: the page set, the picture rehearsed, then frame after frame on the same sheet."""

from typing import Final

import skia

from generation.backends.base import RenderRequest
from generation.backends.schematic.choose import CARD, TEMPLATES, Choice, choose
from generation.backends.schematic.drawing.outline import outline_from
from generation.backends.schematic.drawing.paper import printed
from generation.backends.schematic.drawing.text import Pen, TextLog
from generation.backends.schematic.pages.card import Card
from generation.backends.schematic.pages.plate import Header, draw_furniture, draw_header, draw_quote
from generation.backends.schematic.pages.rail import Rail
from generation.backends.schematic.scenes.base import Moment, Scene, View
from generation.backends.schematic.words.reading import Reading

REHEARSED: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
POSTER_SHARE: Final = 0.72


class Film:
    """Sets the page when it is made: a glyph that is missing or a value that cannot be drawn shows up there."""

    def __init__(self, request: RenderRequest, *, grain: bool) -> None:
        self.request = request
        self.log = TextLog()
        self.choice = choose(request.step)
        if request.settings.get("template") == CARD and self.choice.template != CARD:
            self.choice = Choice(CARD, self.choice.family, "这一步按要求只列原话")
        self.header = Header((), ())
        self.rail = Rail(request.step_number, request.step_count)
        self.scene: Scene | Card = self._card() if self.choice.template == CARD else self._scene()
        self._rehearse()
        self._page = self._print_page(grain=grain)

    def _card(self) -> Card:
        return Card(self.request, self.choice.reason)

    def _scene(self) -> Scene:
        """The scene is made twice: what it assumes is known only afterwards, and the list needs room above the stage."""
        kind, asked = TEMPLATES[self.choice.template], self.request
        view = next((view for view in View if view == asked.view), None)
        mirrored, data = bool(asked.settings.get("mirrored")), asked.settings.get("outline")
        outline = outline_from(str(data)) if data else None
        first, reading = (Reading(asked.step, mirrored=mirrored, outline=outline) for _ in range(2))
        kind(first, self.header.stage(), view)
        self.header = Header(tuple(first.facts(kind.measure_names)), first.assumed, first.credits, mirrored=mirrored)
        return kind(reading, self.header.stage(), view)

    def _rehearse(self) -> None:
        recorder = skia.PictureRecorder()
        pen = Pen(recorder.beginRecording(self.request.width, self.request.height), self.log)
        self._draw_page(pen)
        for share in REHEARSED:
            self.scene.moving(pen, Moment(share * self.request.seconds, self.request.seconds))

    def _draw_page(self, pen: Pen) -> None:
        draw_furniture(pen, self.request)
        if self.choice.template != CARD:
            draw_header(pen, self.header)
            draw_quote(pen, self.request)
        self.scene.still(pen)

    def _print_page(self, *, grain: bool) -> skia.Image:
        size = (self.request.width, self.request.height)
        return printed(size, grain, lambda canvas: self._draw_page(Pen(canvas, self.log)))

    def draw(self, index: int, canvas: skia.Canvas) -> None:
        """Draw one frame; nothing is left on the canvas's state."""
        moment = Moment(index / self.request.fps, self.request.seconds)
        canvas.save()
        canvas.drawImage(self._page, 0, 0)
        self.scene.moving(Pen(canvas, self.log), moment)
        last = max(1, self.request.frames - 1)
        self.rail.draw_run(canvas, index / last)
        canvas.restore()

    @property
    def poster(self) -> int:
        """The frame that shows most: work well under way, or the whole quote inked."""
        last = self.request.frames - 1
        return last if self.choice.template == CARD else round(last * POSTER_SHARE)

    def facts(self) -> dict[str, object]:
        """What was drawn, and what was assumed for it."""
        return {
            "template": self.choice.template,
            "family": self.choice.family,
            "assumed": list(self.header.assumed),
            "credits": list(self.header.credits),
            "text": self.log.texts(),
            "poster_frame": self.poster,
            **self.scene.facts(),
        }
