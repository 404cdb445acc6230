"""Addresses of the report path and of what one has sent. Nothing that is typed ever stands in one."""

from django.urls import path

from maillon.portals.pro.report.views import messages, offline, reading, review, screen, sent, start

urlpatterns = [
    path("hors-ligne/questions.json", offline.offline_questions, name="offline_questions"),
    path("signaler/", start.start, name="report_start"),
    path("signaler/urgence/", start.emergency, name="report_emergency"),
    path("signaler/communes/", screen.communes, name="report_communes"),
    path("signaler/<uuid:draft_id>/", start.resume, name="report_resume"),
    path("signaler/<uuid:draft_id>/lecture/", reading.reading, name="report_reading"),
    path("signaler/<uuid:draft_id>/verifier/", review.review, name="report_review"),
    path("signaler/<uuid:draft_id>/envoyer/", review.send, name="report_send"),
    path("signaler/<uuid:draft_id>/supprimer/", start.discard, name="report_discard"),
    path("signaler/<uuid:draft_id>/<slug:step>/", screen.screen, name="report_step"),
    path("signalements/", sent.reports, name="sent"),
    path("signalements/<uuid:report_id>/", sent.report, name="sent_report"),
    path("signalements/<uuid:report_id>/envoye/", sent.receipt, name="sent_receipt"),
    path("signalements/<uuid:report_id>/contenu/", sent.content, name="sent_content"),
    path("signalements/<uuid:report_id>/demarches/", sent.mark, name="sent_mark"),
    path("signalements/<uuid:report_id>/messages/<uuid:transmission_id>/", messages.messages, name="sent_messages"),
]
