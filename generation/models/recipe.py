"""Storyboards and shots, prompt templates, and the frozen recipes that decide films."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models import Craft, TechniqueSpec
from generation.backends.base import MAX_SEED, Kind


class Storyboard(models.Model):
    """How an accepted specification is shown (分镜): for each step one or more shots."""

    spec = models.ForeignKey(TechniqueSpec, on_delete=models.PROTECT, related_name="storyboards")
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["spec", "version"], name="one_storyboard_per_version")]

    def __str__(self) -> str:
        return f"{self.pk} spec {self.spec_id} v{self.version}"


class Shot(models.Model):
    """One view of one step (镜头). ``seconds`` is the length of the film."""

    class View(models.TextChoices):
        """Where the camera stands."""

        PLATE = "plate", _("图版")
        OVERVIEW = "overview", _("全景")
        SIDE = "side", _("侧面")
        CLOSE_UP = "close_up", _("特写")

    storyboard = models.ForeignKey(Storyboard, on_delete=models.CASCADE, related_name="shots")
    number = models.PositiveSmallIntegerField()
    step_id = models.CharField(max_length=20)
    view = models.CharField(max_length=20, choices=View, default=View.PLATE)
    camera = models.CharField(max_length=100, blank=True, default="")
    seconds = models.FloatField(default=6.0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["storyboard", "number"], name="one_shot_per_number"),
            models.CheckConstraint(condition=Q(seconds__gt=0, seconds__lte=60), name="shot_lasts_0_to_60_s"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.step_id} {self.view}"


class PromptTemplate(models.Model):
    """A version of the words around a step (提示词模板): subject + action + setting + camera language."""

    name = models.CharField(max_length=50)
    version = models.PositiveIntegerField()
    body = models.TextField(help_text=_("占位：{subject} {action} {setting} {camera} {style}"))
    setting = models.TextField(blank=True, default="")
    style = models.TextField(blank=True, default="")
    negative = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="one_prompt_template_per_version")]

    def __str__(self) -> str:
        return f"{self.pk} {self.name} v{self.version}"


class RecipeQuerySet(models.QuerySet["Recipe"]):
    """Questions about recipes."""

    def visible_to(self, user: object) -> Self:
        """Recipes of the crafts in which this user works; nobody else sees any."""
        return self.filter(shot__storyboard__spec__technique__craft__in=Craft.objects.open_to(user))


class Recipe(models.Model):
    """Everything that decides a film, frozen (配方). One hash, at most one take.

    ``request`` is the planned :class:`generation.backends.base.RenderRequest`, ``fingerprint`` what the backend says
    of itself, ``context`` what post-production adds. ``replaces`` links the attempt that a master asked to change.
    """

    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    shot = models.ForeignKey(Shot, on_delete=models.PROTECT, related_name="recipes")
    prompt_template = models.ForeignKey(PromptTemplate, on_delete=models.PROTECT, related_name="recipes")
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    backend = models.CharField(max_length=50, help_text=_("GENERATION_BACKENDS 里的名字"))
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Kind])
    sends_data_out = models.BooleanField()
    seed = models.PositiveIntegerField()
    request = models.JSONField(editable=False)
    fingerprint = models.JSONField(editable=False)
    context = models.JSONField(editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RecipeQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(seed__lte=MAX_SEED), name="recipe_seed_in_range")]

    def __str__(self) -> str:
        return f"{self.pk} {self.sha256[:10]}"
