"""Addresses of the letters and the receipt."""

from django.urls import path, register_converter

from maillon.portals.pro.letters import views
from maillon.reports.letters import LetterKind


class LetterKindConverter:
    """One of the three kinds of letter; any other word is no address."""

    regex = "|".join(kind.value for kind in LetterKind)

    def to_python(self, value: str) -> LetterKind:
        """The kind that stands in the address."""
        return LetterKind(value)

    def to_url(self, value: LetterKind | str) -> str:
        """The kind as it stands in an address."""
        return LetterKind(value).value


register_converter(LetterKindConverter, "letter_kind")

urlpatterns = [
    path("courriers/recu/<uuid:report_id>/", views.receipt, name="receipt"),
    path("courriers/envoye/<uuid:report_id>/<letter_kind:kind>/", views.own_letter, name="own_letter"),
    path(
        "courriers/recu-par-nous/<uuid:transmission_id>/<letter_kind:kind>/",
        views.received_letter,
        name="received_letter",
    ),
]
