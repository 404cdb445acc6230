"""The pro process of an installation that has cards."""

from django.http import HttpResponse
from django.urls import include, path

from maillon.config.urls_pro import urlpatterns as _pro


def _card(_request, **_keys):
    return HttpResponse("card")


_cards = [path("", _card, name="cards"), path("<slug:trade>/", _card, name="card")]
_field = [pattern for pattern in _pro if getattr(pattern, "app_name", None) != "field"]
urlpatterns = [*_field, path("fiches/", include((_cards, "field")))]
