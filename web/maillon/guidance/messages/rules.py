"""Texts of data/rules.toml, for makemessages. Written by `manage.py guidance_messages`."""
# ruff: noqa: E501

from django.utils.translation import gettext_noop as _

MESSAGES = (
    _("Une personne, quel que soit son âge, est en danger maintenant."),
    _("Personne mineure, ou dont l’âge est douteux"),
    _("Une personne mineure, ou qui l’est peut-être, montre des signes de prostitution : elle est réputée en danger."),
    _("Moins de 15 ans"),
    _("La personne a moins de 15 ans : il s’agit probablement d’un crime."),
    _("Agent public"),
    _("Un agent public apprend une infraction dans l’exercice de ses fonctions."),
    _("Personne majeure : ce qu’elle souhaite"),
    _("La personne est majeure et souhaite de l’aide, ou on ne lui a pas encore demandé."),
    _("Personne majeure qui ne souhaite pas d’aide"),
    _("La personne est majeure et refuse l’aide proposée."),
    _("Personne majeure hors d’état de se protéger, ou violences dans le couple"),
    _("La loi permet parfois d’agir sans l’accord d’une personne majeure, dans des termes exacts."),
    _("Victime étrangère de traite ou de proxénétisme"),
    _("La victime est étrangère : elle a des droits particuliers, dont un délai de réflexion."),
    _("Contenu public en ligne"),
    _("Une annonce ou un contenu public en ligne a été vu."),
    _("Hébergeur, hôtelier, bailleur"),
    _("Le signalement vient de quelqu’un qui loue ou tient un hébergement."),
    _("Du lieu à la police ou à la gendarmerie"),
    _("La commune dit quelle force, quel parquet et quel conseil départemental sont compétents."),
    _(
        "Ces listes sont tenues avec les territoires, commune par commune ; celles qui ne sont pas confirmées le disent."
    ),
    _("Personne non tenue au secret qui connaît une infraction"),
    _("Un témoin, un proche ou un bénévole non tenu au secret connaît un crime ou un délit."),
    _(
        "Appelez tout de suite le 17 ou le 112. Le 15 pour une blessure ou un malaise, le 18 pour un secours à personne, le 114 par SMS, application ou visio si parler est impossible ou dangereux. En intervention, passez par votre salle opérationnelle."
    ),
    _("Ne remplissez rien avant d’avoir appelé."),
    _("Ne vous mettez pas en danger et n’affrontez personne."),
    _("Dites-lui que les secours arrivent, et restez avec elle si vous le pouvez sans risque."),
    _(
        "Avant 15 ans, il s’agit probablement d’un crime (viol, ou proxénétisme aggravé). La loi vous oblige à avertir les autorités ; se taire est puni."
    ),
    _("N’enquêtez pas vous-même et ne faites pas répéter l’enfant."),
    _(
        "Avant 15 ans, il s’agit probablement d’un crime (viol, ou proxénétisme aggravé). Le secret ne vous empêche pas de parler : la loi vous autorise à informer la justice, et un signalement de bonne foi n’engage pas votre responsabilité."
    ),
    _(
        "Avisez le procureur du lieu au titre de l’article 40 et transmettez ce que vous savez. Acheter un acte sexuel à une personne mineure est toujours un délit ou un crime."
    ),
    _("N’attendez pas d’être certain : le procureur apprécie."),
    _("Ne prévenez ni l’auteur présumé, ni son entourage."),
    _("Dites-lui que vous devez prévenir des personnes dont le métier est de protéger."),
    _(
        "Signalez sans délai au procureur du lieu : danger grave et immédiat, crime probable ou parents impliqués. La CRIP reçoit la copie."
    ),
    _("N’attendez pas l’évaluation de la CRIP."),
    _("Ne prévenez pas les parents s’ils sont impliqués ou si cela met l’enfant en danger."),
    _(
        "Signalez au procureur du lieu. Professionnel de santé, vous le pouvez sans aucun accord lorsque la victime est mineure, et un signalement de bonne foi n’engage pas votre responsabilité."
    ),
    _("Dites-lui que vous prévenez des personnes dont le métier est de protéger."),
    _(
        "Signalez au procureur du lieu. Le secret ne s’y oppose pas lorsqu’un mineur subit des sévices ou des atteintes sexuelles."
    ),
    _(
        "Informez le procureur du lieu. Quiconque sait qu’un mineur subit une atteinte sexuelle a l’obligation d’en informer la justice ou l’administration."
    ),
    _("N’enquêtez pas vous-même et ne prévenez pas l’auteur présumé."),
    _(
        "Transmettez une information préoccupante à la CRIP. En cas de doute sur l’âge, la personne est traitée comme mineure."
    ),
    _("N’attendez pas d’avoir des preuves."),
    _("Ne prévenez pas les parents si cela est contraire à l’intérêt de l’enfant : danger, pression, implication."),
    _("Dites-lui, avec des mots simples, qui vous prévenez et pourquoi."),
    _("Informez les parents avant, sauf si cela est contraire à l’intérêt de l’enfant."),
    _(
        "Transmettez une information préoccupante à la CRIP. Professionnel de santé, vous le pouvez sans aucun accord lorsque la victime est mineure ; si vous concourez à la protection de l’enfance, vous le devez."
    ),
    _(
        "Transmettez une information préoccupante à la CRIP. Le secret ne s’y oppose pas ; si vous concourez à la protection de l’enfance, vous le devez."
    ),
    _(
        "Informez la CRIP. Quiconque sait qu’un mineur subit une atteinte sexuelle a l’obligation d’en informer la justice ou l’administration, et la prostitution d’un mineur le met toujours en danger."
    ),
    _("Un doute, une question, la CRIP ne répond pas : le 119 répond à toute heure, aux professionnels aussi."),
    _("Dites-lui qu’elle peut appeler le 119 elle-même : l’appel est gratuit et ne se voit pas sur la facture."),
    _(
        "Vous pouvez partager ce qui est strictement nécessaire avec ceux qui, tenus au secret comme vous, protègent cet enfant."
    ),
    _("Ne partagez rien avec qui n’est pas tenu au secret."),
    _("Informez la famille avant, sauf si cela est contraire à l’intérêt de l’enfant."),
    _(
        "Dites à votre hiérarchie que vous avez signalé, sans le nom de l’enfant ni ce qu’il a confié. Si vous êtes volontaire, suivez aussi la consigne de votre service."
    ),
    _("N’attendez pas son accord pour transmettre."),
    _("Écoutez sans faire répéter. Un enfant dit rarement « prostitution » : reprenez ses mots."),
    _("Ne promettez pas de garder le secret."),
    _("Ne demandez pas de détails et ne cherchez pas à prouver."),
    _("Ne gardez aucune image."),
    _("Dites-lui que ce n’est pas sa faute, et que la loi protège tout mineur."),
    _(
        "Lorsque la victime étrangère est mineure, police et gendarmerie informent le procureur, qui décide de sa protection."
    ),
    _("Ne demandez pas ses papiers et ne transmettez rien sur son séjour."),
    _("Dites-lui que sa protection ne dépend pas de ses papiers."),
    _(
        "Parlez-lui seule à seule, sans l’entourage, et demandez-lui ce qu’elle souhaite. Laissez-lui de quoi joindre une association."
    ),
    _("Ne transmettez pas son nom sans son accord."),
    _("Ne posez pas de question sur ses papiers."),
    _("Ne vous fiez pas à un interprète venu avec elle."),
    _("Dites-lui qu’elle ne risque aucune sanction : la loi la considère comme victime."),
    _("Dites-lui que l’aide ne dépend ni d’une plainte, ni d’un arrêt de l’activité."),
    _(
        "Voyez avec elle ce qui part, à qui et pourquoi, et ce qu’elle préfère garder pour elle. Elle choisit l’association."
    ),
    _("N’envoyez rien qu’elle n’a pas accepté."),
    _("N’écrivez pas à un téléphone ou une adresse que quelqu’un d’autre peut lire."),
    _("Dites-lui qu’elle peut revenir sur son accord."),
    _(
        "Respectez son choix. Laissez-lui un contact sûr et n’écrivez pas son nom. Au plus, la rencontre est comptée sans rien qui la désigne."
    ),
    _("Ne gardez aucune trace à son nom."),
    _("N’insistez pas et ne prévenez personne à sa place."),
    _(
        "Dites-lui qu’elle peut revenir quand elle veut, et que l’aide ne dépend ni d’une plainte, ni d’un arrêt de l’activité."
    ),
    _(
        "Avisez le procureur des faits au titre de l’article 40. Son nom peut suivre sans son accord : professionnel de santé, violences dans le couple, danger de mort immédiat, emprise qui l’empêche de se protéger. Cherchez son accord ; à défaut, informez-la."
    ),
    _(
        "N’utilisez pas cette exception si l’auteur n’est pas son conjoint, concubin ou partenaire de PACS, actuel ou ancien."
    ),
    _("Dites-lui que vous saisissez le procureur, et pourquoi."),
    _(
        "Avisez le procureur des faits au titre de l’article 40. Son nom peut suivre sans son accord si elle est hors d’état de se protéger en raison de son âge ou de son état physique ou psychique."
    ),
    _(
        "N’invoquez pas l’emprise d’un proxénète : sans incapacité liée à l’âge ou à l’état de la personne, il faut son accord."
    ),
    _(
        "Avisez le procureur des faits au titre de l’article 40. Son nom peut suivre sans son accord si elle est hors d’état de se protéger en raison de son âge, d’une maladie, d’une infirmité, d’une déficience ou d’une grossesse."
    ),
    _(
        "Avisez le procureur des faits (le crime ou le délit, le lieu, la date) au titre de l’article 40, sans le nom de la victime présumée ni ce qui permet de la retrouver. Elle ne souhaite pas d’aide : son nom ne part pas."
    ),
    _("N’écrivez ni son nom, ni son adresse, ni son numéro, ni ce qu’elle vous a confié sur elle."),
    _("Dites-lui que la loi vous oblige à signaler les faits, et que son nom n’y est pas."),
    _(
        "Avisez le procureur des faits (le crime ou le délit, le lieu, la date) au titre de l’article 40. Le nom de la victime présumée ne suit que si elle l’accepte."
    ),
    _("N’écrivez pas dans le récit ce qui permet de la retrouver si elle n’a pas donné son accord."),
    _("Dites-lui que la loi vous oblige à signaler les faits, et que son nom ne part pas sans son accord."),
    _(
        "Vous pouvez saisir le procureur : violences dans le couple, danger de mort immédiat, emprise qui l’empêche de se protéger. Cherchez son accord ; s’il est impossible de l’obtenir, informez-la du signalement. La décision est la vôtre."
    ),
    _(
        "Si vous avez constaté des sévices ou des privations, vous pouvez saisir le procureur sans son accord lorsqu’elle est hors d’état de se protéger en raison de son âge ou de son état physique ou psychique. La décision est la vôtre."
    ),
    _(
        "Si vous avez connaissance de sévices ou de privations, vous pouvez saisir le procureur sans son accord lorsqu’elle est hors d’état de se protéger en raison de son âge ou de son état physique ou psychique."
    ),
    _(
        "Informez le procureur. Quiconque sait qu’une personne hors d’état de se protéger (âge, maladie, infirmité, déficience, grossesse) subit une atteinte sexuelle ou des mauvais traitements a l’obligation d’en informer la justice ou l’administration."
    ),
    _("Dites-lui qui vous prévenez, et pourquoi."),
    _(
        "Si vous avez constaté des sévices ou des privations et si elle est d’accord, vous pouvez saisir le procureur. Sans son accord, rien ne part."
    ),
    _("N’envoyez rien, même sans nom, si elle refuse."),
    _("Demandez-lui si elle veut que la justice soit prévenue, et dites-lui ce qui partirait."),
    _(
        "Si vous constatez une sujétion psychologique ou physique, la loi vous permet de saisir le procureur avec son accord ; s’il est impossible de l’obtenir, vous l’informez du signalement. Maillon ne l’envoie pas pour vous : écrivez vous-même."
    ),
    _(
        "Si c’est son âge, une maladie, une infirmité, une déficience ou une grossesse qui l’empêche de se protéger, et non la seule emprise, la loi oblige qui n’est pas tenu au secret à prévenir la justice ou l’administration, et y autorise les autres. Appelez le procureur ou les secours."
    ),
    _(
        "L’emprise d’un conjoint ou partenaire n’ouvre une exception qu’aux professionnels de santé, et si la mort menace."
    ),
    _(
        "Acheter un acte sexuel à une personne majeure est, la première fois, une contravention : l’obligation des agents publics de saisir le procureur ne s’y applique pas. C’est un délit en cas de récidive, ou si la personne est particulièrement vulnérable (maladie, infirmité, handicap, grossesse) : répondez alors « un crime ou un délit »."
    ),
    _("Ne présentez jamais la personne comme l’auteur d’une infraction : seul l’achat est puni."),
    _("Dites-lui qu’elle ne risque aucune sanction."),
    _(
        "Vous pouvez indiquer à la police ou à la gendarmerie du lieu où et quand un achat a été vu, sans rien dire de la personne."
    ),
    _("N’écrivez rien qui permette de la retrouver."),
    _("Ne nommez pas l’acheteur : le dire appartient à l’enquête."),
    _("Dites-lui que c’est l’achat qui est puni, jamais elle."),
    _("Si elle le veut, transmettez à la police ou à la gendarmerie du lieu. Sans son accord, rien ne part."),
    _("Demandez-lui si elle veut que la police ou la gendarmerie soit prévenue, et dites-lui ce qui partirait."),
    _("Orientez-la vers l’association de son choix, avec son accord."),
    _("Ne choisissez pas à sa place."),
    _("Dites-lui ce que l’association peut faire, et qu’elle peut en changer."),
    _(
        "Vous pouvez signaler le lieu et ce que vous avez vu à une association, sans nom, pour qu’elle aille à la rencontre des personnes."
    ),
    _("N’écrivez rien qui permette de la retrouver : elle n’a pas été consultée."),
    _("Dites-lui qu’une association peut passer, sans engagement de sa part."),
    _("Adressez-la à un service de soins pour victimes, avec son accord préalable."),
    _("Ne transmettez que ce qui est strictement nécessaire aux soins."),
    _("Dites-lui que les soins ne dépendent ni d’une plainte, ni de ses papiers."),
    _("Adressez-la à un service de soins pour victimes, avec son accord."),
    _("Ne transmettez pas ce que vous savez de sa santé sans son accord."),
    _("Si elle a besoin d’un toit, appelez le 115 avec elle. Ni plainte ni certificat ne peut être exigé."),
    _("Ne notez nulle part l’adresse d’un hébergement protégé."),
    _("Dites-lui que sa mise à l’abri ne dépend ni d’une plainte, ni d’un certificat."),
    _(
        "Si elle le souhaite, une association agréée peut préparer avec elle un parcours de sortie de la prostitution, que le préfet autorise."
    ),
    _("N’annoncez aucun délai de décision."),
    _("Ne faites pas du parcours une condition de l’aide."),
    _("Dites-lui que le parcours est ouvert avec ou sans titre de séjour."),
    _("Dites-lui qu’elle peut porter plainte ou témoigner si elle le décide, et se faire accompagner."),
    _("Ne portez pas plainte à sa place."),
    _("Dites-lui qu’elle peut parler à la police ou à la gendarmerie par tchat, à toute heure."),
    _("Donnez-lui le 3919 : écoute et orientation, à toute heure. Ce n’est pas un numéro d’urgence."),
    _("Ne laissez pas de papier que son conjoint ou partenaire peut trouver."),
    _("Dites-lui que l’appel est gratuit et anonyme."),
    _(
        "Informez-la de ses droits, dans une langue qu’elle comprend : trente jours pour réfléchir sans être éloignée, carte de séjour si elle dépose plainte ou témoigne et rompt le lien avec l’auteur, autorisation de séjour possible dans un parcours de sortie, sans plainte."
    ),
    _("Ne faites pas dépendre l’aide d’une plainte."),
    _("Dites-lui que police et gendarmerie doivent l’informer de ces droits en confidence."),
    _(
        "Si elle doit s’éloigner pour être en sécurité, une association peut demander une place au dispositif national Ac.Sé, avec sa pleine adhésion."
    ),
    _("Ne comptez pas sur ce dispositif en urgence."),
    _("Dites-lui que rien ne se fait sans son accord."),
    _(
        "Signalez l’adresse et le texte du contenu public à PHAROS. Ce n’est ni pour l’urgence, ni pour des messages privés."
    ),
    _(
        "Ne faites aucune capture et n’enregistrez aucune image : la seule détention d’une image sexuelle de mineur est punie."
    ),
    _("Ne répondez pas à l’annonce."),
    _(
        "Si le contenu public montre l’action d’un tiers (proxénétisme, traite, vente d’actes d’autrui), signalez son adresse et son texte à PHAROS. L’annonce d’une personne majeure seule n’est pas à signaler."
    ),
    _("Ne faites aucune capture et n’enregistrez aucune image."),
    _(
        "Mettre en connaissance de cause un logement à disposition, ou tolérer habituellement la prostitution dans un établissement ouvert au public, est puni. Signaler vous protège, et protège la personne."
    ),
    _("N’affrontez personne et ne fouillez pas la chambre."),
    _("Ne mettez pas la personne à la rue : elle est une victime présumée."),
    _("Vous pouvez signaler le lieu à la police ou à la gendarmerie compétente, sans rien dire de la personne."),
    _("N’écrivez rien qui permette de la retrouver ailleurs que sur place."),
    _(
        "Si vous connaissez un crime (réseau organisé, tortures, viol) dont les effets peuvent encore être limités, la loi vous oblige à avertir la justice ou l’administration. Pour un délit, aucune obligation générale ; d’autres règles peuvent valoir pour un mineur ou une personne hors d’état de se protéger."
    ),
    _("N’enquêtez pas vous-même."),
    _(
        "Témoin, vous pouvez parler de ce que vous avez vu avec un policier ou un gendarme par tchat, sans rien dire de la personne."
    ),
    _("Ne donnez pas son nom : elle n’a pas été consultée."),
)
