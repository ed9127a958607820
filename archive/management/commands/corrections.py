"""``manage.py corrections``: what archivists made of the reader's proposals, as JSON lines."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from archive.disclosure import hidden_spans, open_spec
from archive.models import Consent, ConsentUse, TechniqueSpec
from archive.services.corrections import logged
from craftnlp.corrections import LoggedValue, passages


class Command(BaseCommand):
    """Confirmed proposals only, without secret steps, and only of bearers who allow training on their words today."""

    help = "Write the corrections log of confirmed proposals (JSON lines). 导出修正记录。"

    def add_arguments(self, parser: CommandParser) -> None:
        """The options."""
        parser.add_argument("--passages", action="store_true", help="write annotated passages instead of the log")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write what may be written, and say on stderr what was left out."""
        rows = TechniqueSpec.objects.confirmed().select_related(
            "technique__craft", "technique__bearer", "transcript__bearer"
        )
        confirmed = list(rows.order_by("technique__craft__slug", "transcript__text_sha256", "reader", "pk"))
        allowed = [row for row in confirmed if _may_train_on(row)]
        written = [row for row in allowed if not (options["passages"] and hidden_spans(row.transcript))]
        if left := len(confirmed) - len(allowed):
            self.stderr.write(f"{left} 份没有“用于训练模型”的同意，未导出。 / {left} left out: no consent to training.")
        if left := len(allowed) - len(written):
            self.stderr.write(f"{left} 份含秘密工序，不能导出全文。 / {left} left out: they hold secret steps.")
        log = [line for row in written for line in logged(row, open_spec(row))]
        for line in _passages(written, log) if options["passages"] else (one.line() for one in log):
            self.stdout.write(line)


def _may_train_on(row: TechniqueSpec) -> bool:
    bearers = {row.technique.bearer, row.transcript.bearer}
    today = timezone.localdate()
    return all(Consent.objects.allows(bearer, ConsentUse.AI_TRAIN_ON, on=today) for bearer in bearers)


def _passages(rows: list[TechniqueSpec], log: list[LoggedValue]) -> Iterator[str]:
    cues = {row.transcript.text_sha256: row.transcript.spoken() for row in rows}
    yield from (passage.model_dump_json(exclude_none=True) for passage in passages(log, cues))
