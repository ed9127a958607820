"""A secret step appears nowhere that is public: not on the page, not in marks, captions or the API."""

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import SpecStatus
from archive.search import technique_changed
from archive.services.reading import mark_secret, merge_steps
from archive.tasks import drain_outbox
from tests.factories import TechniqueFactory, TechniqueSpecFactory, TranscriptFactory, UserFactory
from tests.review.cast import People, people
from tests.web.cast import Shown, publish_everything, secret_content

pytestmark = pytest.mark.django_db
SECRET_WORDS = ("绸面", "贴住", "不要太紧", "拉线")


@pytest.fixture
def shown(searchable: None) -> Shown:
    everything = publish_everything(content=secret_content("s2"))
    technique_changed(everything.technique)
    drain_outbox()
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


@pytest.mark.usefixtures("searchable")
def test_a_mark_set_for_one_technique_takes_the_words_from_the_search_for_another(client: Client) -> None:
    shown = publish_everything()
    technique_changed(shown.technique)
    assert "没有找到" not in searched(client, "贴住")
    other = TechniqueSpecFactory.create(
        technique=TechniqueFactory.create(slug="other"),
        transcript=shown.transcript,
        version=None,
        status=SpecStatus.PROPOSED,
    )
    mark_secret(other, "s2", secret=True, by=UserFactory.create())
    assert "没有找到" in searched(client, "贴住")
    assert "没有找到" in searched(client, "右手&has_recording=yes")


def test_words_joined_to_a_secret_step_leave_the_search_at_once(client: Client, shown: Shown) -> None:
    assert "没有找到" not in searched(client, "三十度")
    proposal = TechniqueSpecFactory.create(
        technique=shown.technique,
        transcript=shown.transcript,
        version=None,
        status=SpecStatus.PROPOSED,
        content=secret_content("s2"),
    )
    merge_steps(proposal, into="s1", parts=["s2"])
    assert "没有找到" in searched(client, "三十度")


def searched(client: Client, words: str) -> str:
    drain_outbox()
    return client.get(reverse("search") + f"?q={words}").content.decode()


class TestFootage:
    """A secret is spoken in it: who does not work in the craft neither sees nor hears any of it."""

    @pytest.fixture
    def cast(self, shown: Shown) -> People:
        return people(shown.craft)

    def answers(self, client: Client, shown: Shown) -> tuple[int, str, str | None]:
        """The status of its bytes, the technique page, and its address in the API."""
        listed = client.get(reverse("api-recording-list")).json()["results"][0]
        single = client.get(reverse("api-recording-detail", args=[shown.recording.uid])).json()
        assert listed == single
        bytes_ = client.get(reverse("recording-media", args=[shown.recording.uid]), headers={"Range": "bytes=0-3"})
        page = client.get(reverse("technique", args=[shown.technique.slug])).content.decode()
        return bytes_.status_code, page, single["media"]

    @pytest.mark.parametrize("who", [None, "outsider", "master_elsewhere", "archivist_elsewhere"])
    def test_it_is_withheld_from_everybody_else(
        self, client: Client, shown: Shown, cast: People, who: str | None
    ) -> None:
        if who:
            client.force_login(getattr(cast, who))
        status, page, address = self.answers(client, shown)
        assert (status, address) == (404, None)
        assert str(shown.recording.uid) not in page
        assert page.count("原始影像没有放出，因为其中有一段不能公开。") == 1
        assert f"{shown.clip.uid}.mp4" in page
        assert "讲述与演示" in page

    @pytest.mark.parametrize("who", ["archivist", "master"])
    def test_those_who_work_in_the_craft_have_it(self, client: Client, shown: Shown, cast: People, who: str) -> None:
        client.force_login(getattr(cast, who))
        status, page, address = self.answers(client, shown)
        assert (status, address) == (206, f"http://testserver/media/recordings/{shown.recording.uid}")
        assert f"/media/recordings/{shown.recording.uid}" in page
        assert "没有放出" not in page

    def test_a_secret_in_any_of_its_transcripts_is_enough(self, client: Client) -> None:
        shown = publish_everything()
        assert self.answers(client, shown)[0] == 206
        dialect = TranscriptFactory.create(recording=shown.recording, layer="as_written")
        told = {"version": None, "status": SpecStatus.PROPOSED, "content": secret_content("s1")}
        TechniqueSpecFactory.create(technique=shown.technique, transcript=dialect, **told)
        assert self.answers(client, shown)[0] == 404

    def test_a_secret_told_without_footage_withholds_no_other_footage(self, client: Client) -> None:
        shown = publish_everything()
        told = {"version": None, "status": SpecStatus.PROPOSED, "content": secret_content("s1")}
        TechniqueSpecFactory.create(technique=shown.technique, transcript=TranscriptFactory.create(), **told)
        status, page, address = self.answers(client, shown)
        assert (status, bool(address)) == (206, True)
        assert f"/media/recordings/{shown.recording.uid}" in page

    def test_without_a_film_the_page_says_both(self, client: Client, shown: Shown) -> None:
        type(shown.clip).objects.update(status="retired")
        page = client.get(reverse("technique", args=[shown.technique.slug])).content.decode()
        assert "<video" not in page
        assert "没有放出" in page
        assert "还没有经师傅认可的示意动画" in page
