"""``manage.py reconcile``: find lost jobs and ring for those that wait unheard."""

import json
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from generation.tasks import reconcile


class Command(BaseCommand):
    """Safe to run at any time and as often as you like."""

    help = "Give up jobs whose worker is gone, queue their next attempt, and wake workers for waiting jobs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--loop", type=float, metavar="SECONDS", help="go on for ever, this often")
        parser.add_argument("--json", action="store_true", help="print the counts as JSON")

    def handle(self, **options: Any) -> None:
        """Once, or for ever."""
        while True:
            found = reconcile()
            plain = ", ".join(f"{name} {count}" for name, count in found.items())
            self.stdout.write(json.dumps(found) if options["json"] else plain)
            if not options["loop"]:
                return
            time.sleep(options["loop"])
