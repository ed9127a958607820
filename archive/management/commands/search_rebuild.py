"""``manage.py search_rebuild``: index everything anew while the site runs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.search import SearchUnavailableError, get_backend


class Command(BaseCommand):
    """Needed after the lexicon or the schema of the index has changed."""

    help = "Rebuild the search index from the database. The site stays searchable. 重建检索索引。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many records can be found."""
        try:
            visible = get_backend().rebuild()
        except SearchUnavailableError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{visible} public techniques are searchable.")
