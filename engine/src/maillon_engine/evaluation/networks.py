"""Leads against the planted organisations: which were found, which leads are nobody's, who is in them by mistake."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from maillon_engine.evaluation.scores import ALONE, Score, of_pairs


def scores(leads: pa.Table, networks: pa.Table, true: pa.Table) -> dict[str, Score]:
    """`leads`: an organisation is found where it holds most texts of some lead, and a lead that no organisation holds
    is a false one. `texts`: texts in leads against texts of organisations. `pairs`: texts that stand in one lead
    against texts of one organisation.
    """
    shown = set(leads["network_id"].to_pylist())
    rows = zip(networks["id"].to_pylist(), networks["network_id"].to_pylist(), strict=True)
    lead_of = {text: network for text, network in rows if network in shown}
    ids, owner = true["id"].to_pylist(), true["network"].to_pylist()
    owners = {text: one for text, one in zip(ids, owner, strict=True) if one is not None}
    found = np.array([lead_of.get(text, ALONE) for text in ids], dtype=np.int64)
    planted = np.array([ALONE if one is None else one for one in owner], dtype=np.int64)
    return {
        "leads": _leads(lead_of, owners, shown),
        "texts": Score(len(lead_of.keys() & owners.keys()), len(lead_of), len(owners)),
        "pairs": of_pairs(found, planted),
    }


def _leads(lead_of: dict[str, int], owners: dict[str, int], shown: Iterable[int]) -> Score:
    """Several leads of one organisation count once: it is found, in pieces."""
    held: dict[int, Counter[int | None]] = {lead: Counter() for lead in shown}
    for text, lead in lead_of.items():
        held[lead][owners.get(text)] += 1
    holders = [_holder(texts) for texts in held.values()]
    organisations = {one for one in holders if one is not None}
    false = sum(one is None for one in holders)
    return Score(len(organisations), len(organisations) + false, len(set(owners.values())))


def _holder(texts: Counter[int | None]) -> int | None:
    """The organisation of more than half of a lead's texts, or None."""
    holder, count = max(texts.items(), key=lambda one: one[1])
    return holder if count * 2 > texts.total() else None
