"""Crafts as they are listed, and their sub-items."""

import uuid
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from guardian.shortcuts import get_objects_for_user

from archive.models.publication import Publication, Published
from archive.models.user import User

ROMAN = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ")


class Category(models.IntegerChoices):
    """The ten categories of the national list (knowledge: standards §3.1)."""

    FOLK_LITERATURE = 1, _("民间文学")
    TRADITIONAL_MUSIC = 2, _("传统音乐")
    TRADITIONAL_DANCE = 3, _("传统舞蹈")
    TRADITIONAL_THEATRE = 4, _("传统戏剧")
    FOLK_PERFORMANCE = 5, _("曲艺")
    SPORTS_GAMES_ACROBATICS = 6, _("传统体育、游艺与杂技")
    TRADITIONAL_ART = 7, _("传统美术")
    TRADITIONAL_CRAFTSMANSHIP = 8, _("传统技艺")
    TRADITIONAL_MEDICINE = 9, _("传统医药")
    FOLK_CUSTOMS = 10, _("民俗")


class CraftQuerySet(models.QuerySet["Craft"]):
    """Questions about crafts."""

    def open_to(self, user: object) -> Self:
        """Crafts in which this user works (archivist or master): drafts included."""
        if not isinstance(user, User) or not user.is_active:
            return self.none()
        mine: models.QuerySet[Craft] = get_objects_for_user(
            user, ["archive.curate_craft", "archive.judge_craft"], any_perm=True
        )
        return self.filter(pk__in=mine.values("pk"))

    def curated_by(self, user: object) -> Self:
        """Crafts whose records this user may change."""
        if not isinstance(user, User) or not user.is_active:
            return self.none()
        return self.filter(pk__in=get_objects_for_user(user, "archive.curate_craft").values("pk"))

    def visible_to(self, user: "User | AnonymousUser | object") -> Self:
        """Published crafts, and those in which this user works."""
        return self.filter(Q(status=Publication.PUBLISHED) | Q(pk__in=self.model.objects.open_to(user).values("pk")))


class Craft(Published):
    """A listed heritage item (非遗项目): category 1–10 and serial, rendered Ⅶ-18."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True)
    name_zh = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200)
    category = models.PositiveSmallIntegerField(choices=Category)
    serial = models.PositiveIntegerField(null=True, blank=True, help_text=_("国家级名录序号；未列入则空"))
    summary_zh = models.TextField(blank=True, default="")
    summary_en = models.TextField(blank=True, default="")
    is_sample = models.BooleanField(default=False)

    objects = CraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(category__gte=1, category__lte=10), name="craft_category_1_to_10"),
        ]
        permissions = [
            ("curate_craft", "May change the records of this craft"),
            ("judge_craft", "May judge takes of this craft"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.name_zh}"

    @property
    def number(self) -> str:
        """The project number, as Ⅶ-18; empty for a craft that is on no national list."""
        return f"{ROMAN[self.category - 1]}-{self.serial}" if self.serial else ""


class SubItem(models.Model):
    """One region and protection unit of a craft (子项): a number has many."""

    craft = models.ForeignKey(Craft, on_delete=models.CASCADE, related_name="sub_items")
    region_zh = models.CharField(max_length=200)
    region_en = models.CharField(max_length=200)
    protection_unit_zh = models.CharField(max_length=200, blank=True, default="")
    protection_unit_en = models.CharField(max_length=200, blank=True, default="")
    listed_in = models.PositiveSmallIntegerField(null=True, blank=True, help_text=_("公布年份"))
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["craft", "region_zh"], name="one_sub_item_per_region")]

    def __str__(self) -> str:
        return f"{self.pk} {self.region_zh}"
