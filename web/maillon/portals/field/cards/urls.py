"""Addresses of the cards: what to say, what not to do, trade by trade."""

from django.urls import path, register_converter

from maillon.guidance.enums import Trade
from maillon.portals.field.cards import views


class TradeConverter:
    """A trade of the closed list; any other word is no address."""

    regex = "|".join(trade.value for trade in Trade)

    def to_python(self, value: str) -> Trade:
        """The trade that stands in the address."""
        return Trade(value)

    def to_url(self, value: Trade | str) -> str:
        """The trade as it stands in an address."""
        return Trade(value).value


register_converter(TradeConverter, "trade")

urlpatterns = [
    path("", views.cards, name="cards"),
    path("<trade:trade>/", views.card, name="card"),
    path("<trade:trade>.pdf", views.card_pdf, name="card_pdf"),
]
