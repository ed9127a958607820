"""Every address of the site. Pages stand under ``zh/`` or ``en/``; files and the API are the same in both."""

from django.urls import URLPattern, URLResolver, include, path

from archive import urls as archive
from archive.views.home import start
from config.i18n import localized
from generation import urls as generation

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start, name="start"),
    *archive.files,
    *generation.files,
    *localized(
        path("", include("archive.urls")),
        path("", include("generation.urls")),
        path("", include("review.urls")),
    ),
]
