"""What is looked at in a browser would be noticed: pale words beside dark ones of the same kind."""

import pytest

from tests.portals.examined import examine

PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Page</title><style>
  main {{ background: #fff; color: #111 }} .pale {{ color: #ddd }} .later li:nth-child(3) {{ color: #ccc }}
  .veiled p {{ color: #ddd }} [hidden] {{ display: none }}
</style></head><body><main><h1>Page</h1>{}</main></body></html>"""
ROWS = "<li>Un</li><li>Deux</li><li>Trois</li>"


@pytest.mark.journey
def test_pale_words_are_found_among_many_that_are_drawn_alike():
    faulty = {
        "/class": "<p>Un</p><p>Deux</p><p class='pale'>Trois</p>",
        "/place": f"<ul class='later'>{ROWS}</ul>",
        "/around": "<div><p>Un</p></div><div class='veiled'><p>Deux</p></div>",
        "/hidden": "<p class='pale' hidden>Un</p><p class='pale'>Deux</p>",
        "/style": "<p>Un</p><p style='color: #ddd'>Deux</p>",
    }
    pages = {"/good": f"<ul>{ROWS}</ul><p>Un</p><p>Deux</p>", **faulty}
    found = examine({path: PAGE.format(body).encode() for path, body in pages.items()})
    assert {path for path, *_, what in found if what.startswith("color-contrast")} == set(faulty)
    assert not [fault for fault in found if fault[0] == "/good"]
