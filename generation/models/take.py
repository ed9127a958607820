"""Takes: rendered films before any verdict. Nobody but those who work in the craft can reach them."""

import uuid
from typing import Self

from django.db import models

from archive.models import Craft
from generation.models.job import Job
from generation.models.recipe import Recipe


def film_path(take: "Take", filename: str) -> str:
    """Where the film of a take lives."""
    return f"takes/{take.uid}.mp4"


def poster_path(take: "Take", filename: str) -> str:
    """Where the poster of a take lives."""
    return f"takes/{take.uid}.webp"


def captions_path(take: "Take", filename: str) -> str:
    """Where the WebVTT captions of a take live."""
    return f"takes/{take.uid}.vtt"


class TakeQuerySet(models.QuerySet["Take"]):
    """Questions about takes."""

    def visible_to(self, user: object) -> Self:
        """Takes of the crafts in which this user works."""
        return self.filter(recipe__shot__storyboard__spec__technique__craft__in=Craft.objects.open_to(user))


class Take(models.Model):
    """The rendered result of a recipe (镜次). ``facts`` is what the backend says of the film, ``probe`` what the
    finished file says of itself. ``content_number`` is the 内容制作编号 in the file's AIGC metadata."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recipe = models.OneToOneField(Recipe, on_delete=models.PROTECT, related_name="take")
    job = models.OneToOneField(Job, on_delete=models.PROTECT, related_name="take")
    file = models.FileField(upload_to=film_path)
    poster = models.FileField(upload_to=poster_path)
    captions = models.FileField(upload_to=captions_path)
    sha256 = models.CharField(max_length=64, editable=False)
    frames_sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    fps = models.FloatField(editable=False)
    frames = models.PositiveIntegerField(editable=False)
    seconds = models.FloatField(editable=False)
    label = models.CharField(max_length=60, editable=False)
    content_number = models.CharField(max_length=100, unique=True, editable=False)
    facts = models.JSONField(editable=False)
    probe = models.JSONField(editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TakeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.pk} {self.sha256[:10]}"
