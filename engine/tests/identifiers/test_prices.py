"""Prices with their currency and time, on cases written by hand."""

from pathlib import Path

import pytest

from maillon_engine.identifiers.registry import extract


def _cases():
    for line in Path(__file__).with_name("data").joinpath("prices.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, values = line.partition(" => ")
            text, _, region = text.partition(" @")
            yield pytest.param(
                text.replace("|", "\n"), region or "FR", sorted(values.split("; ")) if values != "-" else [], id=line
            )


@pytest.mark.parametrize(("text", "region", "values"), list(_cases()))
def test_prices_as_people_write_them(text, region, values):
    assert sorted(item.value for item in extract(text, region=region) if item.kind == "price") == values
