"""The public pages in a real browser: films seek to the frame, lines jump to the second, axe finds nothing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from archive.search import technique_changed
from tests.web.cast import FILM_FPS, FILM_FRAMES, FOOTAGE_FPS, Shown, publish_everything
from tests.web.films import SHADES, shade, write_film
from tests.web.test_order import told_row

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The pictures on screen: mean grey of a video's middle, and the frame its last presented picture claims to be.
SHOWN = """async (name) => {
  const video = document.querySelector(`.${name} video`);
  while (video.seeking || video.readyState < 2) await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => setTimeout(done, 60));
  const canvas = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const pen = canvas.getContext("2d");
  pen.drawImage(video, 0, 0, 8, 8);
  return pen.getImageData(4, 4, 1, 1).data[0];
}"""
READY = "() => [...document.querySelectorAll('video')].every((video) => video.readyState >= 2 && !video.seeking)"


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Footage of 20 s at 25 fps and a film of 2 s at 24 fps."""
    folder = tmp_path_factory.mktemp("films")
    footage = write_film(folder / "footage.mp4", fps=FOOTAGE_FPS, frames=20 * FOOTAGE_FPS)
    film = write_film(folder / "film.mp4", fps=FILM_FPS, frames=FILM_FRAMES)
    return Path(footage).read_bytes(), Path(film).read_bytes()


@pytest.fixture
def shown(films: tuple[bytes, bytes]) -> Shown:
    everything = publish_everything(footage=films[0], film=films[1])
    technique_changed(everything.technique)
    return everything


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    # Playwright's loop runs in this thread; the database is cleaned up in it after the test.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        yield browser
        browser.close()


def opened(browser: Browser, address: str, **options: Any) -> Page:
    """A page on which no script error and no refused inline code may happen."""
    page = browser.new_page(**options)
    page.on("pageerror", lambda error: pytest.fail(f"{address}: {error}"))
    page.on("console", lambda line: pytest.fail(f"{address}: {line.text}") if line.type == "error" else None)
    page.goto(address)
    page.wait_for_function(READY)
    return page


@pytest.fixture
def technique(shown: Shown, live_server: LiveServer, browser: Browser) -> Page:
    return opened(browser, f"{live_server.url}/zh/techniques/pingzhen/", viewport={"width": 1366, "height": 900})


def frame_of(grey: int) -> int:
    """Which frame (modulo 12) has this grey."""
    return min(range(SHADES), key=lambda number: abs(shade(number) - grey))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def at_frame(page: Page) -> int:
    return int(page.eval_on_selector("clip-compare", "(player) => player.frame"))


def footage_time(page: Page) -> float:
    return float(page.eval_on_selector(".original video", "(video) => video.currentTime"))


def test_both_films_open_at_the_step(technique: Page) -> None:
    assert at_frame(technique) == 0
    assert footage_time(technique) == pytest.approx(3.0, abs=0.05)
    assert technique.locator("video[controls]").count() == 0
    assert "第 1 帧" in technique.locator(".clock").inner_text()


def test_stepping_shows_exactly_the_asked_frame_in_both_films(technique: Page) -> None:
    for target in (1, 2, 3, 11, 24, FILM_FRAMES - 1, 0):
        technique.eval_on_selector("clip-compare", "(player, frame) => player.seek(frame)", target)
        assert frame_of(technique.evaluate(SHOWN, "generated")) == target % SHADES
        footage_frame = int((3.0 + (target + 0.5) / FILM_FPS) * FOOTAGE_FPS)
        assert frame_of(technique.evaluate(SHOWN, "original")) == footage_frame % SHADES


def test_the_buttons_step_speed_loop_and_show(technique: Page) -> None:
    press(technique, "进一帧")
    press(technique, "进一帧")
    press(technique, "退一帧")
    assert at_frame(technique) == 1
    technique.get_by_role("button", name="半速").click()
    assert technique.eval_on_selector(".generated video", "(video) => video.playbackRate") == 0.5
    press(technique, "划像")
    assert technique.locator(".stage").get_attribute("data-mode") == "wipe"
    technique.locator("[data-blend]").fill("30")
    assert technique.eval_on_selector(".stage", "(stage) => stage.style.getPropertyValue('--edge-at')") == "30%"
    press(technique, "翻看")
    assert technique.locator(".original").is_hidden()
    press(technique, "看原始")
    assert technique.locator(".generated").is_hidden()
    press(technique, "并排")
    assert technique.locator(".original").is_visible()


def test_the_keyboard_moves_the_films(technique: Page) -> None:
    technique.get_by_label("时间轴（帧）").focus()
    for key in ("ArrowRight", "ArrowRight", ".", ","):
        technique.keyboard.press(key)
    assert at_frame(technique) == 2
    technique.keyboard.press("x")
    assert technique.locator(".stage").get_attribute("data-mode") == "flip"
    technique.keyboard.press(" ")
    technique.wait_for_function("() => !document.querySelector('.generated video').paused")
    technique.keyboard.press(" ")
    technique.wait_for_function("() => document.querySelector('.generated video').paused")


def test_both_films_play_together_and_stop_at_the_end_of_the_step(technique: Page) -> None:
    press(technique, "播放")
    technique.wait_for_function("() => document.querySelector('clip-compare').frame > 12")
    drift = technique.evaluate(
        "() => Math.abs(document.querySelector('.generated video').currentTime + 3"
        " - document.querySelector('.original video').currentTime)"
    )
    assert drift < 0.2
    technique.wait_for_function("() => [...document.querySelectorAll('video')].every((video) => video.paused)")
    assert at_frame(technique) == FILM_FRAMES - 1
    assert footage_time(technique) < 5.4


def test_a_loop_begins_again(technique: Page) -> None:
    press(technique, "循环")
    technique.eval_on_selector("clip-compare", "(player) => player.seek(40)")
    press(technique, "播放")
    technique.wait_for_function("() => document.querySelector('clip-compare').frame < 20")
    assert not technique.eval_on_selector(".generated video", "(video) => video.paused")


def test_a_line_plays_the_footage_from_its_second_and_is_marked(technique: Page) -> None:
    technique.get_by_text("不要太紧", exact=True).last.click()
    technique.wait_for_function("() => document.querySelector('.original video').currentTime > 11.2")
    assert footage_time(technique) < 14
    assert technique.locator("#line-1").get_attribute("aria-current") == "true"
    assert technique.locator("#line-0").get_attribute("aria-current") is None
    assert technique.eval_on_selector(".generated video", "(video) => video.paused")


def test_a_line_can_be_played_by_keyboard(technique: Page) -> None:
    technique.locator("#line-1 a").focus()
    technique.keyboard.press("Enter")
    technique.wait_for_function("() => document.querySelector('.original video').currentTime > 11")
    assert technique.url.endswith("/zh/techniques/pingzhen/")


def test_an_address_with_a_second_opens_there(shown: Shown, live_server: LiveServer, browser: Browser) -> None:
    page = opened(browser, f"{live_server.url}/zh/techniques/pingzhen/?step=s1&t=12.5")
    page.wait_for_function("() => Math.abs(document.querySelector('.original video').currentTime - 12.5) < 0.1")
    assert page.locator("#line-1").get_attribute("aria-current") == "true"


def test_without_scripts_films_have_controls_and_lines_are_links(
    shown: Shown, live_server: LiveServer, browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/zh/techniques/pingzhen/")
    assert page.locator("video[controls]").count() == 2
    assert page.locator(".controls").is_hidden()
    page.locator("#line-1 a").click()
    assert "t=11.0" in page.url
    assert "#t=11.0" in (page.locator(".original video").get_attribute("src") or "")


def test_one_film_alone_is_played_too(shown: Shown, live_server: LiveServer, browser: Browser) -> None:
    page = opened(browser, f"{live_server.url}/zh/techniques/pingzhen/?step=s2")
    assert page.locator(".generated").count() == 0
    assert page.get_by_role("button", name="叠加").count() == 0
    page.eval_on_selector("clip-compare", "(player) => player.seek(300)")
    assert frame_of(page.evaluate(SHOWN, "original")) == 300 % SHADES


FOCUS = """() => {
  const [one, box] = [document.activeElement, document.activeElement.getBoundingClientRect()];
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return [one.outerHTML.slice(0, 120), inside && getComputedStyle(one).outlineStyle !== "none"];
}"""


def test_a_page_can_be_walked_by_keyboard_alone(technique: Page) -> None:
    technique.keyboard.press("Tab")
    assert technique.evaluate("document.activeElement.className") == "skip"
    technique.keyboard.press("Enter")
    assert technique.evaluate("document.activeElement.id") == "main"
    stops = []
    for _ in range(40):
        technique.keyboard.press("Tab")
        stops.append(technique.evaluate(FOCUS))
    hidden = [html for html, visible in stops if not visible and not html.startswith("<body")]
    assert not hidden
    assert len({html for html, _ in stops}) > 30


PAGES = [
    "",
    "about/",
    "search/?q=针",
    "crafts/",
    "crafts/suxiu/",
    "bearers/li-sumei/",
    "techniques/pingzhen/",
    "sign-in/",
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_pages_are_accessible_and_fit(
    shown: Shown, live_server: LiveServer, browser: Browser, width: int, theme: str
) -> None:
    axe = Axe()
    for language in ("zh", "en"):
        for path in PAGES:
            page = opened(
                browser,
                f"{live_server.url}/{language}/{path}",
                viewport={"width": width, "height": 800},
                color_scheme=theme,
            )
            results = axe.run(page)
            assert results.violations_count == 0, f"{path} {width} {theme}: {results.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            page.close()


SIDE_BY_SIDE = """() => [...document.querySelectorAll(".branches")].map((fork) =>
  [...fork.children].map((branch) => branch.getBoundingClientRect()).every((box, at, all) =>
    box.top === all[0].top && (at === 0 || box.left >= all[at - 1].right - 1)))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_the_drawn_order_is_accessible_and_its_branches_stand_side_by_side(
    live_server: LiveServer, browser: Browser, width: int, theme: str
) -> None:
    slug = told_row().technique.slug
    page = opened(
        browser,
        f"{live_server.url}/zh/techniques/{slug}/",
        viewport={"width": width, "height": 800},
        color_scheme=theme,
    )
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SIDE_BY_SIDE) == [True, True]
    assert page.evaluate(SMALL_TARGETS) == []
    page.get_by_role("link", name="压平").click()
    assert page.locator("[aria-current=step]").inner_text().startswith("三")


SMALL_TARGETS = """() => [...document.querySelectorAll("button, .button, input, summary, .menu a, .steps a")]
  .filter((one) => one.checkVisibility() && one.type !== "hidden")
  .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])
  .filter(([box]) => box.height < 43.9)
  .map(([box, html]) => `${box.height} ${html}`)"""


@pytest.mark.parametrize("width", [390, 1366])
def test_targets_are_44_pixels_high(shown: Shown, live_server: LiveServer, browser: Browser, width: int) -> None:
    for path in PAGES:
        page = opened(browser, f"{live_server.url}/zh/{path}", viewport={"width": width, "height": 800})
        assert page.evaluate(SMALL_TARGETS) == [], path
        page.close()
