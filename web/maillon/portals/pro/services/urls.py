"""Addresses of the directory. They hold keys and filters, never anything about a person."""

from django.urls import path

from maillon.portals.pro.services.views import acts, capacity, editing, ending, listing, reading, zones

urlpatterns = [
    path("annuaire/", listing.services, name="services"),
    path("annuaire/carte/", listing.chart, name="services_map"),
    path("annuaire/nouvelle/", editing.create, name="service_new"),
    path("annuaire/zones/", zones.proposals, name="zones"),
    path("annuaire/zones/<uuid:proposal_id>/", zones.decide, name="zone_decide"),
    path("annuaire/<uuid:service_id>/", reading.page, name="service"),
    path("annuaire/<uuid:service_id>/telephone/", acts.say_answered, name="service_answered"),
    path("annuaire/<uuid:service_id>/confirmer/", acts.confirm, name="service_confirm"),
    path("annuaire/<uuid:service_id>/rouvrir/", acts.reopen, name="service_reopen"),
    path("annuaire/<uuid:service_id>/modifier/", editing.change, name="service_edit"),
    path("annuaire/<uuid:service_id>/places/", capacity.say, name="service_capacity"),
    path("annuaire/<uuid:service_id>/fin/", ending.end, name="service_end"),
]
