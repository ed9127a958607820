from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """People decide: assignments, rounds, verdicts, and accession."""

    name = "review"
    verbose_name = "审定"
    default_auto_field = "django.db.models.BigAutoField"
