"""Sketches on disk: found by whoever asks with the key, and by nobody else."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine.errors import StateRefused
from maillon_engine.state import index
from maillon_engine.state.codes import code_of, kind_of
from maillon_engine.state.index import MOST_HOLDERS, SLOTS, Index, Listing
from maillon_engine.state.secret import Secret, secret_from, secret_of

SECRET = Secret(bytes(32))
SALT = bytes(16)


def written(folder, rows, common=()):
    table = np.zeros((len(rows), SLOTS), np.uint64)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    owners, slots = np.nonzero(table)
    listing = Listing(table[owners, slots], owners.astype(np.uint32), np.array(common, np.uint64))
    index.write(folder, SECRET, SALT, table, listing)
    return Index(folder, SECRET, SALT)


def found(one, codes):
    rows = defaultdict(list)
    for code, held in one.find(codes):
        rows[code].append(held.row)
    return {code: sorted(several) for code, several in rows.items()}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sets(st.integers(1, 40), max_size=SLOTS), max_size=20))
def test_a_code_finds_exactly_the_rows_that_hold_it(tmp_path_factory, rows):
    one = written(tmp_path_factory.mktemp("index"), [sorted(row) for row in rows])
    expected = {code: [place for place, row in enumerate(rows) if code in row] for code in range(1, 45)}
    assert found(one, range(1, 45)) == {code: places for code, places in expected.items() if places}
    for _, held in one.find(range(1, 45)):
        assert set(one.codes(held)) == rows[held.row]


def test_a_common_code_says_so_and_a_hub_gives_as_many_rows_as_tell_it(tmp_path):
    one = written(tmp_path, [[7]] * (MOST_HOLDERS + 50), common=[9])
    assert len(found(one, [7])[7]) == MOST_HOLDERS
    assert found(one, [9]) == {9: [None]}


@pytest.mark.guardrail("G2")
def test_without_the_key_no_two_rows_can_be_told_to_share_anything(tmp_path):
    phone = code_of(SECRET, "phone", "+33639980001")
    written(tmp_path, [[phone, code_of(SECRET, "given", "camille")]] * 200)
    for name in ("labels.npy", "payloads.npy", "rows.npy"):
        table = np.load(tmp_path / name)
        words = table.view(np.uint8).reshape(len(table), -1)
        for column in range(words.shape[1] - 3):
            assert len(np.unique(words[:, column : column + 4], axis=0)) > 195, (name, column)
    assert list(Index(tmp_path, Secret(b"another key that has 32 bytes..."), SALT).find([phone])) == []


def test_codes_tell_their_kind_and_hang_on_the_key():
    code = code_of(SECRET, "email", "a@b.invalid")
    assert kind_of(code) == "email"
    assert code == code_of(SECRET, "email", "a@b.invalid")
    assert code != code_of(Secret(b"1" * 32), "email", "a@b.invalid")
    assert code >> 4 != code_of(SECRET, "handle", "a@b.invalid") >> 4


@pytest.mark.parametrize("text", ["", "abcd", "not hex" * 20, "ab" * 31])
def test_what_is_no_key_is_refused_and_not_quoted(text):
    with pytest.raises(StateRefused, match="openssl rand -hex 32") as refused:
        secret_of(text, "the variable")
    assert not text or text not in str(refused.value)


def test_a_file_goes_before_the_variable_and_one_of_them_is_needed(tmp_path):
    file = tmp_path / "key"
    file.write_text("AB" * 32 + "\n", "ascii")
    assert secret_from(file, "cd" * 32).check == secret_of("ab" * 32, "here").check
    assert secret_from(None, "cd" * 32).check == secret_of("cd" * 32, "here").check
    with pytest.raises(StateRefused, match="MAILLON_ENGINE_STATE_KEY"):
        secret_from(None, None)
    with pytest.raises(StateRefused, match="can't be read"):
        secret_from(tmp_path / "none", None)
