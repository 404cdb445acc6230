"""Texts of data/sources.toml, for makemessages. Written by `manage.py guidance_messages`."""
# ruff: noqa: E501

from django.utils.translation import gettext_noop as _

MESSAGES = (
    _(
        "Toute autorité constituée, tout officier public ou fonctionnaire qui, dans l’exercice de ses fonctions, apprend un crime ou un délit en avise sans délai le procureur et lui transmet les pièces. Une contravention n’est pas visée."
    ),
    _(
        "Qui connaît un crime dont les effets peuvent encore être limités, ou qui peut se reproduire, avertit les autorités. Les proches en sont dispensés, sauf pour un crime sur un mineur ; les personnes tenues au secret aussi."
    ),
    _(
        "Qui sait qu’un mineur, ou une personne hors d’état de se protéger (âge, maladie, infirmité, déficience, grossesse), subit privations, mauvais traitements, agressions ou atteintes sexuelles en informe la justice ou l’administration. Les personnes tenues au secret en sont dispensées, sauf si la loi en dispose autrement."
    ),
    _("Copie en retard sur certains articles : relire le texte en vigueur avant de s’y fier."),
    _(
        "Qui peut, sans risque, empêcher par une action immédiate un crime ou un délit contre l’intégrité d’une personne, ou porter secours à une personne en péril, doit le faire. Le texte ne fait pas d’exception pour le secret."
    ),
    _("Qui détient un secret par état, par profession ou par fonction ne le révèle pas."),
    _(
        "Le secret n’empêche pas d’informer les autorités judiciaires, médicales ou administratives de privations ou de sévices, y compris sexuels, subis par un mineur ou par une personne hors d’état de se protéger en raison de son âge ou de son état physique ou psychique."
    ),
    _(
        "Le professionnel de santé peut porter à la connaissance du procureur, ou de la CRIP pour un mineur, les sévices ou privations constatés dans son exercice, avec l’accord de la victime. L’accord n’est pas nécessaire pour un mineur ni pour une personne hors d’état de se protéger en raison de son âge ou de son état physique ou psychique."
    ),
    _(
        "Le professionnel de santé peut signaler au procureur une sujétion psychologique ou physique, avec l’accord de la victime ; s’il est impossible de l’obtenir, il l’informe du signalement."
    ),
    _(
        "Emprise : violences au sein du couple, danger de mort immédiat pour une victime majeure, qui ne peut se protéger en raison de la contrainte morale de l’emprise. Le professionnel de santé s’efforce d’obtenir son accord ; à défaut, il l’informe du signalement. Un proxénète qui n’est pas son conjoint, concubin ou partenaire de PACS, actuel ou ancien, n’est pas visé."
    ),
    _(
        "Un signalement fait de bonne foi dans ces conditions n’engage aucune responsabilité civile, pénale ou disciplinaire."
    ),
    _(
        "Sujétion psychologique ou physique : pressions graves ou répétées, ou techniques propres à altérer le jugement."
    ),
    _("Acheter un acte sexuel à une personne majeure est, la première fois, une contravention de la cinquième classe."),
    _(
        "L’achat devient un délit en cas de récidive dans les trois ans, ou si la personne est mineure ou particulièrement vulnérable (maladie, infirmité, handicap, grossesse apparents ou connus)."
    ),
    _(
        "L’achat à une personne mineure ou vulnérable est plus lourdement puni s’il est habituel, s’il passe par un réseau ouvert au public, ou si la personne a moins de 15 ans."
    ),
    _(
        "Traite des êtres humains : recruter, transporter, transférer, héberger ou accueillir quelqu’un pour l’exploiter, par un moyen que la loi énumère. Pour un mineur, aucun moyen n’est exigé."
    ),
    _(
        "Proxénétisme : aider ou protéger la prostitution d’autrui, en tirer profit, embaucher, entraîner ou faire pression."
    ),
    _(
        "Est assimilé au proxénétisme le fait de servir d’intermédiaire, de couvrir des ressources, ou d’entraver l’action de prévention et d’aide."
    ),
    _(
        "Proxénétisme aggravé : mineur, personne vulnérable, plusieurs victimes, plusieurs auteurs, contrainte, violences, mise en relation en ligne avec un public."
    ),
    _("Le proxénétisme à l’égard d’un mineur de moins de 15 ans est un crime."),
    _("Le proxénétisme en bande organisée est un crime."),
    _("Le proxénétisme avec tortures ou actes de barbarie est un crime."),
    _(
        "Tenir un établissement de prostitution, y tolérer habituellement la prostitution dans un lieu ouvert au public, ou mettre en connaissance de cause un local ou un véhicule à disposition est puni."
    ),
    _(
        "Un acte de pénétration ou bucco-génital d’un majeur sur un mineur de moins de 15 ans, contre une rémunération ou un avantage, est un viol, sans condition d’écart d’âge."
    ),
    _(
        "Fabriquer, diffuser, acquérir ou simplement détenir l’image pornographique d’un mineur est une infraction, sans exception connue pour les associations ou les aidants."
    ),
    _(
        "Les personnes qui mettent en œuvre la protection de l’enfance ou y concourent transmettent sans délai une information préoccupante au président du conseil départemental (CRIP). Les parents sont informés avant, sauf intérêt contraire de l’enfant."
    ),
    _("La portée de cette obligation est discutée par les juristes."),
    _(
        "Les personnes déjà tenues au secret qui concourent à la protection de l’enfance peuvent partager entre elles ce qui est strictement nécessaire. La famille est informée avant, sauf intérêt contraire de l’enfant."
    ),
    _(
        "Le procureur est avisé sans délai d’un mineur en danger lorsque les actions déjà menées ont échoué, que la famille refuse, que le danger est grave et immédiat ou que la situation ne peut être évaluée. L’agent d’un service public qui écrit directement au procureur adresse une copie au conseil départemental."
    ),
    _("Rédaction en vigueur non lue."),
    _(
        "Le conseil départemental évalue une information préoccupante dans les trois mois de sa réception, plus vite selon le danger et l’âge."
    ),
    _("Les personnes qui concourent à l’aide sociale à l’enfance sont tenues au secret professionnel."),
    _("Cité par un tiers ; le contenu de l’article n’a pas été lu."),
    _(
        "Un parcours de sortie de la prostitution est proposé à toute victime qui le souhaite, avec l’association agréée de son choix ; le préfet l’autorise."
    ),
    _("Lu en partie seulement."),
    _(
        "Les professionnels de santé et certains professionnels sociaux échangent le strict nécessaire dans leurs missions ; hors de l’équipe de soins, il faut le consentement préalable. Police, gendarmerie et préfecture ne sont pas sur la liste."
    ),
    _("Liste des professionnels lue en partie."),
    _(
        "La prostitution des mineurs est interdite. Tout mineur qui s’y livre, même occasionnellement, est réputé en danger et relève du juge des enfants."
    ),
    _(
        "Qui porte plainte ou témoigne pour traite ou proxénétisme et rompt le lien avec l’auteur reçoit une carte de séjour d’un an, renouvelée pendant la procédure."
    ),
    _(
        "Qui est engagé dans un parcours de sortie et a cessé l’activité peut recevoir une autorisation provisoire de séjour d’au moins six mois, avec droit au travail. Aucune plainte n’est exigée."
    ),
    _(
        "Police et gendarmerie informent la victime étrangère de ses droits, dans une langue qu’elle comprend et en confidence."
    ),
    _("La victime a trente jours pour réfléchir, avec un récépissé qui permet de travailler."),
    _("Pendant ce délai de réflexion, aucune mesure d’éloignement n’est prise ni exécutée."),
    _("La victime admise au séjour a droit à une allocation, à un accompagnement social et à l’accès à l’hébergement."),
    _("Si la victime est mineure, police et gendarmerie informent le procureur, qui décide des mesures de protection."),
    _(
        "Police et gendarmerie informent la victime de ses droits : réparation, avocat, aide d’une association, mesures de protection, interprète, personne de son choix à ses côtés."
    ),
    _("Lu en extrait : rédaction de 2015 et copie plus récente."),
    _(
        "La victime fait l’objet d’une évaluation personnalisée, qui peut décider de mesures de protection : locaux adaptés, enquêteurs formés aux violences sexuelles."
    ),
    _("Cité par un tiers ; rédaction en vigueur non lue."),
    _(
        "Agir en ligne sous un pseudonyme est réservé aux enquêteurs spécialement habilités, pour des infractions punies de prison, sans jamais inciter à les commettre."
    ),
    _("Modifié depuis : relire le texte en vigueur."),
    _(
        "Seuls certains organismes peuvent traiter des données sur les infractions. Une victime, ou qui agit pour elle, le peut pour préparer ou suivre une action en justice."
    ),
    _("Liste du décret lue jusqu’au 9° seulement."),
    _(
        "Les consultations et communications sont journalisées : motif, date, heure et, si possible, qui a consulté et qui a reçu."
    ),
    _("Contenu lu à l’ancien article 70-15 ; numéro actuel à confirmer."),
    _(
        "Ni plainte ni certificat ne peut être exigé pour une mise à l’abri ; les victimes de prostitution et de traite sont comprises."
    ),
    _("Numéros d’urgence : 17, 112, 15, 18, et 114 par SMS, application ou visio."),
    _(
        "Qui connaît la prostitution d’un enfant doit la signaler. Une personne majeure en situation de prostitution ne peut être punie pour cela."
    ),
    _(
        "PHAROS reçoit le signalement de contenus publics en ligne. Ce n’est ni pour l’urgence, ni pour des messages privés."
    ),
    _(
        "Le 119 répond à toute heure, gratuitement, sans figurer sur la facture. Une plateforme dédiée à la prostitution des mineurs existe depuis le 3 avril 2023."
    ),
    _("Un tchat de la police et de la gendarmerie répond à toute heure aux victimes et aux témoins."),
    _("Écoute gratuite et anonyme, à toute heure. Ce n’est pas un numéro d’urgence."),
    _("Aide aux victimes, tous les jours."),
    _(
        "À l’hôpital d’Alençon depuis le 17 novembre 2025, le lundi sur rendez-vous ; le numéro répond du lundi au vendredi."
    ),
    _("Accueil itinérant, anonyme et gratuit, dans l’Orne."),
    _("Éloignement et hébergement de victimes majeures, avec leur pleine adhésion. Ce n’est pas un service d’urgence."),
    _("L’hébergement de courte durée est devenu le premier lieu d’exploitation."),
    _("Conseil de conception, qui ne se trouve dans aucun texte lu."),
)
