"""API v1: read-only, public only, described by a valid OpenAPI document."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from drf_spectacular.validation import validate_schema
from guardian.shortcuts import assign_perm

from archive.models import Craft
from tests.factories import UserFactory
from tests.web.cast import Shown, publish_everything

pytestmark = pytest.mark.django_db
KINDS = ("craft", "bearer", "technique", "recording", "transcript", "spec", "clip")


@pytest.fixture
def shown() -> Shown:
    return publish_everything()


def lookups(shown: Shown) -> dict[str, object]:
    return {
        "craft": shown.craft.slug,
        "bearer": shown.bearer.slug,
        "technique": shown.technique.slug,
        "recording": shown.recording.uid,
        "transcript": shown.transcript.pk,
        "spec": shown.spec.pk,
        "clip": shown.clip.uid,
    }


def answer(client: Client, name: str, *args: object) -> Any:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.json()


def test_every_public_record_can_be_listed_and_read(client: Client, shown: Shown) -> None:
    for kind, key in lookups(shown).items():
        listed = answer(client, f"api-{kind}-list")
        assert listed["count"] == 1, kind
        assert listed["results"][0] == answer(client, f"api-{kind}-detail", key)


def test_what_is_hidden_answers_404(client: Client, shown: Shown) -> None:
    Craft.objects.update(status="draft")
    for kind, key in lookups(shown).items():
        assert answer(client, f"api-{kind}-list")["count"] == 0, kind
        assert client.get(reverse(f"api-{kind}-detail", args=[key])).status_code == 404, kind


@pytest.mark.parametrize("kind", ["craft", "bearer", "technique"])
def test_what_is_no_slug_answers_404(client: Client, kind: str) -> None:
    for key in ("%00", "a%00b", "绣", "a b"):
        assert client.get(f"/api/v1/{kind}s/{key}/").status_code == 404


def test_the_archivist_of_the_craft_sees_drafts(client: Client, shown: Shown) -> None:
    Craft.objects.update(status="draft")
    archivist = UserFactory.create()
    assign_perm("archive.curate_craft", archivist, shown.craft)
    client.force_login(archivist)
    assert answer(client, "api-craft-detail", "suxiu")["number"] == "Ⅶ-18"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(admin_client: Client, shown: Shown, method: str) -> None:
    for kind, key in lookups(shown).items():
        call = getattr(admin_client, method)
        assert call(reverse(f"api-{kind}-detail", args=[key]), {}, "application/json").status_code == 405, kind


def test_a_specification_quotes_its_transcript(client: Client, shown: Shown) -> None:
    spec = answer(client, "api-spec-detail", shown.spec.pk)
    cues = answer(client, "api-transcript-detail", spec["transcript"])["cues"]
    text = "\n".join(cue["text"] for cue in cues)
    for step in spec["content"]["steps"]:
        quote = step["action"]["quote"]
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_a_clip_carries_label_verdict_recipe_and_credit(client: Client, shown: Shown) -> None:
    clip = answer(client, "api-clip-detail", shown.clip.uid)
    assert "AI" in clip["label"]
    assert clip["verdicts"][0]["take_sha256"] == clip["sha256"]
    assert clip["attribution"]["bearer"] == "li-sumei"
    assert clip["media"]["film"].startswith("http://testserver/media/clips/")
    assert clip["recipe"]["request"]["prompt"]


def test_a_bearer_shows_only_visible_crafts(client: Client, shown: Shown) -> None:
    hidden = Craft.objects.create(slug="hidden", name_zh="未公开", name_en="Hidden", category=8)
    shown.bearer.crafts.add(hidden)
    assert answer(client, "api-bearer-detail", "li-sumei")["crafts"] == ["suxiu"]


def test_the_openapi_document_is_valid_and_complete(client: Client) -> None:
    schema = answer(client, "api-schema")
    validate_schema(schema)
    for kind in KINDS:
        assert f"/api/v1/{kind}s/" in schema["paths"]
    assert not [path for path in schema["paths"] if not path.startswith("/api/v1/")]
    assert {method for path in schema["paths"].values() for method in path} == {"get"}
