from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """The record: what is true or public."""

    name = "archive"
    verbose_name = "档案"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from archive import checks  # noqa: F401  CONFIG: Django registers system checks on import
