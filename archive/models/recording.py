"""Original recordings, and the versioned transcripts of what was said in them."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.bearer import Bearer
from archive.models.craft import Craft
from archive.models.publication import Publication, Published
from craftnlp.cues import Cue as SpokenCue


def original_path(recording: "Recording", filename: str) -> str:
    """Where the bytes of a recording live; client file names are not trusted."""
    return f"originals/{recording.uid}"


def source_path(transcript: "Transcript", filename: str) -> str:
    """Where the transcript file lives as it was handed in."""
    return f"transcripts/{transcript.series}/{transcript.version}"


class RecordingQuerySet(models.QuerySet["Recording"]):
    """Questions about recordings."""

    def visible_to(self, user: object) -> Self:
        """Published recordings of published crafts, and all of the crafts in which this user works."""
        public = Q(status=Publication.PUBLISHED, craft__status=Publication.PUBLISHED)
        return self.filter(public | Q(craft__in=Craft.objects.open_to(user)))


class Recording(Published):
    """Original audio or video (原始影像). The bytes are hashed, probed and never changed again."""

    class Origin(models.TextChoices):
        """Where the bytes come from (来源性质)."""

        ORIGINAL = "original", _("原始")
        PLACEHOLDER = "placeholder", _("占位影像")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    craft = models.ForeignKey(Craft, on_delete=models.PROTECT, related_name="recordings")
    bearers = models.ManyToManyField(Bearer, related_name="recordings")
    origin = models.CharField(max_length=20, choices=Origin, default=Origin.ORIGINAL)
    title_zh = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    file = models.FileField(upload_to=original_path)
    mime_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(editable=False, help_text=_("字节"))
    seconds = models.FloatField(editable=False)
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    fps = models.FloatField(null=True, editable=False)
    codec = models.CharField(max_length=50, blank=True, default="", editable=False)
    recorded_on = models.DateField(null=True, blank=True)
    place_zh = models.CharField(max_length=200, blank=True, default="")
    place_en = models.CharField(max_length=200, blank=True, default="")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    recordist = models.CharField(max_length=200, blank=True, default="")
    device = models.CharField(max_length=200, blank=True, default="")
    language = models.CharField(max_length=100, blank=True, default="")
    attribution = models.ForeignKey("archive.Attribution", null=True, on_delete=models.PROTECT, related_name="+")
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RecordingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.pk} {self.title_zh}"


class Layer(models.TextChoices):
    """The parallel layers of a transcript, kept apart."""

    AS_SPOKEN = "as_spoken", _("照录（口语、方言）")
    AS_WRITTEN = "as_written", _("普通话整理")
    TRANSLATION = "translation", _("译文")


class TranscriptQuerySet(models.QuerySet["Transcript"]):
    """Questions about transcripts."""

    def visible_to(self, user: object) -> Self:
        """Transcripts of published techniques, and all of the crafts in which this user works."""
        public = Q(specs__technique__status=Publication.PUBLISHED, craft__status=Publication.PUBLISHED)
        return self.filter(public | Q(craft__in=Craft.objects.open_to(user))).distinct()

    def curated_by(self, user: object) -> Self:
        """Transcripts this user may change."""
        return self.filter(craft__in=Craft.objects.curated_by(user))


class Transcript(models.Model):
    """What was said (口述记录): one immutable version. An edit makes the next version of the same series.

    ``source`` keeps the file byte for byte as it was handed in. A transcript may exist before any recording.
    """

    series = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    craft = models.ForeignKey(Craft, on_delete=models.PROTECT, related_name="transcripts")
    bearer = models.ForeignKey(Bearer, on_delete=models.PROTECT, related_name="transcripts")
    recording = models.ForeignKey(
        Recording, null=True, blank=True, on_delete=models.PROTECT, related_name="transcripts"
    )
    layer = models.CharField(max_length=20, choices=Layer, default=Layer.AS_SPOKEN)
    language = models.CharField(max_length=20, default="zh-CN")
    machine_made = models.BooleanField(default=False)
    source = models.FileField(upload_to=source_path)
    source_sha256 = models.CharField(max_length=64, editable=False)
    text_sha256 = models.CharField(max_length=64, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TranscriptQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "version"], name="one_row_per_transcript_version")]

    def __str__(self) -> str:
        return f"{self.pk} v{self.version}"

    def spoken(self) -> tuple[SpokenCue, ...]:
        """The cues as the language library takes them. Queries."""
        return tuple(cue.spoken() for cue in self.cues.order_by("number"))


class Cue(models.Model):
    """One timed line of a transcript version. ``offset`` is where it starts in the transcript text, in code points."""

    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="cues")
    number = models.PositiveIntegerField()
    offset = models.PositiveIntegerField()
    start = models.FloatField(null=True, help_text=_("秒"))
    end = models.FloatField(null=True, help_text=_("秒"))
    speaker = models.TextField(blank=True, default="")
    interviewer = models.BooleanField(default=False)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["transcript", "number"], name="one_cue_per_number"),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gt=models.F("start")),
                name="cue_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} #{self.number}"

    def spoken(self) -> SpokenCue:
        """This line as the language library takes it."""
        return SpokenCue(
            start=self.start, end=self.end, speaker=self.speaker, interviewer=self.interviewer, text=self.text
        )
