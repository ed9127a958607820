from django.apps import AppConfig


class GenerationConfig(AppConfig):
    """Machines propose: storyboards, recipes, jobs and takes."""

    name = "generation"
    verbose_name = "生成"
    default_auto_field = "django.db.models.BigAutoField"
