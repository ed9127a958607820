"""Clips: approved takes in the archive, with verdicts and attribution. No unapproved film has a row here."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.bearer import Bearer
from archive.models.craft import Craft
from archive.models.events import AppendOnly
from archive.models.publication import Publication, Published
from archive.models.specification import TechniqueSpec
from archive.models.technique import Technique


def clip_path(clip: "Clip", filename: str) -> str:
    """Where the film of a clip lives."""
    return f"clips/{clip.uid}.mp4"


def poster_path(clip: "Clip", filename: str) -> str:
    """Where the poster of a clip lives."""
    return f"clips/{clip.uid}.webp"


def captions_path(clip: "Clip", filename: str) -> str:
    """Where the WebVTT captions of a clip live."""
    return f"clips/{clip.uid}.vtt"


class Attribution(models.Model):
    """The credit that must appear wherever a clip or recording appears (署名)."""

    bearer = models.ForeignKey(Bearer, on_delete=models.PROTECT, related_name="attributions")
    credit_zh = models.CharField(max_length=500)
    credit_en = models.CharField(max_length=500)
    lineage_zh = models.TextField(blank=True, default="")
    lineage_en = models.TextField(blank=True, default="")
    place_zh = models.CharField(max_length=200, blank=True, default="")
    place_en = models.CharField(max_length=200, blank=True, default="")
    project_number = models.CharField(max_length=20, blank=True, default="")
    recordist = models.CharField(max_length=200, blank=True, default="")
    archivist = models.CharField(max_length=200, blank=True, default="")
    rights_uri = models.URLField(blank=True, default="")
    rights_zh = models.TextField(blank=True, default="")
    rights_en = models.TextField(blank=True, default="")
    citation_zh = models.TextField(blank=True, default="")
    citation_en = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return f"{self.pk} {self.credit_zh}"


class ClipQuerySet(models.QuerySet["Clip"]):
    """Questions about clips."""

    def published(self) -> Self:
        """What anyone may see."""
        return self.filter(status=Publication.PUBLISHED, technique__in=Technique.objects.published())

    def visible_to(self, user: object) -> Self:
        """Published clips, and all of the crafts in which this user works."""
        public = Q(status=Publication.PUBLISHED, technique__in=Technique.objects.published())
        return self.filter(public | Q(technique__craft__in=Craft.objects.open_to(user)))


class Clip(Published):
    """An approved take, accessioned (成片). ``recipe`` is the whole recipe as it was frozen before rendering."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    technique = models.ForeignKey(Technique, on_delete=models.PROTECT, related_name="clips")
    spec = models.ForeignKey(TechniqueSpec, on_delete=models.PROTECT, related_name="clips")
    attribution = models.ForeignKey(Attribution, on_delete=models.PROTECT, related_name="clips")
    step_id = models.CharField(max_length=20)
    step_number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    file = models.FileField(upload_to=clip_path)
    poster = models.FileField(upload_to=poster_path)
    captions = models.FileField(upload_to=captions_path)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    fps = models.FloatField(editable=False)
    frames = models.PositiveIntegerField(editable=False)
    seconds = models.FloatField(editable=False)
    kind = models.CharField(max_length=20, help_text=_("示意动画或模型生成"))
    label = models.CharField(max_length=60)
    content_number = models.CharField(max_length=100, unique=True)
    backend = models.CharField(max_length=50)
    seed = models.PositiveIntegerField()
    recipe = models.JSONField(editable=False)
    recipe_sha256 = models.CharField(max_length=64, editable=False)
    accessioned_at = models.DateTimeField(auto_now_add=True)

    objects = ClipQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.pk} {self.title}"


class ClipVerdict(AppendOnly):
    """A verdict as it was given on the take, kept with the clip: who, when, and on which bytes."""

    clip = models.ForeignKey(Clip, on_delete=models.PROTECT, related_name="verdicts")
    bearer = models.ForeignKey(Bearer, null=True, on_delete=models.PROTECT, related_name="+")
    judge_name = models.CharField(max_length=200)
    decision = models.CharField(max_length=20)
    remark = models.TextField(blank=True, default="")
    take_sha256 = models.CharField(max_length=64)
    spec_sha256 = models.CharField(max_length=64)
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.pk} {self.decision}"
