"""Bearers: the people and groups who hold a craft."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.craft import Craft


class BearerQuerySet(models.QuerySet["Bearer"]):
    """Questions about bearers."""

    def visible_to(self, user: object) -> Self:
        """Bearers of a craft that this user may see."""
        return self.filter(crafts__in=Craft.objects.visible_to(user)).distinct()


class Bearer(models.Model):
    """A person or group who holds a craft (传承人)."""

    class Level(models.TextChoices):
        """The list on which the bearer stands."""

        NATIONAL = "national", _("国家级")
        PROVINCIAL = "provincial", _("省级")
        MUNICIPAL = "municipal", _("市级")
        COUNTY = "county", _("县级")
        UNLISTED = "unlisted", _("未列名录")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True)
    name_zh = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200)
    level = models.CharField(max_length=20, choices=Level, default=Level.UNLISTED)
    is_group = models.BooleanField(default=False)
    crafts = models.ManyToManyField(Craft, related_name="bearers")
    teacher = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="students")
    lineage_zh = models.TextField(blank=True, default="")
    lineage_en = models.TextField(blank=True, default="")
    place_zh = models.CharField(max_length=200, blank=True, default="")
    place_en = models.CharField(max_length=200, blank=True, default="")
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="bearer"
    )
    is_sample = models.BooleanField(default=False)

    objects = BearerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.pk} {self.name_zh}"
