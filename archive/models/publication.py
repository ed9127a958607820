"""The life of a public row: draft, in review, approved, published, retired."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Publication(models.TextChoices):
    """How far a row has come on its way to the public."""

    DRAFT = "draft", _("草稿")
    IN_REVIEW = "in_review", _("审核中")
    APPROVED = "approved", _("已认可")
    PUBLISHED = "published", _("已公开")
    RETIRED = "retired", _("已撤下")


PUBLICATION_MOVES: Mapping[str, frozenset[str]] = {
    Publication.DRAFT: frozenset({Publication.IN_REVIEW, Publication.RETIRED}),
    Publication.IN_REVIEW: frozenset({Publication.DRAFT, Publication.APPROVED}),
    Publication.APPROVED: frozenset({Publication.PUBLISHED, Publication.IN_REVIEW}),
    Publication.PUBLISHED: frozenset({Publication.IN_REVIEW, Publication.RETIRED}),
    Publication.RETIRED: frozenset({Publication.IN_REVIEW}),
}


class Published(models.Model):
    """A row with a publication status. Only :func:`archive.lifecycle.move` changes it."""

    TRANSITIONS: ClassVar[Mapping[str, frozenset[str]]] = PUBLICATION_MOVES

    status = models.CharField(max_length=20, choices=Publication, default=Publication.DRAFT, editable=False)

    class Meta:
        abstract = True
