"""Addresses of exit paths. They hold keys and kinds of pieces, never anything that was written."""

from django.urls import path

from maillon.portals.pro.exits.views import acts, aid, approvals, file, handing, lists, printing, residence
from maillon.portals.pro.exits.views import path as paths

_PATH = "parcours/<uuid:path_id>/"
_REQUEST = "parcours/demandes/<uuid:request_id>/"
_APPROVAL = "parcours/agrements/<uuid:approval_id>/"

urlpatterns = [
    path("parcours/", lists.exits, name="exits"),
    path("parcours/commencer/<uuid:case_id>/", paths.start, name="exit_start"),
    path(_PATH, paths.path_page, name="exit_path"),
    path(f"{_PATH}expliquer/", paths.explain, name="exit_explain"),
    path(f"{_PATH}demander/", acts.ask, name="exit_ask"),
    path(f"{_PATH}informer/", acts.begin, name="exit_begin"),
    path(f"{_PATH}terminer/", acts.end, name="exit_end"),
    path(f"{_PATH}sejour/", residence.residence, name="exit_residence"),
    path(f"{_PATH}sejour/ouvrir/", residence.open_residence, name="exit_residence_open"),
    path(f"{_PATH}sejour/noter/", residence.note_residence, name="exit_residence_note"),
    path(f"{_PATH}sejour/<uuid:permit_id>/effacer/", residence.drop_residence, name="exit_residence_drop"),
    path(_REQUEST, file.request_page, name="exit_request"),
    path(f"{_REQUEST}ouvrir/", file.open_request, name="exit_open"),
    path(f"{_REQUEST}contenu/", file.content, name="exit_content"),
    path(f"{_REQUEST}pieces/<slug:kind>/", file.paper, name="exit_paper"),
    path(f"{_REQUEST}aide/", aid.aid, name="exit_aid"),
    path(f"{_REQUEST}aide/retirer/", aid.no_aid, name="exit_no_aid"),
    path(f"{_REQUEST}remettre/", handing.submit, name="exit_submit"),
    path(f"{_REQUEST}retirer/", handing.withdraw, name="exit_withdraw"),
    path(f"{_REQUEST}renvoyer/", handing.send_back, name="exit_send_back"),
    path(f"{_REQUEST}avis/", handing.opinion, name="exit_opinion"),
    path(f"{_REQUEST}accorder/", handing.grant, name="exit_grant"),
    path(f"{_REQUEST}refuser/", handing.refuse, name="exit_refuse"),
    path(f"{_REQUEST}dossier/", printing.document, name="exit_document"),
    path(f"{_REQUEST}attestation/", printing.statement, name="exit_statement"),
    path("parcours/agrements/", approvals.approvals, name="approvals"),
    path("parcours/agrements/demander/", approvals.ask, name="approval_ask"),
    path(f"{_APPROVAL}pieces/", approvals.claim, name="approval_claim"),
    path(f"{_APPROVAL}fournies/", approvals.supply, name="approval_supply"),
    path(f"{_APPROVAL}complet/", approvals.complete, name="approval_complete"),
    path(f"{_APPROVAL}accorder/", approvals.grant, name="approval_grant"),
    path(f"{_APPROVAL}refuser/", approvals.refuse, name="approval_refuse"),
    path(f"{_APPROVAL}retirer/", approvals.withdraw, name="approval_withdraw"),
]
