"""Texts of data/grounds.toml, for makemessages. Written by `manage.py guidance_messages`."""
# ruff: noqa: E501

from django.utils.translation import gettext_noop as _

MESSAGES = (
    _("Article 40 du code de procédure pénale"),
    _(
        "Vous êtes agent public et vous avez appris, dans l’exercice de vos fonctions, un crime ou un délit. Le premier achat d’un acte sexuel à une personne majeure est une contravention : il n’est pas visé."
    ),
    _("Crime dont les effets peuvent être limités (434-1 du code pénal)"),
    _(
        "Vous connaissez un crime dont les effets peuvent encore être limités ou qui peut se reproduire, et vous n’êtes pas tenu au secret."
    ),
    _("Mineur ou personne hors d’état de se protéger (434-3 du code pénal)"),
    _(
        "Vous savez qu’un mineur, ou une personne hors d’état de se protéger en raison de son âge, d’une maladie, d’une infirmité, d’une déficience ou d’une grossesse, subit privations, mauvais traitements, agressions ou atteintes sexuelles, et vous n’êtes pas tenu au secret."
    ),
    _("Assistance à personne en péril (223-6 du code pénal)"),
    _(
        "Une personne est en péril, ou une action immédiate peut empêcher un crime ou un délit contre son intégrité. Seul ce qui sert à la secourir est dit."
    ),
    _("Information préoccupante (L226-2-1 du code de l’action sociale et des familles)"),
    _(
        "Un mineur est en danger ou risque de l’être, et vous mettez en œuvre la protection de l’enfance ou y concourez."
    ),
    _("Partage entre professionnels de la protection de l’enfance (L226-2-2)"),
    _(
        "Vous êtes tenu au secret et concourez à la protection de l’enfance ; le destinataire aussi. Seul ce qui est strictement nécessaire est partagé."
    ),
    _("Signalement d’un mineur en danger au procureur (L226-4)"),
    _(
        "Les actions déjà menées ont échoué, la famille refuse, le danger est grave et immédiat ou la situation ne peut être évaluée. Copie au conseil départemental."
    ),
    _("Levée du secret : mineur ou personne hors d’état de se protéger (226-14, 1°)"),
    _(
        "Privations ou sévices, y compris sexuels, subis par un mineur ou par une personne hors d’état de se protéger en raison de son âge ou de son état physique ou psychique. L’emprise d’un tiers ne suffit pas."
    ),
    _("Levée du secret : professionnel de santé (226-14, 2°)"),
    _(
        "Vous êtes professionnel de santé et avez constaté des sévices ou privations dans votre exercice. Il faut l’accord de la victime, sauf si elle est mineure ou hors d’état de se protéger en raison de son âge ou de son état physique ou psychique."
    ),
    _("Levée du secret : sujétion (226-14, 2° bis)"),
    _(
        "Vous êtes professionnel de santé et constatez une sujétion psychologique ou physique. Il faut l’accord de la victime ; s’il est impossible de l’obtenir, vous l’informez du signalement."
    ),
    _("Levée du secret : emprise dans le couple (226-14, 3°)"),
    _(
        "Vous êtes professionnel de santé ; la victime est majeure ; les violences viennent de son conjoint, concubin ou partenaire de PACS, actuel ou ancien ; sa vie est en danger immédiat ; l’emprise l’empêche de se protéger. Vous cherchez son accord ; à défaut, vous l’informez du signalement."
    ),
    _("Échange entre professionnels de santé et sociaux (L1110-4 du code de la santé publique)"),
    _(
        "Le destinataire est un professionnel que le texte désigne, l’échange est strictement nécessaire, et la personne a consenti avant si elle n’est pas suivie par la même équipe de soins."
    ),
    _("Accord de la personne majeure"),
    _(
        "La personne est majeure, sait ce qui part, à qui et pourquoi, et l’accepte librement. Elle peut revenir sur son accord."
    ),
    _("Demande de la justice"),
    _("Une autorité judiciaire demande, par un acte écrit, ce que vous savez."),
    _("Rien sur une personne identifiée"),
    _(
        "Un lieu ou un contenu public est indiqué, ou un conseil est donné. Aucun nom, rien qui permette de retrouver une personne."
    ),
)
