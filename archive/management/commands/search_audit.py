"""``manage.py search_audit``: where the index and the database differ."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.search import SearchUnavailableError, get_backend


class Command(BaseCommand):
    """Run it nightly. It ends with 1 if there was any difference, repaired or not."""

    help = "Compare the search index with the database; ends with 1 if they differ. 核对检索索引与数据库。"

    def add_arguments(self, parser: CommandParser) -> None:
        """The options."""
        parser.add_argument("--fix", action="store_true", help="repair what differs")
        parser.add_argument("--json", action="store_true", help="print the differences as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare, print, and end with 1 if anything differs."""
        try:
            differences = get_backend().audit(fix=options["fix"])
        except SearchUnavailableError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps([asdict(difference) for difference in differences]))
        for difference in [] if options["json"] else differences:
            self.stdout.write(f"technique {difference.technique_id}: {difference.kind} ({difference.detail})")
        if differences:
            advice = "repaired" if options["fix"] else "repair with: manage.py search_audit --fix"
            raise CommandError(f"{len(differences)} differences; {advice}")
