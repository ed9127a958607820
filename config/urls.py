"""Every address of the site. Pages stand under ``zh/`` or ``en/``; files and the API are the same in both."""

from django.urls import URLPattern, URLResolver, include, path

from archive import urls as archive
from archive.views.home import start
from config.i18n import localized

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start, name="start"),
    *archive.files,
    *localized(
        path("", include("archive.urls")),
        # The pages of generation and review go here: path("", include("generation.urls")), …
    ),
]
