"""Small words for the templates: the fields of the reader's language, clocks, numbers, and links that stay in place."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from archive.models import Craft
from archive.models.craft import ROMAN

register = template.Library()

DIGITS = "〇一二三四五六七八九"
THEMES = ("auto", "dark", "light")


@register.filter
def local(row: Any, name: str) -> str:
    """``{{ craft|local:"name" }}``: the field in the reader's language, or in Chinese where there is no English."""
    chinese: str = getattr(row, f"{name}_zh")
    return chinese if get_language() != "en" else getattr(row, f"{name}_en") or chinese


@register.filter
def clock(seconds: float | None) -> str:
    """Seconds as 0:05, 12:31 or 1:02:03."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def numeral(number: int) -> str:
    """A number from 0 to 99 in Chinese numerals (三, 十二), in English pages in digits."""
    if get_language() == "en" or not 0 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


@register.filter
def roman(number: int) -> str:
    """The number of a category as the national list writes it: Ⅶ."""
    return ROMAN[number - 1]


@register.simple_tag(takes_context=True)
def in_language(context: Context, code: str) -> str:
    """The address of this page in another language; the home page where this page has no other."""
    request = context.get("request")
    here = request.get_full_path() if request else "/"
    there = translate_url(here, code)
    if there != here:
        return there
    with override(code):
        return reverse("home")


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The theme the reader chose: auto, light or dark."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "auto") if request else "auto"
    return chosen if chosen in THEMES else "auto"


@register.simple_tag(takes_context=True)
def nav_link(context: Context, name: str, label: str, *within: str) -> SafeString:
    """A link of the menu that knows when it is where the reader is. Nothing while no such address exists."""
    try:
        address = reverse(name)
    except NoReverseMatch:
        return SafeString("")
    request = context.get("request")
    here = request.resolver_match.url_name if request and request.resolver_match else ""
    current = "page" if here == name else "true" if here in within else ""
    return format_html(
        '<li><a href="{}"{}>{}</a></li>', address, format_html(' aria-current="{}"', current) if current else "", label
    )


@register.simple_tag(takes_context=True)
def works(context: Context, permission: str) -> bool:
    """Whether the reader ``"curate"``s some craft, or works in one at all (``"open"``)."""
    user = context.get("user")
    rows = Craft.objects.curated_by(user) if permission == "curate" else Craft.objects.open_to(user)
    return rows.exists()


@register.simple_tag
def languages() -> list[tuple[str, str, str]]:
    """Every language: Django's code, the code for ``lang``, and its own name."""
    return [(code, "zh-CN" if code == settings.LANGUAGE_CODE else code, str(name)) for code, name in settings.LANGUAGES]
