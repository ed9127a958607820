"""The record as JSON. Names are those of ``docs/glossary.md``; addresses of files are absolute."""

from typing import Any, cast

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from archive.disclosure import open_cues, open_recordings, open_spec
from archive.models import (
    Attribution,
    Bearer,
    Clip,
    ClipVerdict,
    Craft,
    Cue,
    Recording,
    SubItem,
    Technique,
    TechniqueSpec,
    Transcript,
)
from craftnlp.spec import TechniqueSpec as Spec


class SubItemSerializer(serializers.ModelSerializer[SubItem]):
    """A region and protection unit of a craft."""

    class Meta:
        model = SubItem
        fields = ("region_zh", "region_en", "protection_unit_zh", "protection_unit_en", "listed_in")


class CraftSerializer(serializers.ModelSerializer[Craft]):
    """A listed heritage item."""

    number = serializers.CharField(read_only=True, help_text="Project number such as Ⅶ-18; empty when not listed")
    sub_items = SubItemSerializer(many=True, read_only=True)

    class Meta:
        model = Craft
        fields = (
            "uid", "slug", "name_zh", "name_en", "category", "serial", "number",
            "summary_zh", "summary_en", "is_sample", "sub_items",
        )  # fmt: skip


class BearerSerializer(serializers.ModelSerializer[Bearer]):
    """A person or group who holds a craft."""

    crafts = serializers.SerializerMethodField()

    class Meta:
        model = Bearer
        fields = (
            "uid", "slug", "name_zh", "name_en", "level", "is_group", "lineage_zh", "lineage_en",
            "place_zh", "place_en", "is_sample", "crafts",
        )  # fmt: skip

    def get_crafts(self, bearer: Bearer) -> list[str]:
        """Slugs of the crafts that the reader may see."""
        visible = Craft.objects.visible_to(self.context["request"].user)
        return list(visible.filter(bearers=bearer).order_by("pk").values_list("slug", flat=True))


class TechniqueSerializer(serializers.ModelSerializer[Technique]):
    """A named procedure of a craft."""

    craft = serializers.SlugRelatedField[Craft](slug_field="slug", read_only=True)
    bearer = serializers.SlugRelatedField[Bearer](slug_field="slug", read_only=True)

    class Meta:
        model = Technique
        fields = (
            "uid", "slug", "name_zh", "name_en", "summary_zh", "summary_en",
            "craft", "bearer", "is_sample", "updated_at",
        )  # fmt: skip


class AttributionSerializer(serializers.ModelSerializer[Attribution]):
    """The credit that goes wherever the film goes."""

    bearer = serializers.SlugRelatedField[Bearer](slug_field="slug", read_only=True)

    class Meta:
        model = Attribution
        exclude = ("id",)


class RecordingSerializer(serializers.ModelSerializer[Recording]):
    """Original footage; ``origin`` says whether it is the real thing or a placeholder."""

    craft = serializers.SlugRelatedField[Craft](slug_field="slug", read_only=True)
    attribution = AttributionSerializer(read_only=True)
    media = serializers.SerializerMethodField()

    class Meta:
        model = Recording
        fields = (
            "uid", "title_zh", "title_en", "origin", "craft", "mime_type", "sha256", "size", "seconds", "width",
            "height", "fps", "recorded_on", "place_zh", "place_en", "recordist", "language", "is_sample",
            "attribution", "media",
        )  # fmt: skip

    @extend_schema_field(serializers.URLField(allow_null=True))
    def get_media(self, recording: Recording) -> str | None:
        """Where the bytes are; ranges are answered. ``null`` where part of what is said may not be told."""
        rows = Recording.objects.filter(pk=recording.pk)
        if not open_recordings(rows, user=self.context["request"].user).exists():
            return None
        return _absolute(self, reverse("recording-media", args=[recording.uid]))


class CueSerializer(serializers.ModelSerializer[Cue]):
    """One line; ``offset`` counts code points from the start of the transcript text."""

    class Meta:
        model = Cue
        fields = ("number", "offset", "start", "end", "speaker", "interviewer", "text")


class TranscriptSerializer(serializers.ModelSerializer[Transcript]):
    """What was said. Lines that the bearer keeps secret are not there; offsets stay those of the whole text."""

    craft = serializers.SlugRelatedField[Craft](slug_field="slug", read_only=True)
    bearer = serializers.SlugRelatedField[Bearer](slug_field="slug", read_only=True)
    cues = serializers.SerializerMethodField()

    class Meta:
        model = Transcript
        fields = (
            "id", "series", "version", "craft", "bearer", "layer", "language", "machine_made", "text_sha256", "cues",
        )  # fmt: skip

    @extend_schema_field(CueSerializer(many=True))
    def get_cues(self, transcript: Transcript) -> Any:
        """The lines that may be shown."""
        return CueSerializer(open_cues(transcript), many=True).data


class SpecSerializer(serializers.ModelSerializer[TechniqueSpec]):
    """The specification in force: accepted values only, each with the words it was read from."""

    technique = serializers.SlugRelatedField[Technique](slug_field="slug", read_only=True)
    content = serializers.SerializerMethodField()

    class Meta:
        model = TechniqueSpec
        fields = ("id", "technique", "transcript", "version", "sha256", "reader", "created_at", "content")

    @extend_schema_field(cast(Any, Spec))  # drf-spectacular reads pydantic models
    def get_content(self, row: TechniqueSpec) -> Any:
        """The steps that may be shown. ``sha256`` is that of the whole specification."""
        return open_spec(row).model_dump(mode="json")


class ClipVerdictSerializer(serializers.ModelSerializer[ClipVerdict]):
    """Who judged, when, and on which bytes."""

    class Meta:
        model = ClipVerdict
        fields = ("judge_name", "decision", "remark", "take_sha256", "spec_sha256", "decided_at")


class ClipSerializer(serializers.ModelSerializer[Clip]):
    """An approved, AI-generated film of one step, with its label, recipe, verdicts and credit."""

    technique = serializers.SlugRelatedField[Technique](slug_field="slug", read_only=True)
    attribution = AttributionSerializer(read_only=True)
    verdicts = ClipVerdictSerializer(many=True, read_only=True)
    media = serializers.SerializerMethodField()

    class Meta:
        model = Clip
        fields = (
            "uid", "technique", "spec", "step_id", "step_number", "title", "kind", "label", "content_number", "sha256",
            "size", "width", "height", "fps", "frames", "seconds", "backend", "seed", "recipe", "recipe_sha256",
            "accessioned_at", "attribution", "verdicts", "media",
        )  # fmt: skip

    @extend_schema_field(serializers.DictField(child=serializers.URLField()))
    def get_media(self, clip: Clip) -> dict[str, str]:
        """Film, poster and captions."""
        names = {"film": "mp4", "poster": "webp", "captions": "vtt"}
        return {name: _absolute(self, reverse("clip-media", args=[clip.uid, kind])) for name, kind in names.items()}


def _absolute(serializer: serializers.BaseSerializer[Any], path: str) -> str:
    address: str = serializer.context["request"].build_absolute_uri(path)
    return address
