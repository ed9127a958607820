"""A session that is over, under htmx: the whole page goes to sign-in and comes back to where it was."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import TechniqueSpec
from tests.review.cast import People

pytestmark = pytest.mark.django_db
HERE = "/zh/workbench/specs/7/?line=3#step-s1"


def headers(page: str = f"http://testserver{HERE}") -> dict[str, str]:
    return {"HX-Request": "true", "HX-Current-URL": page}


@pytest.mark.parametrize("name", ["spec-decide", "spec-secret", "spec-join"])
def test_a_button_on_a_card_sends_the_whole_page_to_sign_in(client: Client, spec: TechniqueSpec, name: str) -> None:
    answer = client.post(reverse(name, args=[spec.pk]), headers=headers())
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["HX-Redirect"] == f"/zh/sign-in/?next={quote(HERE)}"
    assert "Location" not in answer.headers


def test_the_queue_that_asks_again_and_again_does_so_too(client: Client) -> None:
    answer = client.get(reverse("jobs"), headers=headers("http://testserver/zh/jobs/"))
    assert answer.headers["HX-Redirect"] == "/zh/sign-in/?next=/zh/jobs/"


def test_english_pages_go_to_the_english_sign_in(client: Client) -> None:
    answer = client.get("/en/jobs/", headers=headers("http://testserver/en/jobs/"))
    assert answer.headers["HX-Redirect"] == "/en/sign-in/?next=/en/jobs/"


def test_a_page_that_is_not_ours_is_not_come_back_to(client: Client) -> None:
    answer = client.get(reverse("jobs"), headers=headers("https://elsewhere.example/"))
    assert answer.headers["HX-Redirect"] == "/zh/sign-in/?next=/zh/jobs/"


def test_without_htmx_it_is_an_ordinary_redirect(client: Client) -> None:
    answer = client.get(reverse("jobs"))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/zh/sign-in/?next=/zh/jobs/")
    assert "HX-Redirect" not in answer.headers


def test_other_redirects_stay_as_they_are(client: Client, spec: TechniqueSpec, cast: People) -> None:
    client.force_login(cast.archivist)
    answer = client.post(reverse("jobs-cancel"), headers=headers())
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("jobs"))
