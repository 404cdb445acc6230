"""What is explained to her before she decides: what a path brings, what it asks, and what it changes for her.

Made of fixed words and dated facts alone, so that nothing of hers can stand in it. Kept as it was read to her.
"""

from django.utils.translation import gettext as _
from django.utils.translation import override

from maillon.exits import facts


def explanation() -> tuple[str, ...]:
    """The paragraphs, in the language that is active."""
    months, total = facts.months("path_period"), facts.months("path_total")
    return (
        _(
            "Le parcours de sortie est proposé à toute personne victime de prostitution, de proxénétisme ou de traite. "
            "C’est vous qui décidez d’y entrer, et avec quelle association agréée."
        ),
        _(
            "Avec ou sans titre de séjour, vous pouvez le demander. Une copie de pièce d’identité est demandée ; si "
            "vous n’en avez pas, on écrit pourquoi."
        ),
        _(
            "Il dure {months} mois, et peut être renouvelé jusqu’à {total} mois en tout. Il prévoit des actions pour "
            "le logement, les soins et les droits, le travail, et ce à quoi vous et l’association vous engagez."
        ).format(months=months, total=total),
        _(
            "On vous demande d’attester sur l’honneur que l’activité a cessé. L’autorisation de séjour, elle aussi, "
            "suppose que l’activité a cessé. Dites-nous si c’est difficile : on en parle avant d’écrire."
        ),
        _(
            "Le préfet décide, après l’avis d’une commission et de l’association. D’après le dernier texte que nous "
            "avons lu, de 2023, y siègent notamment la justice, la police, la gendarmerie et le service des "
            "étrangers : ils lisent votre dossier en séance. Seul ce dossier leur est remis, avec votre accord."
        ),
        _(
            "Nous ne connaissons aucun délai pour sa décision. S’il accepte, une aide financière (AFIS) est possible "
            "selon vos ressources, et une autorisation de séjour de {stay} mois au moins peut être délivrée. Il peut "
            "aussi refuser : un recours est alors possible."
        ).format(stay=facts.months("aps_least")),
        _(
            "Si vous n’entrez pas dans ce parcours, ou si vous l’arrêtez, notre aide continue. Vous pouvez changer "
            "d’avis à tout moment. Rien n’est promis : ni la décision, ni le titre de séjour, ni l’aide."
        ),
    )


def agreement(prefecture: str, *, language: str) -> str:
    """What she agrees to when a file is handed over, in a language of base.languages; `prefecture` is its name."""
    with override(language):
        return _(
            "Acceptez-vous que ce dossier soit remis à « {prefecture} », et lu en séance par la commission qui donne "
            "son avis ? Vous l’avez relu, ou on vous l’a lu. Notre aide ne dépend pas de votre réponse. Tant que rien "
            "n’est décidé, vous pouvez le reprendre : plus personne ne pourra l’ouvrir."
        ).format(prefecture=prefecture)


def wording(*, language: str) -> str:
    """The whole of it in a language of base.languages.

    In French where the process that asks has no catalogue of that language: then somebody interprets, and the record
    says in which language.
    """
    with override(language):
        return "\n\n".join(explanation())
