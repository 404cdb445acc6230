"""Texts of data/scenarios.toml, for makemessages. Written by `manage.py guidance_messages`."""
# ruff: noqa: E501

from django.utils.translation import gettext_noop as _

MESSAGES = (
    _("Un contrôle au bord de la route"),
    _(
        "Sur une route de campagne, vous contrôlez une voiture avec un conducteur et deux passagères majeures. Vous demandez leurs papiers aux passagères : le conducteur les sort de son propre sac. Quand vous parlez à Mina, assise à l’arrière, c’est lui qui répond, à chaque fois. Elle porte une jupe courte et beaucoup de maquillage. Prise à part un instant, elle dit qu’il vient la chercher et la ramène partout, et qu’elle ne sort jamais sans lui. Personne ne lui doit d’argent et elle n’a pas de dette, dit-elle."
    ),
    _(
        "Trois signes disent la même chose : quelqu’un d’autre décide pour elle. C’est l’ensemble qui compte, aucun ne suffirait seul."
    ),
    _("La jupe courte et le maquillage"),
    _(
        "Des listes d’experts citent la tenue ; aucun test ne l’a confirmé, et Maillon ne la retient pas. Beaucoup de personnes s’habillent ainsi."
    ),
    _("Une annonce « de passage »"),
    _(
        "Une riveraine vous signale une annonce en ligne, publiée dans votre ville. Elle dit « nouvelle en ville, de passage jusqu’à dimanche », et affiche 22 ans. La personne pose ses conditions : pas d’appel masqué, paiement convenu d’avance, refus possible. Le numéro est écrit normalement, en chiffres, et vous ne le retrouvez dans aucune autre annonce. Le texte est à la première personne ; rien n’y parle de quelqu’un d’autre."
    ),
    _("Rien ici ne montre qu’un tiers décide. Une personne qui annonce seule n’a pas à être recherchée."),
    _(
        "C’est le piège le plus fréquent : dans l’étude citée, ces mots se trouvaient plus souvent hors de l’exploitation."
    ),
    _("Un âge affiché de 18 à 23 ans ne distingue rien : il est souvent rajeuni, et l’étude l’a écarté."),
    _(
        "Poser ses conditions est une précaution de quelqu’un qui décide. L’étude l’a vu plus souvent hors de l’exploitation."
    ),
    _("La troisième fugue"),
    _(
        "Inès, 16 ans, est retrouvée dans une gare, à deux cents kilomètres de chez elle. C’est sa troisième fugue en deux mois, et la plus longue. Dans son sac : des affaires pour plusieurs jours et des reçus de VTC qu’elle n’a pas pu payer. Le téléphone qu’elle utilise apparaît dans une procédure de stupéfiants de votre service. Elle ne dit rien, regarde ailleurs, et demande seulement si elle peut dormir. Elle dit ne pas avoir de petit ami."
    ),
    _(
        "Pour une mineure, tous les signes comptent ensemble. Ici quatre vont dans le même sens, et le lien avec la drogue désigne un réseau."
    ),
    _("Son silence"),
    _(
        "Se taire est ordinaire à 16 ans, la nuit, dans un commissariat. Le silence ne prouve rien, ni dans un sens ni dans l’autre."
    ),
    _("Cinq annonces, un numéro"),
    _(
        "Vous relisez cinq annonces en ligne, avec cinq prénoms différents. Le même numéro y répond, et la même voix d’homme au téléphone, selon une voisine. Une même voiture grise a été vue devant les trois adresses. Cette voiture figure déjà dans une affaire de stupéfiants. Une annonce dit « de passage », une autre affiche 20 ans. Aucun numéro n’est caché."
    ),
    _("Ce ne sont pas les textes qui inquiètent : c’est un même tiers autour de plusieurs personnes."),
    _("Ces mots ne comptent pas, même au milieu de vrais signes."),
    _("L’âge affiché ne dit ni l’âge réel, ni l’exploitation."),
    _("Une dette dans un dossier"),
    _(
        "Dans une procédure de stupéfiants, des messages concernent Lou, 24 ans. On lui écrit que sa dette de produits « se paiera en rendez-vous », et que la liste est déjà faite. D’autres messages menacent son petit frère si elle arrête. Lou a été condamnée autrefois pour usage. Elle vit chez sa mère et garde ses papiers sur elle."
    ),
    _("Une dette payée par des actes sexuels, et des menaces contre un proche : deux signes forts de contrainte."),
    _("Sa condamnation pour usage"),
    _("Consommer ne rend pas complice. La dépendance est au contraire un moyen de tenir quelqu’un."),
    _("Un malaise au deuxième étage"),
    _(
        "Vous intervenez pour un malaise dans un deux-pièces loué à la semaine. Il y a quatre matelas au sol, un seul sac, et presque aucune affaire personnelle. Une caméra est tournée vers l’intérieur, au-dessus de la porte de la chambre. Un homme se présente comme un cousin et répond à toutes vos questions à la place de la patiente. En bas, un deuxième homme attend au volant d’une voiture, moteur en marche. La patiente connaît son adresse et la date du jour."
    ),
    _(
        "Caméra, réponses à sa place, homme qui attend : trois signes d’emprise qui se renforcent. Les matelas, seuls, ne diraient que la pauvreté."
    ),
    _("L’appartement en désordre"),
    _("Un logement sale ou en désordre ne dit rien de l’exploitation."),
    _("Un départ de feu chez des saisonniers"),
    _(
        "Une poêle a pris feu dans un logement loué par cinq ouvriers et ouvrières agricoles. Cinq matelas sont posés par terre dans deux pièces. Chacun répond pour lui-même, montre ses papiers et vous tend ses clés. Sur la table de nuit d’une jeune femme, une boîte de préservatifs. Il n’y a ni caméra, ni grosse somme d’argent, et personne n’attend dehors."
    ),
    _("Un logement trop petit peut appeler d’autres aides, mais rien ici ne montre qu’un tiers tient ces personnes."),
    _("La boîte de préservatifs"),
    _(
        "Des listes d’experts les citent ; aucun test ne l’a confirmé, et Maillon ne les retient pas. Avoir des préservatifs, un ou plusieurs, c’est se protéger."
    ),
    _("Ils logent ensemble, mais travaillent dans les champs : ce n’est pas vivre là où l’on travaille."),
    _("Au guichet des titres de séjour"),
    _(
        "Soraya, 29 ans, vient au guichet accompagnée d’un homme qui porte le dossier et son passeport. Il dit qu’il le garde pour elle, par sécurité. Pendant qu’il est au téléphone, elle vous glisse, vite et tout bas, qu’on lui avait promis un emploi de vendeuse, qui n’existait pas. Elle loge chez cet homme, et lui remet chaque semaine ce qu’elle reçoit. Elle parle bien français et sait où elle est."
    ),
    _(
        "Papiers gardés et logement chez celui qui prend l’argent : deux signes forts d’emprise. La promesse fausse dit comment cela a commencé."
    ),
    _("Son origine étrangère"),
    _("Aucune origine n’est un signe. En 2023, plus de la moitié des victimes repérées en France étaient françaises."),
    _("Elle parle vite et bas parce qu’il peut revenir : l’histoire ne dit pas qu’elle vous craint."),
    _("Au foyer, trois téléphones"),
    _(
        "Chloé, 15 ans, vit dans votre foyer depuis un an. Depuis un mois, elle ne réclame plus son argent de poche. Vous trouvez deux téléphones neufs dont personne ne connaît l’origine ; elle a crié quand un éducateur en a pris un. Le vendredi, une voiture l’attend au coin de la rue, avec un homme d’une trentaine d’années. Elle n’a jamais fugué, et ses notes sont bonnes."
    ),
    _(
        "Aucun mot n’a été dit, et pourtant tout va dans le même sens. Bien travailler à l’école et ne pas fuguer ne protège pas."
    ),
    _("L’absence de fugue rassure à tort : une mineure exploitée peut rentrer tous les soirs."),
    _("Aux urgences, il ne sort pas"),
    _(
        "Nadia, 31 ans, arrive aux urgences pour un poignet cassé. Elle dit être tombée dans un escalier, puis d’un vélo. L’homme qui l’accompagne répond pour elle et refuse de quitter le box. Les prises de sang montrent plusieurs produits ; elle murmure que c’est lui qui les lui donne, tous les jours. Seule avec l’infirmière, elle ajoute que « les rendez-vous remboursent » ce qu’il lui avance. Elle sait très bien dans quelle ville elle est."
    ),
    _(
        "La dette remboursée par des rendez-vous et les produits fournis sont des signes de contrainte ; le récit qui ne tient pas les renforce."
    ),
    _("Sa consommation de produits"),
    _("Consommer n’est pas le signe : c’est que quelqu’un d’autre fournit et fait payer."),
    _("Un premier dépistage"),
    _(
        "Emma, 17 ans, vient au centre de santé demander un dépistage. C’est la première fois ; elle vient avec son petit ami du lycée, qui attend volontiers dehors. Elle est triste depuis deux semaines : ses parents se séparent, elle dort mal. Elle est très maquillée et porte des talons hauts. L’examen ne montre aucune blessure, et elle parle de sa relation avec ses mots à elle."
    ),
    _(
        "Demander un dépistage, une fois, est une démarche de santé. Sa tristesse a une cause qu’elle nomme et mérite une écoute."
    ),
    _("Le signe parle de demandes répétées. Une première demande montre qu’elle prend soin d’elle."),
    _("Le maquillage et les talons"),
    _("L’apparence d’une adolescente n’est pas un signe ; la juger la ferait taire."),
    _("Une élève qui décroche"),
    _(
        "Jade, en seconde, manque un jour sur deux depuis la rentrée. Elle change de téléphone chaque mois et paie pour tout le monde, sans que sa mère sache d’où vient l’argent. Une camarade vous montre qu’une ancienne élève lui a proposé, en ligne, « de l’argent facile, comme Jade ». À seize heures, une voiture inconnue l’attend devant le lycée. Vous n’avez vu aucune trace de coups."
    ),
    _(
        "Argent sans origine, proposition d’une camarade, voiture inconnue, absences : ensemble, ces signes suffisent pour une mineure."
    ),
    _("L’absence de coups"),
    _("Ne pas voir de blessure ne rassure pas : la contrainte passe souvent par les cadeaux ou la peur."),
    _("Une tenue qui fait parler"),
    _(
        "En salle des professeurs, on parle de Manon, 14 ans, à cause de ses hauts courts et de son rouge à lèvres. Elle sort avec un garçon de troisième, du même collège. Son téléphone neuf est un cadeau de sa grand-mère, qui l’a dit à la vie scolaire. Elle a manqué plusieurs lundis depuis janvier ; sa mère a appelé chaque fois pour des migraines. Ses amies sont les mêmes que l’an dernier, et elle n’a qu’un téléphone."
    ),
    _(
        "Une tenue, une rumeur et un petit ami du même âge ne sont pas des signes. Les absences répétées, elles, se regardent avec la famille et l’infirmière."
    ),
    _("Les hauts courts et le rouge à lèvres"),
    _("La tenue d’une adolescente ne dit rien de l’exploitation, et la rumeur peut lui nuire longtemps."),
    _("Le signe parle de biens dont personne ne connaît l’origine. Ici, la grand-mère l’a dite."),
    _("Pendant la maraude"),
    _(
        "Vous rencontrez Blessing, 23 ans, pour la troisième fois en maraude. Une femme la surveille de loin et l’appelle dès que vous parlez plus d’une minute. Blessing dit qu’elle doit encore vingt mille euros pour son voyage, et qu’on menace sa mère. Elle remet presque tout ce qu’elle gagne, chaque matin. Elle dort chez cette femme, à qui elle paie son lit. Elle tousse depuis des semaines et n’a pas vu de médecin. Ses papiers sont sur elle, dit-elle."
    ),
    _(
        "Surveillée, et logée par celle qui prend l’argent : deux signes forts d’emprise, avec une dette et des menaces. C’est une femme : l’exploitation n’a pas de visage."
    ),
    _("Les préservatifs qu’elle vous demande"),
    _("Des listes d’experts les citent sans que rien ne l’ait confirmé. En demander, c’est se protéger."),
    _("Elle exerce seule"),
    _(
        "Carole, 41 ans, appelle votre permanence pour une question d’impôts. Elle se prostitue depuis dix ans, par annonces, dans son propre logement. Elle écrit son numéro en lettres, pour ne plus être harcelée par des démarcheurs. Elle garde son argent, ses papiers et son agenda, et refuse qui elle veut. Elle n’a de dette envers personne et n’a peur de personne. Elle achète ses préservatifs par boîtes de cent."
    ),
    _(
        "Un numéro caché est un vrai signe, mais seul il ne suffit pas ; elle l’explique, et rien ne montre un tiers. Répondez à sa question."
    ),
    _("Les boîtes de préservatifs"),
    _(
        "Des listes d’experts les citent sans que rien ne l’ait confirmé. Les lire comme un signe pousserait à ne plus se protéger."
    ),
    _("La chambre 12"),
    _(
        "La chambre 12 a été réservée le soir même, pour deux nuits, comme les deux semaines précédentes. La jeune femme qui l’occupe paraît 17 ou 18 ans ; vous ne savez pas. Des hommes différents montent et redescendent au bout de vingt minutes, jusque dans la nuit. Elle refuse le ménage et demande du linge trois fois par jour. Elle est venue seule à l’accueil et a payé avec sa propre carte."
    ),
    _(
        "Visites brèves, linge, réservations qui se répètent : ces signes se renforcent. En cas de doute sur l’âge, elle est traitée comme mineure."
    ),
    _("Elle est seule et paie elle-même"),
    _("Cela n’exclut rien : celui qui organise reste souvent hors de vue."),
    _("Une troupe en tournée"),
    _(
        "Une société de spectacle réserve et paie six chambres pour trois nuits. Les artistes, trois femmes et trois hommes, repartent ensuite vers un autre département. Ils rentrent tard, en tenue de scène, parfois très voyante. Le régisseur répond au téléphone à chaque appel, et chacun passe à l’accueil prendre sa clé. Le ménage se fait chaque matin ; il n’y a pas d’autres visites."
    ),
    _(
        "Un paiement par l’employeur et un court séjour sont des signes faibles, de deux sortes différentes : ils ne s’additionnent pas."
    ),
    _("Les tenues de scène"),
    _("Des listes d’experts citent la tenue ; aucun test ne l’a confirmé, et Maillon ne la retient pas."),
    _("Au club de handball"),
    _(
        "Vous entraînez Sarah, 16 ans, au club de handball. Elle répond sans arrêt à des inconnus sur son téléphone, et quitte l’entraînement pour des rendez-vous pris en ligne. Elle a offert un sac de marque à une coéquipière ; chez elle, dit-elle, personne ne sait. Deux hommes plus âgés viennent la chercher, jamais les mêmes. Ses parents disent qu’elle rentre toujours dormir."
    ),
    _(
        "Inconnus, cadeaux sans origine, hommes plus âgés : pour une mineure, cela suffit pour passer le relais, sans attendre de certitude."
    ),
    _("Elle passe beaucoup de temps sur son téléphone"),
    _("Comme presque tous les jeunes de son âge. Le signe est dans les inconnus et les rendez-vous, pas dans l’écran."),
    _("Une dette réglée"),
    _(
        "Léa, 17 ans, suivie par votre service, fume du cannabis depuis l’été. Elle devait soixante euros à une voisine du quartier ; sa sœur les a payés et l’affaire est close. Vous lui demandez seule à seule si on lui a réclamé autre chose : non, et elle rit de la question. Elle voit toujours ses amies et rentre à l’heure. Elle vient d’acheter des bottes avec son salaire d’été, fiche de paie à l’appui."
    ),
    _(
        "La consommation d’une mineure appelle une aide, mais rien ne la relie ici à une exploitation. Une dette d’argent n’est pas une dette d’actes."
    ),
    _("Le signe parle d’une dette remboursée par des actes sexuels. Celle-ci a été payée en argent, par sa sœur."),
    _("Les bottes neuves"),
    _("Un achat dont l’origine est connue n’est pas un signe."),
    _("Interroger la personne devant celui ou celle qui l’accompagne."),
    _("Elle ne pourra rien dire, et pourra le payer plus tard. Parlez-lui seule à seule, ou attendez de le pouvoir."),
    _("L’interroger d’abord sur ses papiers et sa situation."),
    _("La peur pour ses papiers est un des moyens de la tenir. Commencez par ce dont elle a besoin."),
    _("Transmettre son nom sans lui en parler, pour aller plus vite."),
    _(
        "C’est une adulte : son nom ne part pas sans son accord, sauf exception que la loi nomme. La confiance perdue ne revient pas."
    ),
    _("La traiter d’abord comme l’auteur d’une infraction."),
    _("La loi la considère comme victime : c’est l’achat qui est puni, jamais elle."),
    _("Répondre à l’annonce pour vérifier qui décroche."),
    _("Cela peut mettre la personne en danger, prévenir un organisateur et gêner une enquête."),
    _("Faire des captures et les envoyer autour de vous pour avertir."),
    _(
        "La personne serait exposée, peut-être pour toujours. Ne copiez ni image, ni texte : dites ce que vous avez vu à qui peut aider."
    ),
    _("Lui promettre de n’en parler à personne."),
    _("Vous ne pourriez pas tenir cette promesse. Dites plutôt ce que vous allez faire, et pourquoi."),
    _("Lui faire raconter tous les détails, pour être sûr."),
    _(
        "Faire répéter blesse et fragilise sa parole. Écoutez ce qu’elle dit d’elle-même ; d’autres sont formés pour l’entendre."
    ),
    _("Fouiller son téléphone pour lire les messages."),
    _("Enquêter n’est pas votre rôle : vous perdriez sa confiance, et des traces utiles. Ne gardez aucune image."),
    _("Attendre d’avoir une preuve avant d’en parler."),
    _("Personne ne vous demande de preuve. Le temps passé à en chercher profite à celui qui exploite."),
    _("Lui demander de quitter les lieux, pour que cela cesse."),
    _("Elle serait déplacée ailleurs, et personne ne saurait plus où. Elle est une victime présumée."),
    _("Entrer dans la chambre pour fouiller et comprendre."),
    _(
        "C’est dangereux pour elle et pour vous, et ce n’est pas votre rôle. Notez ce que vous voyez sans chercher plus."
    ),
    _("Pour une personne majeure, qu’est-ce qui suffit à s’inquiéter ?"),
    _("Un seul signe, s’il est fort"),
    _("Deux signes faibles de la même sorte"),
    _("Un signe fort et un autre, moyen ou faible, de la même sorte"),
    _("Lequel de ces éléments d’une annonce ne dit rien de l’exploitation, selon une étude ?"),
    _("Vous vous inquiétez pour une personne de 16 ans, sans urgence. À qui transmettre d’abord ?"),
    _("Je saurais repérer des signes qui comptent."),
    _("Je saurais quoi faire en premier, et à qui parler."),
)
