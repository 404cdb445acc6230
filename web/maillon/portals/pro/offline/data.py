"""What a device answers from without a signal: the rulebook in the reader's language, and trades."""

from typing import Any

from django.utils.translation import gettext

from maillon.directory.rules import reporter_statuses
from maillon.guidance.enums import Trade
from maillon.guidance.exported import exported
from maillon.guidance.rulebook import Rulebook


def offline_data(book: Rulebook) -> dict[str, Any]:
    """Ready for JSON. Nothing of it is about anybody.

    `statuses` are those of a trade whose organisation has said nothing of itself; an installed device has its own.
    """
    return {
        **exported(book, gettext),
        "statuses": {trade.value: sorted(reporter_statuses(trade, "")) for trade in Trade},
    }
