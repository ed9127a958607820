"""Accounts."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """An account. ``large_print`` switches the pages to the elders' edition (长辈版)."""

    display_name = models.CharField(max_length=100, blank=True, default="")
    large_print = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.display_name or self.username
