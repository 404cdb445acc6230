"""Texts of data/facts.toml, for makemessages; web/tests/protection/test_facts.py holds them together."""
# ruff: noqa: E501

from django.utils.translation import gettext_noop as _

MESSAGES = (
    _(
        "L’information préoccupante est évaluée dans les trois mois de sa réception, plus vite selon le danger et l’âge."
    ),
    _(
        "Les données restent au plus deux ans après le dernier contact, puis sont effacées, ou archivées si c’est justifié."
    ),
    _(
        "Tout mineur qui se livre à la prostitution, même occasionnellement, est réputé en danger et relève du juge des enfants."
    ),
    _("Les parents sont informés, sauf intérêt contraire de l’enfant."),
    _(
        "Le procureur est avisé sans délai lorsque les actions déjà menées ont échoué, que la famille refuse, que le danger est grave et immédiat ou que la situation ne peut être évaluée."
    ),
    _("L’agent d’un service public qui écrit directement au procureur adresse une copie au conseil départemental."),
    _(
        "La commission départementale coordonne les parcours individuels de mineurs victimes, dans des réunions où siège la protection de l’enfance."
    ),
    _(
        "Les dossiers d’une mission de service public sont des archives publiques : leur destruction demande le visa des archives."
    ),
)
