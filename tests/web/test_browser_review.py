"""The master's station, the workbench and the queue in a real browser: keys, touch targets, notes on exact frames."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from archive.models import Bearer, Recording, SpecStatus, TechniqueSpec, User
from craftnlp.spec import Status
from generation.models import Job, JobStatus, Take
from generation.services import make_recipe, request_render
from generation.storyboard import storyboard_for
from review.models import Remark, Round, RoundStatus
from review.services.rounds import open_round
from tests.factories import TechniqueSpecFactory, spec_content
from tests.review.cast import People, finished
from tests.web.films import write_film

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = [(1366, 900), (390, 844)]
READY = "() => [...document.querySelectorAll('video')].every((video) => video.readyState >= 2 && !video.seeking)"
SMALL = """(least) => [...document.querySelectorAll("main button, main .button, main select, main textarea")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least)
  .map((one) => one.textContent.trim())"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
TINY = """() => [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()
  && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
  && parseFloat(getComputedStyle(one).fontSize) < 20).map((one) => one.textContent.trim())"""
COVERED = """() => {
  const bar = document.querySelector(".decisions").getBoundingClientRect();
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > bar.top && box.top < bar.bottom;
}"""


class Desk:
    """A browser in which somebody is signed in."""

    def __init__(self, browser: Browser, server: LiveServer) -> None:
        self.browser, self.server = browser, server

    def open(self, address: str, *, by: User, width: int = 1366, height: int = 900, theme: str = "light") -> Page:
        """The page, on which no script error and nothing refused by the security policy may happen."""
        page = self.browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)  # type: ignore[arg-type]
        page.context.add_cookies([{"name": "sessionid", "value": session_of(by), "url": self.server.url}])
        page.on("pageerror", lambda error: pytest.fail(f"{address}: {error}"))
        page.on("console", lambda line: pytest.fail(line.text) if "Content Security" in line.text else None)
        page.goto(self.server.url + address)
        page.wait_for_function(READY)
        return page


def session_of(user: User) -> str:
    """A session key with which this user is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


@pytest.fixture
def desk(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    # Playwright's loop runs in this thread; the database is cleaned up in it after the test.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        yield Desk(browser, live_server)
        browser.close()


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Footage of 12 s at 25 fps, and a film of 30 frames at 24 fps."""
    folder: Path = tmp_path_factory.mktemp("films")
    footage = write_film(folder / "footage.mp4", fps=25, frames=300)
    return footage.read_bytes(), write_film(folder / "film.mp4", fps=24, frames=30).read_bytes()


@pytest.fixture
def take(spec: TechniqueSpec, cast: People, films: tuple[bytes, bytes]) -> Take:
    """A film that really plays, beside footage that really plays."""
    footage, film = films
    facts = {"title_zh": "李素梅谈平针", "title_en": "Li Sumei", "mime_type": "video/mp4", "origin": "placeholder"}
    measures = {"sha256": "c" * 64, "size": len(footage), "seconds": 12.0, "width": 320, "height": 180, "fps": 25.0}
    recording = Recording(craft=spec.technique.craft, file=ContentFile(footage, name="footage"), **facts, **measures)
    recording.save()
    recording.bearers.set(Bearer.objects.filter(pk=spec.technique.bearer_id))
    spec.transcript.recording = recording
    spec.transcript.save()
    return finished(make_recipe(storyboard_for(spec).shots.get(number=1), by=cast.maker), by=cast.maker, film=film)


@pytest.fixture
def round_(take: Take) -> Round:
    return open_round(take, by=None)


@pytest.fixture
def proposal(spec: TechniqueSpec) -> TechniqueSpec:
    """Two steps of which nothing is decided."""
    content = spec_content().model_dump_json().replace('"accepted"', '"proposed"')
    row: TechniqueSpec = TechniqueSpecFactory.create(
        technique=spec.technique, transcript=spec.transcript, version=None, status=SpecStatus.PROPOSED
    )
    TechniqueSpec.objects.filter(pk=row.pk).update(
        content=type(row.spec).model_validate_json(content).model_dump(mode="json")
    )
    return row


def address(name: str, *args: object) -> str:
    return reverse(name, args=args)


def frame(page: Page) -> int:
    return int(page.eval_on_selector("clip-compare", "(player) => player.frame"))


def assert_fit_for_everyone(page: Page, *, least: int) -> None:
    """axe finds nothing, nothing is wider than the screen, everything can be hit with a thumb."""
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["target"]) for each in found] == []
    assert page.evaluate(TOO_WIDE) <= 0
    assert page.evaluate(SMALL, least) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_masters_pages_are_fit_for_everyone(
    desk: Desk, round_: Round, cast: People, width: int, height: int, theme: str
) -> None:
    page = desk.open(address("review", round_.pk), by=cast.master, width=width, height=height, theme=theme)
    assert_fit_for_everyone(page, least=60)
    assert page.evaluate(TINY) == []
    page.goto(page.url.replace("/zh/", "/en/"))
    assert page.evaluate(TOO_WIDE) <= 0
    for name in ("reviews", "review-change"):
        page.goto(desk.server.url + address(name, *([round_.pk] if name != "reviews" else [])))
        assert_fit_for_everyone(page, least=60)
    page.get_by_role("button", name="交上去：要改一改").click()
    page.get_by_role("alert").wait_for()
    assert_fit_for_everyone(page, least=60)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_archivists_pages_are_fit_for_everyone(
    desk: Desk, proposal: TechniqueSpec, take: Take, cast: People, width: int, height: int, theme: str
) -> None:
    page = desk.open(address("spec", proposal.pk), by=cast.archivist, width=width, height=height, theme=theme)
    page.locator("#change-s1-quantity-0").click()
    page.locator("#edit-s1-quantity-0 form").wait_for()
    assert_fit_for_everyone(page, least=44)
    own = {"transcript": [proposal.transcript_id], "spec": [take.recipe.shot.storyboard.spec_id], "job": [take.job_id]}
    for name in ("workbench", "transcript-new", "transcript", "jobs", "spec", "job"):
        page.goto(desk.server.url + address(name, *own.get(name, [])))
        assert_fit_for_everyone(page, least=44)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_figures_of_the_reader_are_fit_for_everyone(
    desk: Desk, proposal: TechniqueSpec, cast: People, width: int, height: int, language: str
) -> None:
    TechniqueSpec.objects.filter(pk=proposal.pk).update(
        status=SpecStatus.CONFIRMED, reader="craftnlp/0.1 lexicon/2026.1"
    )
    here = address("acceptance").replace("/zh/", f"/{language}/")
    page = desk.open(here, by=cast.archivist, width=width, height=height)
    assert page.locator("table").count() == 2
    assert_fit_for_everyone(page, least=44)


def test_a_note_is_pinned_to_the_frame_on_screen_and_leads_back_to_it(desk: Desk, round_: Round, cast: People) -> None:
    page = desk.open(address("review", round_.pk), by=cast.master)
    assert page.locator("[data-frame-field]").is_hidden()
    page.locator("[data-rail]").focus()
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="在这一帧做记号").click()
    page.get_by_role("button", name="记在第 8 帧").wait_for()
    page.get_by_label("想说的话").fill("这里手抬得太高")
    page.get_by_role("button", name="记下这句话").click()
    back = page.get_by_role("button", name="第 8 帧")
    back.wait_for()
    assert Remark.objects.get().frame == 7
    page.wait_for_function(READY)
    back.click()
    assert frame(page) == 7
    assert page.eval_on_selector(".generated video", "(film) => film.currentTime") == pytest.approx(7.5 / 24, abs=1e-3)


def test_a_master_decides_with_the_keyboard_alone(desk: Desk, round_: Round, cast: People) -> None:
    page = desk.open(address("review", round_.pk), by=cast.master)
    page.get_by_label("想说的话").focus()
    assert not page.evaluate(COVERED)
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.value") == "approve":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/done/")
    assert "已进档案" in page.content()
    round_.refresh_from_db()
    assert round_.status == RoundStatus.APPROVED


def test_words_survive_going_back_to_look_again(desk: Desk, round_: Round, cast: People) -> None:
    page = desk.open(address("review-change", round_.pk), by=cast.master)
    page.get_by_label("该怎样才对？").fill("左手要托住绷子")
    page.get_by_role("link", name="回去再看看").first.click()
    page.get_by_role("link", name="要改一改").click()
    assert page.get_by_label("该怎样才对？").input_value() == "左手要托住绷子"
    page.get_by_label("手势").check()
    page.get_by_role("button", name="交上去").click()
    page.wait_for_url("**/done/")


def test_a_step_is_accepted_by_one_key_which_leads_to_the_next(
    desk: Desk, proposal: TechniqueSpec, cast: People
) -> None:
    page = desk.open(address("spec", proposal.pk), by=cast.archivist)
    page.locator("#step-s1").focus()
    page.keyboard.press("a")
    page.wait_for_function("() => document.activeElement.id === 'step-s2'")
    proposal.refresh_from_db()
    assert {each.status for _, each in proposal.spec.step("s1").values()} == {Status.ACCEPTED}
    assert page.locator("#step-s1 .label.ok").first.inner_text() == "已核完"
    assert page.locator("#progress .figure").inner_text() == "4"
    page.keyboard.press("k")
    assert page.evaluate("() => document.activeElement.id") == "step-s1"


def test_when_the_session_is_over_the_whole_page_asks_to_sign_in_and_comes_back(
    desk: Desk, proposal: TechniqueSpec, cast: People
) -> None:
    page = desk.open(address("spec", proposal.pk), by=cast.archivist)
    Session.objects.all().delete()
    page.locator("#accept-s1").click()
    page.wait_for_url("**/sign-in/**")
    page.locator("[name=username]").fill(cast.archivist.username)
    page.locator("[name=password]").fill("correct horse battery staple")
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(f"**{address('spec', proposal.pk)}")
    assert page.locator("#step-s1 .label.check").first.is_visible()


def test_steps_are_joined_and_the_page_comes_back_at_the_joined_one(
    desk: Desk, proposal: TechniqueSpec, cast: People
) -> None:
    page = desk.open(address("spec", proposal.pk), by=cast.archivist)
    page.get_by_role("button", name="并入上一步").click()
    page.wait_for_url("**#step-s1")
    assert page.locator("[data-step]").count() == 1
    assert page.locator("#step-s1").bounding_box()["y"] < 450  # type: ignore[index]
    assert_fit_for_everyone(page, least=44)


def test_an_edit_happens_in_its_row_and_a_fault_keeps_it_open(
    desk: Desk, proposal: TechniqueSpec, cast: People
) -> None:
    page = desk.open(address("spec", proposal.pk), by=cast.archivist)
    page.locator("#change-s1-tool-0").click()
    page.wait_for_function("() => document.activeElement.name === 's1-tool-0-said'")
    page.get_by_label("口述原话").fill("银针")
    page.get_by_role("button", name="改成这样").click()
    page.get_by_role("alert").wait_for()
    assert page.get_by_label("口述原话").input_value() == "银针"
    page.get_by_label("口述原话").fill("针")
    page.get_by_label("规范写法").fill("绣花针")
    page.get_by_role("button", name="改成这样").click()
    page.locator("#s1-tool-0.edited").wait_for()
    assert page.locator("#s1-tool-0 b").inner_text() == "绣花针"


def test_the_queue_follows_its_jobs_and_then_leaves_the_server_alone(
    desk: Desk, spec: TechniqueSpec, cast: People
) -> None:
    job = request_render(make_recipe(storyboard_for(spec).shots.get(number=1), by=cast.archivist), by=cast.archivist)
    page = desk.open(address("jobs"), by=cast.archivist)
    page.get_by_text("下一个就是它").wait_for()
    Job.objects.filter(pk=job.pk).update(status=JobStatus.FAILED, error_code="disk_full")
    page.get_by_text("请腾出空间后重试").wait_for()
    assert page.locator("#queue").get_attribute("hx-trigger") is None
