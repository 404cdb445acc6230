"""Addresses of child protection. They hold keys, never anything that was written."""

from django.urls import path

from maillon.portals.pro.protection.views import (
    acting,
    content,
    ending,
    holding,
    leading,
    listing,
    sheets,
    starting,
    writing,
)

_ONE = "protection/<uuid:assessment_id>/"
_SHEET = "protection/fiches/<uuid:sheet_id>/"

urlpatterns = [
    path("protection/", listing.assessments, name="protection"),
    path("protection/nouvelle/", starting.start, name="assessment_start"),
    path("protection/depuis/<uuid:transmission_id>/", starting.from_report, name="assessment_from_report"),
    path("protection/fiches/", sheets.sheets, name="path_sheets"),
    path(_SHEET, sheets.sheet, name="path_sheet"),
    path(f"{_SHEET}ouvrir/", sheets.open_it, name="path_sheet_open"),
    path(f"{_SHEET}contenu/", sheets.content, name="path_sheet_content"),
    path(f"{_SHEET}transmettre/", sheets.submit, name="path_sheet_submit"),
    path(f"{_SHEET}retirer/", sheets.withdraw, name="path_sheet_withdraw"),
    path(_ONE, listing.assessment, name="assessment"),
    path(f"{_ONE}ouvrir/", content.open_it, name="assessment_open"),
    path(f"{_ONE}contenu/", content.content, name="assessment_content"),
    path(f"{_ONE}attribuer/", leading.assign, name="assessment_assign"),
    path(f"{_ONE}delai/", leading.due, name="assessment_due"),
    path(f"{_ONE}ecrire/<slug:what>/", writing.write, name="assessment_write"),
    path(f"{_ONE}demarche/", acting.act, name="assessment_act"),
    path(f"{_ONE}parents/", acting.parents, name="assessment_parents"),
    path(f"{_ONE}terminer/", ending.end, name="assessment_end"),
    path(f"{_ONE}conserver/", holding.hold, name="assessment_hold"),
    path(f"{_ONE}conserver/fin/", holding.lift, name="assessment_lift"),
    path(f"{_ONE}fiche/", sheets.write, name="path_sheet_write"),
]
