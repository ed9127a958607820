"""The film fonts can draw what masters say, fit the repository, and are identified."""

import shutil
import unicodedata
from functools import cache
from pathlib import Path

import pytest
import skia

from generation.fonts import FILM_FONTS, FOLDER, font_sha256, sha256_of
from generation.fonts.charset import CRAFT, film_characters, general_standard, sections

STATIC_FONTS = FOLDER.parents[1] / "static" / "fonts"
WEB_FONT = STATIC_FONTS / "NotoSerifSC-web.woff2"
RARE = "髹缫锔砑匜鬲綹戗鎗鋦紥缂緙鬅錾鏨璺"
SIGNS = "℃°′″²×±≈–—…·ⅠⅣⅫⅰⅻ①⑳←↑→↓≤≥‰㎜㎡✓〇「」《》、。，！？；：（）“”‘’～％＋－／０９ＡｚāǎàÉ"

each_weight = pytest.mark.parametrize("weight", ["regular", "semibold"])


EVERY_POINT = [*range(0x20, 0xD800), *range(0xF900, 0x30000)]


@cache
def typeface(weight: str) -> skia.Typeface:
    return skia.Typeface.MakeFromFile(str(FILM_FONTS[weight]))


@cache
def characters_of(weight: str) -> frozenset[str]:
    """Return what the renderer's own library finds in the font."""
    glyphs = typeface(weight).unicharsToGlyphs(EVERY_POINT)
    return frozenset(chr(point) for point, glyph in zip(EVERY_POINT, glyphs, strict=True) if glyph)


def han(characters: frozenset[str] | set[str]) -> set[str]:
    return {c for c in characters if unicodedata.name(c, "").startswith("CJK UNIFIED")}


@each_weight
def test_a_film_font_has_ten_thousand_han_characters(weight: str) -> None:
    assert len(han(characters_of(weight))) >= 10_000


@each_weight
def test_a_film_font_has_the_whole_general_standard_table(weight: str) -> None:
    assert len(general_standard()) == 8_105
    assert general_standard() <= characters_of(weight)


@each_weight
def test_a_film_font_has_rare_craft_characters_and_signs(weight: str) -> None:
    assert set(RARE + CRAFT + SIGNS) <= characters_of(weight)


@each_weight
def test_a_film_font_has_every_han_character_asked_for(weight: str) -> None:
    assert han(film_characters()) <= characters_of(weight)


def test_both_film_fonts_have_the_same_characters() -> None:
    assert characters_of("regular") == characters_of("semibold")


def test_the_film_fonts_together_stay_within_twelve_megabytes() -> None:
    assert sum(path.stat().st_size for path in FILM_FONTS.values()) <= 12_000_000


@pytest.mark.parametrize(("weight", "expected"), [("regular", 400), ("semibold", 600)])
def test_a_film_font_has_the_weight_of_its_name(weight: str, expected: int) -> None:
    assert typeface(weight).fontStyle().weight() == expected


@each_weight
def test_characters_of_a_film_font_are_drawn_and_not_empty(weight: str) -> None:
    font = skia.Font(typeface(weight), 40)
    blank = [c for c in RARE if font.getPath(font.unicharToGlyph(ord(c))).isEmpty()]
    assert blank == []


def test_the_web_font_is_a_small_woff2() -> None:
    assert WEB_FONT.read_bytes().startswith(b"wOF2")
    assert WEB_FONT.stat().st_size <= 1_200_000


def test_the_web_font_has_common_and_craft_characters() -> None:
    pytest.importorskip("brotli", reason="requirements/dev.txt reads woff2")
    ttlib = pytest.importorskip("fontTools.ttLib", reason="requirements/dev.txt reads woff2")
    with ttlib.TTFont(WEB_FONT) as font:
        found = set(map(chr, font.getBestCmap()))
    assert set(sections()["tgh-1"]) | set(CRAFT) <= found


@pytest.mark.parametrize("folder", [FOLDER, STATIC_FONTS])
def test_the_licence_stands_beside_the_fonts(folder: Path) -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")


def test_the_hash_of_the_fonts_is_stable() -> None:
    assert font_sha256() == font_sha256() == sha256_of(FILM_FONTS.values())
    assert len(font_sha256()) == 64


def test_the_hash_changes_with_one_byte_of_any_font(tmp_path: Path) -> None:
    copies = [Path(shutil.copy(path, tmp_path)) for path in FILM_FONTS.values()]
    assert sha256_of(copies) == font_sha256()
    data = bytearray(copies[1].read_bytes())
    data[-1] ^= 1
    copies[1].write_bytes(data)
    assert sha256_of(copies) != font_sha256()


def test_the_hash_depends_on_the_order_of_the_fonts() -> None:
    assert sha256_of(reversed([*FILM_FONTS.values()])) != font_sha256()
