"""The pages of a whole technique: what stays in place from step to step, title and last page, the turn of a leaf."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import skia

from generation.backends.base import LABEL_AREA, Frame
from generation.backends.schematic import Schematic
from generation.backends.schematic.book import frontispiece
from generation.backends.schematic.drawing.numerals import chinese
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.film import Film
from generation.backends.schematic.pages.end import End, Tally, counted
from generation.backends.schematic.pages.rail import LEFT, NARROWEST, RIGHT, Rail
from generation.backends.schematic.pages.title import NAMELESS, Title
from generation.backends.schematic.pages.turn import Turn
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.scenes.base import Moment

LONG = "把晾到半干的泥坯翻过来放在垫板上再用木拍子从中间往四边一下一下慢慢拍匀拍薄拍实为止"
COUNTS = (1, 7, 8, 12, 13, 40, 60, 61, 300, 999)
NAMES: dict[str, tuple[str, str, str]] = {
    "usual": ("苏绣", "梅花平针", "李素梅"),
    "none": ("", "", ""),
    "craft only": ("景泰蓝", "", "张师傅"),
    "technique only": ("", "拍打成型", ""),
    "long": ("黎族传统纺染织绣技艺（海南省五指山市）", LONG, "符志远、王秀兰、李素梅、张师傅"),
    "longest": (LONG * 2, LONG * 3, LONG),
    "english": ("Cloisonné enamel", "Double-sided embroidery", "Mary Ann Smith"),
    "long english": ("Traditional ramie weaving " * 3, "Preparing the warp and weaving the cloth " * 6, "Jo " * 40),
    "mixed": ("Cloisonné 景泰蓝", "掐丝 wire", "Li 李"),
}
SLACK = 1.5


def blank() -> tuple[Frame, skia.Canvas]:
    pixels: Frame = np.full((720, 1280, 4), 255, np.uint8)
    return pixels, skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()


def faults(log: TextLog) -> list[tuple[str, str]]:
    """Lettering that collides, lies under the label or leaves the border."""
    boxes = list(log.entries)
    x, y, wide, high = LABEL_AREA
    label = Lettered("label", x, y, x + wide, y + high)
    out = [
        (box.text, "border") for box in boxes if box.left < 29 or box.right > 1251 or box.top < 27 or box.bottom > 693
    ]
    return out + [(one.text, other.text) for one, other in combinations([*boxes, label], 2) if overlap(one, other)]


def overlap(one: Lettered, other: Lettered) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > SLACK and down > SLACK


def step_page(number: int, count: int, name: str = "stitch") -> Frame:
    request = replace(
        SAMPLES[name], craft="苏绣", technique="平针", step_number=number, step_count=count, frames=5, fps=4
    )
    film = Film(Schematic().plan(request), grain=True)
    pixels, canvas = blank()
    film.draw(2, canvas)
    return pixels


class TestRail:
    @pytest.mark.parametrize("count", [1, 2, 8, 40, 220])
    def test_it_marks_every_step_while_marks_can_be_told_apart(self, count: int) -> None:
        marks = [x for x, _ in Rail(1, count).marks()]
        assert marks == pytest.approx([LEFT + (RIGHT - LEFT) * step / count for step in range(1, count)])

    @pytest.mark.parametrize("count", [300, 999])
    def test_of_very_many_steps_it_marks_the_tens(self, count: int) -> None:
        assert len(Rail(1, count).marks()) == (count - 1) // 10

    @pytest.mark.parametrize("count", COUNTS)
    def test_the_present_step_lies_on_the_rail_and_is_wide_enough_to_see(self, count: int) -> None:
        for number in {1, (count + 1) // 2, count}:
            rail = Rail(number, count)
            start, end = rail.present
            assert LEFT - 0.01 <= start < LEFT + rail.pitch * (number - 0.5) < end <= RIGHT + 0.01
            assert end - start >= NARROWEST - 0.01

    @pytest.mark.parametrize(("number", "count"), [(1, 1), (3, 8), (40, 40), (150, 300)])
    def test_time_moves_within_the_present_step(self, number: int, count: int) -> None:
        heads = []
        for share in (0.0, 0.3, 0.6, 1.0):
            pixels, canvas = blank()
            Rail(number, count).draw_run(canvas, share)
            columns = np.flatnonzero((pixels[..., 1] < 200).any(axis=0))
            start, end = Rail(number, count).present
            assert start - 6 <= columns[0] <= columns[-1] <= end + 6
            heads.append(columns[-1])
        assert heads == sorted(set(heads))


class TestContinuity:
    @pytest.mark.parametrize("count", [3, 40, 300])
    def test_paper_border_column_and_marks_are_the_same_on_every_plate(self, count: int) -> None:
        numbers = sorted({1, 2, count // 2, count})
        pages = [
            step_page(n, count, name) for n, name in zip(numbers, ("stitch", "card", "flatten", "cut"), strict=False)
        ]
        still = np.zeros((720, 1280), bool)
        still[:, :30] = still[:27] = still[694:] = still[:, 1250:] = True  # paper and border
        still[:430, :109] = still[650:, :109] = True  # the column, without the place
        still[672:677, 134:1237] = still[684:690, 134:1237] = True  # the marks above and below the line of the rail
        for number in numbers:
            start, end = Rail(number, count).present
            still[672:690, int(start) - 8 : int(end) + 9] = False
        for page in pages[1:]:
            assert (page[still] == pages[0][still]).all()
        assert (pages[0][28:690, 110:1240] != pages[1][28:690, 110:1240]).any()

    def test_the_same_words_draw_the_same_picture_in_every_step(self) -> None:
        first, second = step_page(2, 40), step_page(31, 40)
        assert (first[110:660, 112:] == second[110:660, 112:]).all()

    def test_names_are_as_large_on_the_hundredth_page_as_on_the_first(self) -> None:
        def column(number: int) -> list[Lettered]:
            request = replace(SAMPLES["stitch"], craft=LONG, step_number=number, step_count=365, frames=2, fps=1)
            log = Film(Schematic().plan(request), grain=False).log
            return [box for box in log.entries if box.right < 108 and "之" not in box.text]

        assert column(1) == column(128) != []


class TestTitle:
    @pytest.mark.parametrize("names", NAMES)
    @pytest.mark.parametrize("picture", ["tools", "figure", "none"])
    def test_lettering_keeps_clear(self, names: str, picture: str) -> None:
        asked = {"tools": ["flatten", "cut", "draw", "stitch"], "figure": ["stitch"], "none": ["card"]}[picture]
        shown = frontispiece([Schematic().plan(SAMPLES[name]) for name in asked])
        craft, technique, bearer = NAMES[names]
        for count in (1, 60, 999):
            title, log = Title((craft, technique), bearer, count, shown), TextLog()
            pixels, canvas = blank()
            title.still(Pen(canvas, log))
            assert not faults(log)
            x, y, wide, high = LABEL_AREA
            assert (pixels[y : y + high, x : x + wide] == 255).all()

    def test_it_says_who_what_and_how_many(self) -> None:
        texts = self.texts("苏绣", "平针", "李素梅", 7)
        assert {"苏绣", "平针", "李素梅 口述", "凡七步"} <= set(texts)
        assert "平针" in self.texts("", "平针", "", 7)
        assert "苏绣" in self.texts("苏绣", "", "", 7)
        assert NAMELESS in self.texts("", "", "", 7)
        assert not any("口述" in text for text in self.texts("苏绣", "平针", "", 7))

    def test_a_title_of_forty_characters_is_complete_and_a_longer_one_says_that_it_is_not(self) -> None:
        name = LONG[:40]
        assert "".join(sorted("".join(self.texts("", name, "", 1)))) == "".join(sorted(f"{name}凡一步"))
        assert any(text.endswith("…") for text in self.texts("", LONG * 3, "", 1))

    def test_it_is_complete_on_its_last_frame_and_readable_on_its_first(self) -> None:
        title = Title(("苏绣", "平针"), "李素梅", 7, None)
        darkness = []
        for share in (0.0, 0.3, 0.7, 1.0):
            pixels, canvas = blank()
            title.still(Pen(canvas, TextLog()))
            title.moving(Pen(canvas, TextLog()), Moment(share, 1.0))
            darkness.append(int((255 - pixels[..., :3].astype(int)).sum()))
        assert darkness[0] < darkness[1] < darkness[2] == darkness[3]

    def test_the_name_is_the_largest_thing_and_can_be_read_on_a_phone(self) -> None:
        log = TextLog()
        Title(("苏绣", "梅花平针"), "李素梅", 7, None).still(Pen(blank()[1], log))
        sizes = {box.text: (box.right - box.left) * 390 / 1280 for box in log.entries}
        assert sizes["梅花平针"] == max(sizes.values())
        assert min(sizes.values()) >= 12

    @staticmethod
    def texts(craft: str, technique: str, bearer: str, count: int) -> list[str]:
        log = TextLog()
        Title((craft, technique), bearer, count, None).still(Pen(blank()[1], log))
        return log.texts()


class TestEnd:
    @pytest.mark.parametrize("count", COUNTS)
    @pytest.mark.parametrize("title", ["起针", LONG, "Turn the frame over and begin again", ""])
    @pytest.mark.parametrize("names", ["usual", "none", "longest", "long english"])
    def test_lettering_keeps_clear(self, names: str, count: int, title: str) -> None:
        craft, technique, bearer = NAMES[names]
        log = TextLog()
        End((craft, technique), bearer, [title] * count, Tally(4 * count, count, 9 * count, count)).still(
            Pen(blank()[1], log)
        )
        assert not faults(log)

    @pytest.mark.parametrize("count", COUNTS)
    def test_it_lists_all_steps_or_says_how_many_more_there_are(self, count: int) -> None:
        titles = [f"拍泥{chinese(number)}回" for number in range(1, count + 1)]
        texts = self.texts(titles, Tally())
        shown = [title for title in titles if title in texts]
        assert shown == titles[: len(shown)]
        rest = count - len(shown)
        assert [text for text in texts if text.startswith("另有")] == ([f"另有{chinese(rest)}步"] if rest else [])
        assert count > 60 or not rest

    def test_it_counts_what_was_said_and_what_was_assumed(self) -> None:
        text = "".join(self.texts(["起针"], Tally(said=21, carried=3, assumed=17, cards=2)))
        assert "图中标出的值二十四项，全部出自口述（三项承上文）；图示假定十七项" in text
        assert "二步未作动画" in text
        assert "示意动画" in text
        assert "承上文" not in "".join(self.texts(["起针"], Tally(said=21)))

    def test_it_says_who_spoke_or_that_nobody_is_named(self) -> None:
        assert "李素梅" in self.texts(["起针"], Tally(), bearer="李素梅")
        assert "未署名" in self.texts(["起针"], Tally())

    def test_beyond_its_numerals_it_only_says_more(self) -> None:
        assert counted(999) == "九百九十九"
        assert counted(1000) == "九百九十九以上"

    @staticmethod
    def texts(titles: list[str], tally: Tally, bearer: str = "") -> list[str]:
        log = TextLog()
        End(("苏绣", "平针"), bearer, titles, tally).still(Pen(blank()[1], log))
        return log.texts()


class TestTurn:
    RED, BLUE, WHITE = (200, 30, 30, 255), (30, 30, 200, 255), (250, 250, 250, 255)

    def frame(self, share: float) -> Frame:
        images = [skia.Image.fromarray(np.full((720, 1280, 4), c, np.uint8)) for c in (self.RED, self.BLUE, self.WHITE)]
        pixels, canvas = blank()
        Turn(*images).draw(canvas, share)
        return pixels

    def test_it_leads_from_the_old_page_to_the_new_one(self) -> None:
        assert (self.frame(0.0)[:, 120:] == self.RED).all()
        assert (self.frame(1.0) == self.BLUE).all()
        shares = [self.new_part(share) for share in (0.1, 0.3, 0.5, 0.7, 0.9)]
        assert shares == sorted(set(shares))

    def new_part(self, share: float) -> float:
        frame = self.frame(share).astype(int)
        return float((frame[..., 2] > frame[..., 0] + 20).mean())

    @pytest.mark.parametrize("share", [0.3, 0.4, 0.5, 0.6, 0.7])
    def test_the_back_of_the_leaf_lies_between_the_words(self, share: float) -> None:
        frame = self.frame(share).astype(int)
        for row in frame[40:700:60]:
            old, new = np.flatnonzero(row[:, 0] > row[:, 2] + 100), np.flatnonzero(row[:, 2] > row[:, 0] + 20)
            assert new.size
            assert not old.size or old[0] - new[-1] > 60

    def test_the_same_turn_is_the_same_bits(self) -> None:
        assert (self.frame(0.37) == self.frame(0.37)).all()


class TestFrontispiece:
    def test_three_tools_make_a_row_of_tools_named_as_they_were(self) -> None:
        texts = self.texts("flatten", "cut", "draw", "stitch")
        named = {tool.text for name in ("flatten", "cut", "draw", "stitch") for tool in SAMPLES[name].step.tool}
        assert len(named & texts) >= 3
        assert "口述提到的器具，不按比例" in texts

    def test_otherwise_it_is_the_figure_of_which_most_was_said_and_says_where_it_is_from(self) -> None:
        texts = self.texts("card", "stitch")
        assert any(text.startswith("第三步 沿梅花轮廓下针") and "灰＝图示假定" in text for text in texts)
        assert {"≈ 30°", "2 毫米/秒"} <= texts

    def test_a_technique_of_quotes_alone_has_none(self) -> None:
        assert frontispiece([Schematic().plan(SAMPLES["card"])]) is None

    @staticmethod
    def texts(*names: str) -> set[str]:
        shown, log = frontispiece([Schematic().plan(SAMPLES[name]) for name in names]), TextLog()
        assert shown is not None
        shown.draw(Pen(blank()[1], log), skia.Rect.MakeLTRB(300, 154, 900, 650))
        return set(log.texts())
