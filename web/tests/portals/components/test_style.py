"""The style sheets: contrast, writing direction, motion, and nothing from elsewhere."""

import re
from pathlib import Path

import pytest

from maillon.portals import components

STYLES = Path(components.__file__).parent / "styles"
SHEETS = sorted(STYLES.glob("*.css"))
# Text on its ground, as the components put them together.
TEXT = [
    *(("ink", ground) for ground in ("paper", "surface", "sunken", "brand-soft", "info-soft", "success-soft")),
    *(("ink", ground) for ground in ("warning-soft", "danger-soft")),
    *(("ink-soft", ground) for ground in ("paper", "surface", "sunken", "brand-soft", "danger-soft")),
    *(("brand", ground) for ground in ("paper", "surface", "brand-soft", "danger-soft", "info-soft", "warning-soft")),
    ("brand", "success-soft"),
    *(("brand-strong", ground) for ground in ("paper", "surface", "brand-soft")),
    *(("on-brand", ground) for ground in ("brand", "brand-strong")),
    *(("on-danger", ground) for ground in ("danger", "danger-strong")),
    *((tone, f"{tone}-soft") for tone in ("danger", "warning", "success", "info", "progress")),
    *((tone, ground) for tone in ("danger", "warning", "copper") for ground in ("paper", "surface")),
]
# What has to be seen but is no text: edges of fields, the ring of focus, the bar of steps.
SHAPES = [
    *(("line-strong", ground) for ground in ("paper", "surface")),
    *(("focus", ground) for ground in ("paper", "surface", "sunken", "danger-soft", "brand-soft")),
    *((mark, "paper") for mark in ("brand", "copper")),
]


def tokens(scheme: str) -> dict[str, str]:
    light, dark = (STYLES / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    read = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    return read if scheme == "light" else read | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guidelines_define_it():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out_from_its_ground(scheme, text, ground):
    colours = tokens(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_that_matter_stand_out(scheme, shape, ground):
    colours = tokens(scheme)
    assert contrast(colours[shape], colours[ground]) >= 3


def test_each_colour_of_the_light_scheme_has_one_in_the_dark():
    dark = (STYLES / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")[1]
    assert set(tokens("light")) == set(re.findall(r"--([a-z-]+): #", dark))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_layout_follows_the_direction_of_writing(sheet):
    sides = "(?:left|right|top|bottom)"
    physical = rf"(?m)^\s*(?:(?:margin|padding|border|inset)-{sides}|{sides}|(?:min-|max-)?(?:width|height)|float)\s*:"
    physical += r"|text-align:\s*(?:left|right)"
    assert re.findall(physical, sheet.read_text()) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_colours_come_from_the_tokens(sheet):
    if sheet.name not in {"tokens.css", "print.css"}:
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", sheet.read_text()) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_nothing_moves_for_whoever_asked_for_calm(sheet):
    calm = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", "", sheet.read_text(), flags=re.DOTALL)
    assert "transition" not in calm
    assert "animation" not in calm


def test_every_sheet_is_part_of_the_whole():
    whole = (STYLES / "maillon.css").read_text()
    for sheet in SHEETS:
        assert sheet.name == "maillon.css" or f'@import "./{sheet.name}"' in whole


def test_a_target_is_at_least_44_pixels():
    assert re.search(r"--target: 2\.75rem", (STYLES / "tokens.css").read_text())
