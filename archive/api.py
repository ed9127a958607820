"""API v1: what is public, read-only. Every answer goes through ``visible_to(user)``; what is hidden answers 404."""

from django.db.models import QuerySet
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ReadOnlyModelViewSet

from archive.disclosure import open_clips
from archive.models import Bearer, Clip, Craft, Recording, SpecStatus, Technique, TechniqueSpec, Transcript
from archive.serializers.records import (
    BearerSerializer,
    ClipSerializer,
    CraftSerializer,
    RecordingSerializer,
    SpecSerializer,
    TechniqueSerializer,
    TranscriptSerializer,
)

SLUG = "[-a-zA-Z0-9_]+"  # PostgreSQL does not take a NUL, so what is no slug must not get that far


class CraftViewSet(ReadOnlyModelViewSet[Craft]):
    """Crafts, by slug."""

    queryset = Craft.objects.order_by("pk").prefetch_related("sub_items")
    serializer_class = CraftSerializer
    lookup_field = "slug"
    lookup_value_regex = SLUG

    def get_queryset(self) -> QuerySet[Craft]:
        return Craft.objects.visible_to(self.request.user).order_by("pk").prefetch_related("sub_items")


class BearerViewSet(ReadOnlyModelViewSet[Bearer]):
    """Bearers, by slug."""

    queryset = Bearer.objects.order_by("pk")
    serializer_class = BearerSerializer
    lookup_field = "slug"
    lookup_value_regex = SLUG

    def get_queryset(self) -> QuerySet[Bearer]:
        return Bearer.objects.visible_to(self.request.user).order_by("pk")


class TechniqueViewSet(ReadOnlyModelViewSet[Technique]):
    """Techniques, by slug."""

    queryset = Technique.objects.order_by("pk")
    serializer_class = TechniqueSerializer
    lookup_field = "slug"
    lookup_value_regex = SLUG

    def get_queryset(self) -> QuerySet[Technique]:
        return Technique.objects.visible_to(self.request.user).select_related("craft", "bearer").order_by("pk")


class RecordingViewSet(ReadOnlyModelViewSet[Recording]):
    """Recordings, by uid."""

    queryset = Recording.objects.order_by("pk")
    serializer_class = RecordingSerializer
    lookup_field = "uid"

    def get_queryset(self) -> QuerySet[Recording]:
        rows = Recording.objects.visible_to(self.request.user)
        return rows.select_related("craft", "attribution__bearer").order_by("pk")


class TranscriptViewSet(ReadOnlyModelViewSet[Transcript]):
    """Transcripts on which a specification in force rests, with their lines."""

    queryset = Transcript.objects.order_by("pk")
    serializer_class = TranscriptSerializer

    def get_queryset(self) -> QuerySet[Transcript]:
        rows = Transcript.objects.visible_to(self.request.user).filter(specs__status=SpecStatus.ACCEPTED)
        return rows.select_related("craft", "bearer").distinct().order_by("pk")


class SpecViewSet(ReadOnlyModelViewSet[TechniqueSpec]):
    """The specifications in force, one for each technique."""

    queryset = TechniqueSpec.objects.order_by("pk")
    serializer_class = SpecSerializer

    def get_queryset(self) -> QuerySet[TechniqueSpec]:
        rows = TechniqueSpec.objects.visible_to(self.request.user).current()
        return rows.select_related("technique", "transcript").order_by("pk")


class ClipViewSet(ReadOnlyModelViewSet[Clip]):
    """Approved films, by uid."""

    queryset = Clip.objects.order_by("pk")
    serializer_class = ClipSerializer
    lookup_field = "uid"

    def get_queryset(self) -> QuerySet[Clip]:
        rows = open_clips(Clip.objects.visible_to(self.request.user))
        return rows.select_related("technique", "attribution__bearer").prefetch_related("verdicts").order_by("pk")


router = DefaultRouter()
router.root_view_name = "api-root"
router.register("crafts", CraftViewSet, basename="api-craft")
router.register("bearers", BearerViewSet, basename="api-bearer")
router.register("techniques", TechniqueViewSet, basename="api-technique")
router.register("recordings", RecordingViewSet, basename="api-recording")
router.register("transcripts", TranscriptViewSet, basename="api-transcript")
router.register("specs", SpecViewSet, basename="api-spec")
router.register("clips", ClipViewSet, basename="api-clip")
