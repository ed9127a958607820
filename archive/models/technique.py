"""Techniques: the named procedures of a craft."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from archive.models.bearer import Bearer
from archive.models.craft import Craft
from archive.models.publication import Publication, Published


class TechniqueQuerySet(models.QuerySet["Technique"]):
    """Questions about techniques."""

    def published(self) -> Self:
        """What anyone may read."""
        return self.filter(status=Publication.PUBLISHED, craft__status=Publication.PUBLISHED)

    def visible_to(self, user: object) -> Self:
        """Published techniques, and all of the crafts in which this user works."""
        return self.filter(
            Q(status=Publication.PUBLISHED, craft__status=Publication.PUBLISHED)
            | Q(craft__in=Craft.objects.open_to(user))
        )

    def curated_by(self, user: object) -> Self:
        """Techniques whose records this user may change."""
        return self.filter(craft__in=Craft.objects.curated_by(user))


class Technique(Published):
    """A named procedure of a craft (技法), told by one bearer. ``search_version`` rises with each public change."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True)
    craft = models.ForeignKey(Craft, on_delete=models.PROTECT, related_name="techniques")
    bearer = models.ForeignKey(Bearer, on_delete=models.PROTECT, related_name="techniques")
    name_zh = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200)
    summary_zh = models.TextField(blank=True, default="")
    summary_en = models.TextField(blank=True, default="")
    is_sample = models.BooleanField(default=False)
    search_version = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = TechniqueQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.pk} {self.name_zh}"
