"""Addresses of referrals. They hold keys and the names of questions, never anything that was written."""

from django.urls import path

from maillon.portals.pro.referrals.views import (
    acts,
    adding,
    answering,
    content,
    figures,
    linking,
    received,
    review,
    screen,
    sent,
    start,
    taking_back,
)

_WRITING = "orientations/nouvelle/<uuid:draft_id>/"
_ONE = "orientations/<uuid:referral_id>/"
_STEP = "orientations/etapes/<uuid:step_id>/"

urlpatterns = [
    path("orientations/", sent.referrals, name="referrals"),
    path("orientations/nouvelle/", start.start, name="referral_start"),
    path("orientations/depuis/<uuid:report_id>/", start.from_report, name="referral_from_report"),
    path(_WRITING, start.resume, name="referral_resume"),
    path(f"{_WRITING}relire/", review.review, name="referral_review"),
    path(f"{_WRITING}envoyer/", review.send, name="referral_send"),
    path(f"{_WRITING}supprimer/", start.discard, name="referral_discard"),
    path(f"{_WRITING}<slug:step>/", screen.screen, name="referral_step"),
    path("orientations/recues/", received.received, name="referrals_received"),
    path("orientations/chiffres/", figures.figures, name="referral_figures"),
    path(_ONE, sent.referral, name="referral"),
    path(f"{_ONE}envoyee/", sent.receipt, name="referral_sent"),
    path(f"{_ONE}ouvrir/", content.open_own, name="referral_open"),
    path(f"{_ONE}contenu/", content.own, name="referral_content"),
    path(f"{_ONE}retirer/", taking_back.withdraw, name="referral_withdraw"),
    path(f"{_ONE}ajouter/", adding.choose, name="referral_add"),
    path(f"{_ONE}ajouter/<uuid:service_id>/", adding.add, name="referral_add_service"),
    path(_STEP, received.page, name="received_step"),
    path(f"{_STEP}ouvrir/", content.open_received, name="received_step_open"),
    path(f"{_STEP}contenu/", content.received, name="received_step_content"),
    path(f"{_STEP}accepter/", acts.accept, name="step_accept"),
    path(f"{_STEP}rencontre/", acts.met, name="step_met"),
    path(f"{_STEP}absence/", acts.missed, name="step_missed"),
    path(f"{_STEP}refuser/", answering.refuse, name="step_refuse"),
    path(f"{_STEP}rendez-vous/", answering.appoint, name="step_appoint"),
    path(f"{_STEP}rendez-vous.ics", answering.calendar, name="step_calendar"),
    path(f"{_STEP}terminer/", answering.finish, name="step_finish"),
    path(f"{_STEP}retirer/", taking_back.withdraw_step, name="step_withdraw"),
    path(f"{_STEP}accord-retire/", taking_back.revoke, name="step_revoke"),
    path(f"{_STEP}lien/", linking.make, name="step_link"),
    path(f"{_STEP}lien/retirer/", linking.end, name="step_link_end"),
]
