"""The public site. ``urlpatterns`` stand under the language prefix; ``files`` and the API do not."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

from archive.api import router
from archive.views import home, media, preferences, records, search, technique
from archive.views.workbench import acceptance, bench, proposals, transcripts

OPENAPI = {"OAS_VERSION": "3.1.0"}  # the specification types of craftnlp are described in JSON Schema 2020-12
UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("about/", home.about, name="about"),
    path("search/", search.search, name="search"),
    path("crafts/", records.crafts, name="crafts"),
    path("crafts/<slug:slug>/", records.craft, name="craft"),
    path("bearers/", records.bearers, name="bearers"),
    path("bearers/<slug:slug>/", records.bearer, name="bearer"),
    path("techniques/<slug:slug>/", technique.technique, name="technique"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("sign-in/", LoginView.as_view(template_name="registration/sign_in.html"), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
]
staff = [
    path("workbench/", bench.workbench, name="workbench"),
    path("workbench/acceptance/", acceptance.acceptance, name="acceptance"),
    path("workbench/transcripts/new/", transcripts.transcript_new, name="transcript-new"),
    path("workbench/transcripts/<int:pk>/", transcripts.transcript, name="transcript"),
    path("workbench/transcripts/<int:pk>/source/", transcripts.transcript_source, name="transcript-source"),
    path("workbench/transcripts/<int:pk>/read/", transcripts.transcript_read, name="transcript-read"),
    path("workbench/specs/<int:pk>/", proposals.spec, name="spec"),
    path("workbench/specs/<int:pk>/decide/", proposals.spec_decide, name="spec-decide"),
    path("workbench/specs/<int:pk>/join/", proposals.spec_join, name="spec-join"),
    path("workbench/specs/<int:pk>/secret/", proposals.spec_secret, name="spec-secret"),
    path("workbench/specs/<int:pk>/confirm/", proposals.spec_confirm, name="spec-confirm"),
    path("workbench/specs/<int:pk>/values/<str:address>/", proposals.spec_value, name="spec-value"),
]
urlpatterns += staff
files: list[URLPattern | URLResolver] = [
    path("media/recordings/<uuid:uid>", media.recording, name="recording-media"),
    re_path(rf"^media/clips/(?P<uid>{UUID})\.(?P<kind>mp4|webp|vtt)$", media.clip, name="clip-media"),
    path("media/transcripts/<int:pk>.vtt", media.captions, name="transcript-captions"),
    path("api/v1/openapi.json", SpectacularJSONAPIView.as_view(custom_settings=OPENAPI), name="api-schema"),
    path("api/v1/", include(router.urls)),
]
