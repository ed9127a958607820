"""The public pages: they are there for visitors, in both languages, and say what they must."""

import re
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from guardian.shortcuts import assign_perm

from archive.models import Technique
from archive.search import SearchUnavailableError, technique_changed
from archive.tasks import drain_outbox
from archive.views import search
from tests.factories import BearerFactory, CraftFactory, TechniqueFactory, UserFactory
from tests.web.cast import Shown, publish_everything

pytestmark = pytest.mark.django_db
PAGES = ["home", "about", "search", "crafts", "bearers", "sign-in"]


@pytest.fixture
def shown(searchable: None) -> Shown:
    everything = publish_everything()
    technique_changed(everything.technique)
    drain_outbox()
    return everything


def addresses(shown: Shown, language: str) -> list[str]:
    with override(language):
        return [
            *(reverse(name) for name in PAGES),
            reverse("craft", args=[shown.craft.slug]),
            reverse("bearer", args=[shown.bearer.slug]),
            reverse("technique", args=[shown.technique.slug]),
            reverse("search") + "?q=针&craft=suxiu&sort=title",
        ]


def page(client: Client, name: str, *args: str, language: str = "zh-hans", **params: str) -> str:
    with override(language):
        address = reverse(name, args=args)
    response = client.get(address, params)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_answers_visitors_in_both_languages(client: Client, shown: Shown, language: str) -> None:
    for address in addresses(shown, language):
        response = client.get(address)
        assert response.status_code == 200, address
        assert f'<html lang="{"en" if language == "en" else "zh-CN"}"' in response.content.decode()


class Markup(HTMLParser):
    """Collects what the content security policy would refuse, and ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.refused: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.ids += [names["id"] or ""] if "id" in names else []
        inline = [name for name in names if name.startswith("on") or name == "style"]
        if inline or tag == "style" or (tag == "script" and "src" not in names):
            self.refused.append(f"<{tag} {inline}>")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_page_has_an_inline_script_style_or_handler(client: Client, shown: Shown, language: str) -> None:
    for address in [*addresses(shown, language), "/zh/nothing-here/"]:
        markup = Markup(client.get(address).content.decode())
        assert not markup.refused, address
        assert len(set(markup.ids)) == len(markup.ids), address


def test_the_policy_allows_nothing_inline(client: Client, shown: Shown) -> None:
    policy = client.get("/zh/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy


def test_no_chinese_interface_word_is_left_in_the_english_pages(client: Client, shown: Shown) -> None:
    text = page(client, "about", language="en")
    assert re.findall(r"[\u4e00-\u9fff]+", re.sub(r"<[^>]*>", " ", text)) == ["技忆", "技忆", "中文", "技艺", "记忆"]


def test_the_root_leads_to_the_language_of_the_reader(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/zh/"
    assert client.get("/", headers={"Accept-Language": "en-GB,en"}).headers["Location"] == "/en/"
    assert client.get("/", headers={"Accept-Language": "fr"}).headers["Location"] == "/zh/"


def test_the_language_link_leads_to_the_same_page(client: Client, shown: Shown) -> None:
    text = page(client, "technique", "pingzhen", step="s2")
    assert '<a class="button" href="/en/techniques/pingzhen/?step=s2" lang="en" hreflang="en">' in text


def test_a_draft_is_not_there(client: Client, shown: Shown) -> None:
    Technique.objects.update(status="draft")
    response = client.get("/zh/techniques/pingzhen/")
    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()
    assert "平针" not in page(client, "craft", "suxiu")


def test_the_technique_page_joins_everything(client: Client, shown: Shown) -> None:
    text = page(client, "technique", "pingzhen")
    assert f"/media/recordings/{shown.recording.uid}" in text
    assert f"/media/clips/{shown.clip.uid}.mp4" in text
    assert text.count("<track ") == text.count("<video ") == 2
    assert "原始影像" in text
    assert "AI生成·示意动画" in text
    assert "不是原始影像" in text
    assert '<dd class="value">约30度</dd>' in text
    assert "右手捏针" in text
    assert shown.clip.sha256 in text
    assert shown.clip.recipe_sha256 in text
    assert "特写，右手捏针" in text
    assert "2026-03-02 14:30" in text
    for credited in ("师承王氏", "Ⅶ-18", "采录组", "编目组", "AI生成示意影像", "示例，署名使用"):
        assert credited in text


def test_the_first_step_with_a_clip_is_chosen_and_another_by_its_id(client: Client, shown: Shown) -> None:
    assert 'href="?step=s1#player" aria-current="step"' in page(client, "technique", "pingzhen")
    other = page(client, "technique", "pingzhen", step="s2")
    assert 'href="?step=s2#player" aria-current="step"' in other
    assert f"{shown.clip.uid}.mp4" not in other
    assert 'data-offset="11.0"' in other
    assert 'aria-current="step"' in page(client, "technique", "pingzhen", step="nonsense")


def test_a_second_in_the_address_starts_the_footage_there(client: Client, shown: Shown) -> None:
    assert "#t=12.5" in page(client, "technique", "pingzhen", t="12.5")
    for nonsense in ("nan", "-1", "1e99", "x", '"><script>'):
        assert "#t=3.0" in page(client, "technique", "pingzhen", t=nonsense)


def test_a_line_of_the_transcript_is_a_link_to_its_second(client: Client, shown: Shown) -> None:
    text = page(client, "technique", "pingzhen")
    assert 'href="?step=s1&amp;t=11.0#player">0:11</a>' in text


def test_said_words_are_marked_in_the_transcript(client: Client, shown: Shown) -> None:
    text = page(client, "technique", "pingzhen")
    assert '<mark class="hand">右手</mark>捏<mark class="tool">针</mark>' in text
    assert '<mark class="quantity">三十度</mark>的样子' in text
    assert '<mark class="other">线</mark>' in text


def test_hostile_text_is_escaped(client: Client, shown: Shown) -> None:
    evil = '<script>alert(1)</script>"&'
    Technique.objects.update(name_zh=evil, summary_zh=evil)
    shown.transcript.cues.update(text=evil, speaker=evil)
    shown.bearer.name_zh = evil
    shown.bearer.save()
    for text in (page(client, "technique", "pingzhen"), page(client, "craft", "suxiu"), page(client, "home")):
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert" not in page(client, "search", q=evil)


def test_without_a_specification_the_page_says_so(client: Client) -> None:
    TechniqueFactory.create()
    assert "还在整理" in page(client, "technique", "pingzhen")


def test_text_only_sources_are_first_class(client: Client, shown: Shown) -> None:
    type(shown.recording).objects.update(status="retired")
    text = page(client, "technique", "pingzhen", step="s2")
    assert "<video" not in text
    assert "只有师傅的话" in text
    assert '<time class="when">0:11</time>' in text


def test_the_bearer_page_shows_lineage_and_the_sample_mark(client: Client, shown: Shown) -> None:
    pupil = BearerFactory.create(slug="pupil", name_zh="徒弟甲", teacher=shown.bearer)
    text = page(client, "bearer", "li-sumei")
    assert "示例" in text
    assert "师承王氏" in text
    assert pupil.name_zh in text


def test_the_craft_page_shows_number_category_and_region(client: Client, shown: Shown) -> None:
    text = page(client, "craft", "suxiu")
    assert "Ⅶ-18" in text
    assert "传统美术" in text
    assert "江苏苏州" in text


def test_a_search_hit_leads_to_step_and_second(client: Client, shown: Shown) -> None:
    text = page(client, "search", q="针")
    assert "<mark>针</mark>" in text
    assert "/zh/techniques/pingzhen/?step=s1&amp;t=3#step-s1" in text


def test_chosen_facets_are_chips_that_can_be_taken_off(client: Client, shown: Shown) -> None:
    text = page(client, "search", q="针", craft="suxiu", page="1")
    assert '<a class="chip" href="?q=%E9%92%88">项目：苏绣' in text
    assert "aria-current" in text


def test_an_empty_search_says_what_to_do(client: Client, shown: Shown) -> None:
    assert "没有找到“龙舟”" in page(client, "search", q="龙舟")


def test_hostile_queries_never_fail(client: Client, shown: Shown) -> None:
    for words in ("，", '"', "*", "()", "title:针", "NEAR(a b)", "😀", "a" * 5000, "\x00"):
        assert client.get("/zh/search/", {"q": words}).status_code == 200
    assert client.get("/zh/search/", {"page": "9" * 40, "sort": "x", "craft": "<b>"}).status_code == 200
    for facet in ("craft", "bearer", "place", "tool"):
        assert client.get("/en/search/", {facet: "x\x00"}).status_code == 200


def test_crafts_stand_in_the_order_of_the_list_and_those_without_a_number_first(client: Client) -> None:
    for slug, serial in (("nine", 9), ("none", None), ("two", 2)):
        CraftFactory.create(slug=slug, serial=serial)
    text = page(client, "crafts")
    assert sorted(("nine", "none", "two"), key=lambda slug: text.index(f"/{slug}/")) == ["none", "two", "nine"]


def test_the_theme_is_kept_in_a_cookie_and_rendered(client: Client) -> None:
    response = client.post("/zh/preferences/", {"theme": "dark", "next": "/zh/about/"})
    assert response.headers["Location"] == "/zh/about/"
    assert 'data-theme="dark"' in page(client, "about")
    client.post("/zh/preferences/", {"theme": "auto"})
    assert "data-theme" not in page(client, "about")


def test_preferences_lead_nowhere_else(client: Client) -> None:
    response = client.post("/zh/preferences/", {"theme": "neon", "next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/zh/"
    assert "theme" not in response.cookies
    assert client.get("/zh/preferences/").status_code == 405


def test_while_search_is_down_the_page_says_so_and_lists_what_there_is(
    client: Client, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down() -> None:
        raise SearchUnavailableError

    monkeypatch.setattr(search, "get_backend", down)
    text = page(client, "search", q="针")
    assert "检索暂时用不了" in text
    assert "/zh/techniques/pingzhen/" in text


def test_signing_in_leads_back_and_out_again(client: Client) -> None:
    UserFactory.create(username="keeper", display_name="编目员")
    wrong = client.post("/zh/sign-in/", {"username": "keeper", "password": "wrong"})
    assert "error-summary" in wrong.content.decode()
    right = {"username": "keeper", "password": "correct horse battery staple", "next": "/zh/about/"}
    assert client.post("/zh/sign-in/", right).headers["Location"] == "/zh/about/"
    assert "编目员" in page(client, "home")
    assert client.get("/zh/sign-out/").status_code == 405
    assert client.post("/zh/sign-out/").headers["Location"] == "/zh/"
    assert "编目员" not in page(client, "home")


def test_only_those_who_work_in_a_craft_see_its_workplaces(client: Client, shown: Shown) -> None:
    archivist, master, stranger = UserFactory.create_batch(3)
    assign_perm("archive.curate_craft", archivist, shown.craft)
    assign_perm("archive.judge_craft", master, shown.craft)
    workplaces = {}
    for user in (archivist, master, stranger):
        client.force_login(user)
        workplaces[user] = re.findall(r'href="/zh/(workbench|jobs|reviews)/"', page(client, "home"))
    assert workplaces[archivist] == ["workbench", "jobs", "reviews"]
    assert workplaces[master] == ["reviews"]
    assert workplaces[stranger] == []


def test_the_elders_edition_is_set_by_the_account(client: Client) -> None:
    client.force_login(UserFactory.create(large_print=True))
    assert 'data-mode="master"' in page(client, "home")


def test_the_error_page_needs_nothing_that_may_be_broken() -> None:
    assert "出错了" in render_to_string("500.html")
