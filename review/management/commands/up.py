"""``manage.py up``: web, worker and scheduler for daily use."""

import contextlib
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from review.management.demo.processes import PortBusyError, check_port, serve_everything


class Command(BaseCommand):
    """Run everything on this machine until Ctrl-C."""

    help = "Run the web server, a worker and the scheduler on this machine until Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        """The port is the only choice."""
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve."""
        try:
            check_port(options["port"])
        except PortBusyError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"http://127.0.0.1:{options['port']}/   (Ctrl-C 停止 · stops)")
        with contextlib.suppress(KeyboardInterrupt):
            serve_everything(options["port"])
