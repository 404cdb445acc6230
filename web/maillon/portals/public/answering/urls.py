"""A service without an account answers, through the link of its e-mail. In the project's own languages only."""

from django.urls import path

from maillon.portals.public.answering.views.entering import enter
from maillon.portals.public.answering.views.following import finish, met
from maillon.portals.public.answering.views.reading import close, reading
from maillon.portals.public.answering.views.replying import accept, refuse

app_name = "answering"
urlpatterns = [
    path("suite/", reading, name="reading"),
    path("suite/oui/", accept, name="accept"),
    path("suite/non/", refuse, name="refuse"),
    path("suite/rencontre/", met, name="met"),
    path("suite/issue/", finish, name="finish"),
    path("fin/", close, name="close"),
    # Last: a token is longer than any of the words above.
    path("<slug:token>/", enter, name="enter"),
]
