"""Addresses of the commission. They hold keys, never anything about a person."""

from django.urls import path

from maillon.portals.pro.commission.views import (
    advising,
    convoking,
    files,
    home,
    minutes,
    naming,
    planning,
    proxies,
    sitting,
)

_SESSION = "commission/seances/<uuid:session_id>/"
_POINT = "commission/points/<uuid:item_id>/"

urlpatterns = [
    path("commission/", home.home, name="commission"),
    path("commission/installer/", naming.found, name="commission_found"),
    path("commission/suivi/", home.follow_up, name="commission_follow_up"),
    path("commission/membres/", naming.members, name="commission_members"),
    path("commission/membres/siege/", naming.add_seat, name="commission_seat_add"),
    path("commission/sieges/<uuid:seat_id>/nommer/", naming.name, name="commission_name"),
    path("commission/sieges/<uuid:seat_id>/retirer/", naming.end_seat, name="commission_seat_end"),
    path("commission/mandats/<uuid:mandate_id>/fin/", naming.end_mandate, name="commission_mandate_end"),
    path("commission/seances/nouvelle/", planning.plan, name="commission_plan"),
    path(_SESSION, home.session, name="commission_session"),
    path(f"{_SESSION}ordre-du-jour/", planning.agenda, name="commission_agenda"),
    path(f"{_SESSION}convoquer/", planning.convoke, name="commission_convoke"),
    path(f"{_SESSION}convocation.pdf", convoking.letter, name="commission_convocation"),
    path(f"{_SESSION}annuler/", planning.cancel, name="commission_cancel"),
    path(f"{_SESSION}nouvelle-convocation/", planning.repeat, name="commission_repeat"),
    path(f"{_SESSION}engagement/", files.pledge, name="commission_pledge"),
    path(f"{_SESSION}pouvoir/", proxies.give, name="commission_proxy"),
    path(f"{_SESSION}pouvoir/reprendre/", proxies.take_back, name="commission_proxy_back"),
    path(f"{_SESSION}appel/", sitting.open_session, name="commission_roll"),
    path(f"{_SESSION}sans-quorum/", sitting.lapse, name="commission_lapse"),
    path(f"{_SESSION}arrivee/", sitting.arrive, name="commission_arrive"),
    path(f"{_SESSION}depart/<uuid:seat_id>/", sitting.leave, name="commission_leave"),
    path(f"{_SESSION}clore/", sitting.close, name="commission_close"),
    path(f"{_SESSION}proces-verbal/", minutes.draw, name="commission_minutes"),
    path(f"{_SESSION}proces-verbal/lire/", minutes.read, name="commission_minutes_read"),
    path(_POINT, advising.point, name="commission_point"),
    path(f"{_POINT}retirer/", planning.take_off, name="commission_point_remove"),
    path(f"{_POINT}dossier/", files.read, name="commission_file"),
    path(f"{_POINT}fiche/", files.sheet, name="commission_sheet"),
    path(f"{_POINT}avis/", advising.opinion, name="commission_opinion"),
    path(f"{_POINT}deport/", advising.recuse, name="commission_recuse"),
    path(f"{_POINT}desaccord/", advising.dissent, name="commission_dissent"),
]
