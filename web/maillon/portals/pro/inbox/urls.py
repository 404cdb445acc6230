"""Addresses of the inbox. They hold keys and filters, never anything that was sealed."""

from django.urls import path

from maillon.portals.pro.inbox.views import acts, conversation, ending, handing_on, listing, person, reading, triage

urlpatterns = [
    path("boite/", listing.inbox, name="inbox"),
    path("boite/a-trier/", triage.triage, name="triage"),
    path("boite/a-trier/trier/", triage.sort, name="triage_sort"),
    path("boite/<uuid:transmission_id>/retablir/", triage.restore, name="transmission_restore"),
    path("boite/<uuid:transmission_id>/couper/", person.mute, name="transmission_mute"),
    path("boite/<uuid:transmission_id>/notifier/", person.unmute, name="transmission_unmute"),
    path("boite/<uuid:transmission_id>/effacement/", person.erasure, name="transmission_erasure"),
    path("boite/<uuid:transmission_id>/", reading.page, name="transmission"),
    path("boite/<uuid:transmission_id>/ouvrir/", reading.open_it, name="transmission_open"),
    path("boite/<uuid:transmission_id>/contenu/", reading.content, name="transmission_content"),
    path("boite/<uuid:transmission_id>/messages/", conversation.messages, name="transmission_messages"),
    path("boite/<uuid:transmission_id>/notes/", conversation.notes, name="transmission_notes"),
    path("boite/<uuid:transmission_id>/accuser-reception/", acts.acknowledge, name="transmission_acknowledge"),
    path("boite/<uuid:transmission_id>/prendre/", acts.take, name="transmission_take"),
    path("boite/<uuid:transmission_id>/attribuer/", acts.assign, name="transmission_assign"),
    path("boite/<uuid:transmission_id>/demarche/", acts.mark_step, name="transmission_step"),
    path("boite/<uuid:transmission_id>/reprendre/", acts.take_back, name="transmission_take_back"),
    path("boite/<uuid:transmission_id>/verifier/", acts.verify, name="transmission_verify"),
    path("boite/<uuid:transmission_id>/transferer/", handing_on.choose, name="transmission_transfer"),
    path(
        "boite/<uuid:transmission_id>/transferer/<uuid:organisation_id>/",
        handing_on.confirm,
        name="transmission_transfer_to",
    ),
    path("boite/<uuid:transmission_id>/rendre/", handing_on.give_back, name="transmission_return"),
    path("boite/<uuid:transmission_id>/clore/", ending.close, name="transmission_close"),
]
