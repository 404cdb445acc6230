"""Addresses of following a person. They hold keys and the names of acts, never anything that was written."""

from django.urls import URLPattern, path

from maillon.portals.pro.cases.acting import Act
from maillon.portals.pro.cases.acts import ACTS
from maillon.portals.pro.cases.views import agreeing, documents, listing, opening, reading, receiving, rights
from maillon.portals.pro.cases.views.acting import view_of

_ROOM = "accompagnements/"
_ONE = f"{_ROOM}<uuid:case_id>/"
_OFFER = f"{_ROOM}propositions/<uuid:transfer_id>/"


def _path_of(act: Act) -> URLPattern:
    key = "<uuid:entry_id>/" if act.about else ""
    return path(f"{_ONE}{act.slug}/{key}", view_of(act), name=act.name)


urlpatterns = [
    path(_ROOM, listing.cases, name="cases"),
    path(f"{_ROOM}partages/", listing.shared, name="cases_shared"),
    path(f"{_ROOM}partages/<uuid:share_id>/", receiving.share, name="case_shared"),
    path(
        f"{_ROOM}partages/<uuid:share_id>/documents/<uuid:entry_id>/",
        receiving.shared_document,
        name="case_shared_document",
    ),
    path(f"{_ROOM}nouveau/", opening.start, name="case_start"),
    path(f"{_ROOM}nouveau/orientation/<uuid:step_id>/", opening.from_step, name="case_from_step"),
    path(f"{_ROOM}nouveau/signalement/<uuid:report_id>/", opening.from_report, name="case_from_report"),
    path(_OFFER, receiving.offer, name="case_offer"),
    path(f"{_OFFER}lire/", receiving.read_offer, name="case_offer_read"),
    path(f"{_OFFER}recevoir/", receiving.receive, name="case_offer_receive"),
    path(f"{_OFFER}refuser/", receiving.refuse, name="case_offer_refuse"),
    path(_ONE, reading.case, name="case"),
    path(f"{_ONE}ouvrir/", reading.open_case, name="case_open"),
    path(f"{_ONE}chronologie/", reading.timeline, name="case_timeline"),
    path(f"{_ONE}accords/", agreeing.agreements, name="case_agreements"),
    path(f"{_ONE}accords/nouveau/", agreeing.consent, name="case_consent"),
    path(f"{_ONE}accords/<uuid:consent_id>/retirer/", agreeing.withdraw_consent, name="case_consent_withdraw"),
    path(f"{_ONE}partages/<uuid:share_id>/retirer/", agreeing.end_share, name="case_share_end"),
    path(f"{_ONE}droits/", rights.rights, name="case_rights"),
    path(f"{_ONE}en-clair/", rights.plain, name="case_plain"),
    path(f"{_ONE}en-clair.pdf", rights.plain_pdf, name="case_plain_pdf"),
    path(f"{_ONE}htcds.json", rights.htcds, name="case_htcds"),
    path(f"{_ONE}certificats/<uuid:certificate_id>/", rights.certificate, name="case_certificate"),
    path(f"{_ONE}documents/nouveau/", documents.add, name="case_document"),
    path(f"{_ONE}documents/<uuid:entry_id>/", reading.document, name="case_document_file"),
    path(f"{_ONE}rendez-vous/<uuid:entry_id>/agenda.ics", reading.calendar, name="case_calendar"),
    *map(_path_of, ACTS),
]
