import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_devices"),
        ("directory", "0004_zone_and_need"),
        ("exits", "0001_initial"),
        ("vault", "0002_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commission",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("founded_at", models.DateTimeField()),
                (
                    "prefecture",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="commission",
                        to="directory.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("quality", models.CharField(max_length=30)),
                ("position", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "commission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="seats", to="commission.commission"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("commission", "position"), name="seats_stand_in_order"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at", None), ("ended_at__gte", models.F("opened_at")), _connector="OR"
                        ),
                        name="a_seat_ends_after_it_opened",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "held_as",
                    models.CharField(
                        choices=[("titular", "titulaire"), ("substitute", "suppléant ou suppléante")], max_length=20
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("named_at", models.DateTimeField()),
                ("pledged_at", models.DateTimeField(null=True)),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="mandates", to="accounts.membership"
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="mandates", to="commission.seat"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["membership", "ends_on"], name="commission__members_e44d72_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="a_mandate_ends_after_it_began",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("seat", "membership"),
                        name="one_open_mandate_each_and_seat",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("individual", "Demandes individuelles"),
                            ("policy", "Politique départementale"),
                            ("minors", "Coordination des parcours de mineurs"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "en préparation"),
                            ("convoked", "convoquée"),
                            ("open", "séance ouverte"),
                            ("closed", "close, procès-verbal à faire"),
                            ("minuted", "procès-verbal établi"),
                            ("lapsed", "sans quorum"),
                            ("cancelled", "annulée"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("held_at", models.DateTimeField()),
                ("remote", models.BooleanField(default=False)),
                ("convoked_at", models.DateTimeField(null=True)),
                (
                    "emergency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safety", "La sécurité d’une personne en dépend"),
                            ("path_ends", "Un parcours prendrait fin avant la prochaine séance"),
                            ("crisis", "Un événement dans le département demande une réponse immédiate"),
                        ],
                        max_length=20,
                    ),
                ),
                ("opened_at", models.DateTimeField(null=True)),
                ("files_shut_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("minuted_at", models.DateTimeField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "commission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="sessions",
                        to="commission.commission",
                    ),
                ),
                (
                    "minutes",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "second_of",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="second",
                        to="commission.session",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["commission", "-held_at"], name="commission__commiss_dac043_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("convoked", "open", "closed", "minuted", "lapsed")), _negated=True),
                            ("convoked_at__isnull", False),
                            _connector="OR",
                        ),
                        name="members_were_told_before",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opened_at__isnull", False), ("state__in", ("open", "closed", "minuted"))),
                            models.Q(
                                models.Q(("state__in", ("open", "closed", "minuted")), _negated=True),
                                ("opened_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="what_was_opened_is_dated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("closed", "minuted")), _negated=True),
                            models.Q(("ended_at__isnull", False), ("files_shut_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_closed_meeting_shuts_its_files",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("minuted_at__isnull", False), ("state", "minuted")),
                            models.Q(
                                models.Q(("state", "minuted"), _negated=True), ("minuted_at", None), ("minutes", None)
                            ),
                            _connector="OR",
                        ),
                        name="minutes_come_last",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "topic",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("review", "Bilan de l’année"),
                            ("strategy", "Stratégie du département"),
                            ("reperage", "Repérage et aller vers"),
                            ("shelter", "Mise à l’abri et logement"),
                            ("health", "Santé"),
                            ("rights", "Accès aux droits, emploi, ressources"),
                            ("minors", "Mineurs\xa0: prévention et protection"),
                            ("buyers", "Prévention auprès des acheteurs, stages"),
                            ("networks", "Lutte contre le proxénétisme et la traite"),
                            ("training", "Formation des professionnels"),
                            ("rules", "Fonctionnement de la commission"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="agenda_items",
                        to="exits.request",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="commission.session"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("session", "position"), name="points_stand_in_order"),
                    models.UniqueConstraint(fields=("session", "request"), name="a_request_once_a_meeting"),
                    models.UniqueConstraint(
                        condition=models.Q(("topic", ""), _negated=True),
                        fields=("session", "topic"),
                        name="a_topic_once_a_meeting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("request", None), models.Q(("topic", ""), _negated=True)),
                            models.Q(("request__isnull", False), ("topic", "")),
                            _connector="OR",
                        ),
                        name="a_point_is_a_request_or_a_topic",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recusal",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("presents", "Son association présente la demande"),
                            ("interest", "Elle ou il y a un intérêt personnel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("noted_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="recusals", to="commission.agendaitem"
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="commission.seat"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("item", "seat"), name="kept_from_a_point_once")],
            },
        ),
        migrations.CreateModel(
            name="Proxy",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("given_at", models.DateTimeField()),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="commission.seat"
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="commission.seat"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proxies", to="commission.session"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("session", "giver"), name="one_proxy_given_each"),
                    models.CheckConstraint(
                        condition=models.Q(("giver", models.F("holder")), _negated=True), name="a_proxy_goes_to_another"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "mode",
                    models.CharField(choices=[("on_site", "dans la salle"), ("remote", "à distance")], max_length=20),
                ),
                ("arrived_at", models.DateTimeField()),
                ("left_at", models.DateTimeField(null=True)),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="commission.mandate"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="commission.seat"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="commission.session"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("left_at", None)),
                        fields=("session", "seat"),
                        name="nobody_sits_on_two_chairs",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_at", None), ("left_at__gte", models.F("arrived_at")), _connector="OR"
                        ),
                        name="who_leaves_had_come",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="opinion",
                        serialize=False,
                        to="commission.agendaitem",
                    ),
                ),
                (
                    "sense",
                    models.CharField(
                        choices=[("favourable", "avis favorable"), ("unfavourable", "avis défavorable")], max_length=20
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[("consensus", "sans vote, personne ne s’y opposant"), ("vote", "par un vote")],
                        max_length=20,
                    ),
                ),
                ("in_favour", models.PositiveSmallIntegerField(null=True)),
                ("against", models.PositiveSmallIntegerField(null=True)),
                ("abstained", models.PositiveSmallIntegerField(null=True)),
                (
                    "chair_vote",
                    models.CharField(
                        blank=True,
                        choices=[("for", "pour"), ("against", "contre"), ("abstained", "abstention")],
                        max_length=20,
                    ),
                ),
                ("casting", models.BooleanField(default=False)),
                ("given_at", models.DateTimeField()),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "words",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("abstained__isnull", False),
                                ("against__isnull", False),
                                ("how", "vote"),
                                ("in_favour__isnull", False),
                            ),
                            models.Q(
                                ("abstained", None),
                                ("against", None),
                                ("casting", False),
                                ("chair_vote", ""),
                                ("how", "consensus"),
                                ("in_favour", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_vote_is_counted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("casting", False),
                            models.Q(("chair_vote__in", ["for", "against"]), ("in_favour", models.F("against"))),
                            _connector="OR",
                        ),
                        name="who_presides_decides_an_even_vote_alone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dissent",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("asked_at", models.DateTimeField()),
                (
                    "words",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="commission.mandate"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="commission.seat"
                    ),
                ),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dissents", to="commission.opinion"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("opinion", "seat"), name="one_disagreement_each")],
            },
        ),
    ]
