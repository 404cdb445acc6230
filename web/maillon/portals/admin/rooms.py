"""The rooms of the administration, in the order of its home page and navigation. A new room adds its line here."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Room:
    """`entry` is the name of the address it opens on."""

    entry: str
    title: str | Promise
    purpose: str | Promise
    icon: str


ROOMS = (
    Room(
        "administration:organisations",
        _("Organisations"),
        _("Qui participe, avec quels agréments et pour quel territoire."),
        "building",
    ),
    Room(
        "administration:members",
        _("Membres"),
        _("Inviter les responsables, mettre fin à un accès, remettre un second facteur à zéro."),
        "people",
    ),
    Room(
        "administration:competences",
        _("Ressorts"),
        _("Quel parquet, quelle police ou gendarmerie, quel conseil départemental pour chaque commune."),
        "map-pin",
    ),
    Room(
        "administration:exchange",
        _("Import et export"),
        _("Recevoir et donner l’annuaire des services : tableau, data·inclusion, Open Referral."),
        "transfer",
    ),
)
