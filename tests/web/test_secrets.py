"""A secret step appears nowhere that is public: not on the page, not in marks, captions or the API."""

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import SpecStatus
from archive.search import technique_changed
from tests.factories import TechniqueSpecFactory
from tests.web.cast import Shown, publish_everything, secret_content

pytestmark = pytest.mark.django_db
SECRET_WORDS = ("绸面", "贴住", "不要太紧", "拉线")


@pytest.fixture
def shown() -> Shown:
    everything = publish_everything(content=secret_content("s2"))
    technique_changed(everything.technique)
    return everything


def public_answers(client: Client, shown: Shown) -> dict[str, str]:
    addresses = [
        reverse("technique", args=[shown.technique.slug]),
        reverse("technique", args=[shown.technique.slug]) + "?step=s2",
        reverse("transcript-captions", args=[shown.transcript.pk]),
        reverse("search") + "?q=右手",
        reverse("api-transcript-detail", args=[shown.transcript.pk]),
        reverse("api-transcript-list"),
        reverse("api-spec-detail", args=[shown.spec.pk]),
        reverse("api-spec-list"),
        reverse("api-clip-list"),
    ]
    return {address: client.get(address).content.decode() for address in addresses}


def test_no_word_of_a_secret_step_is_public(client: Client, shown: Shown) -> None:
    for address, text in public_answers(client, shown).items():
        assert not [word for word in SECRET_WORDS if word in text], address
        assert "右手" in text or "右手" in text.encode().decode("unicode_escape", "ignore") or "clips" in address


def test_the_archivist_sees_no_more_on_the_public_pages(client: Client, shown: Shown, admin_client: Client) -> None:
    for address, text in public_answers(admin_client, shown).items():
        assert not [word for word in SECRET_WORDS if word in text], address


def test_a_clip_of_a_step_that_became_secret_is_gone(client: Client) -> None:
    shown = publish_everything()
    type(shown.spec).objects.update(status=SpecStatus.SUPERSEDED)
    TechniqueSpecFactory.create(
        technique=shown.technique, transcript=shown.transcript, version=2, content=secret_content("s1")
    )
    page = client.get(reverse("technique", args=[shown.technique.slug])).content.decode()
    assert str(shown.clip.uid) not in page
    assert "三十度" not in page
    assert client.get(reverse("clip-media", args=[shown.clip.uid, "mp4"])).status_code == 404
    assert client.get(reverse("api-clip-detail", args=[shown.clip.uid])).status_code == 404
    assert str(shown.clip.uid) not in client.get(reverse("home")).content.decode()


def test_a_step_marked_secret_in_a_proposal_of_another_technique_is_hidden_too(client: Client) -> None:
    shown = publish_everything()
    TechniqueSpecFactory.create(
        technique=shown.technique,
        transcript=shown.transcript,
        version=None,
        status=SpecStatus.PROPOSED,
        content=secret_content("s2"),
    )
    for address, text in public_answers(client, shown).items():
        if "search" not in address:
            assert "贴住" not in text, address
