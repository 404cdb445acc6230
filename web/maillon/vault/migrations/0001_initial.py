import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="KeyPair",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "owner_kind",
                    models.CharField(
                        choices=[("member", "membre"), ("organisation", "organisation"), ("code", "code de suivi")],
                        max_length=20,
                    ),
                ),
                ("owner_id", models.UUIDField()),
                ("public_key", models.BinaryField(max_length=32)),
                ("created_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("retired_at", None)),
                        fields=("owner_kind", "owner_id"),
                        name="one_current_key_per_owner",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyShare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed", models.BinaryField()),
                ("created_at", models.DateTimeField()),
                (
                    "key_pair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shares", to="vault.keypair"
                    ),
                ),
                (
                    "member_key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shares_held", to="vault.keypair"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key_pair", "member_key"), name="one_share_per_member")
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedItem",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("subject_id", models.UUIDField(db_index=True)),
                ("envelope", models.BinaryField()),
                ("created_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_key", models.BinaryField()),
                ("created_at", models.DateTimeField()),
                (
                    "key_pair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="grants", to="vault.keypair"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grants", to="vault.sealeditem"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("item", "key_pair"), name="one_grant_per_key")],
            },
        ),
        migrations.CreateModel(
            name="MemberSecret",
            fields=[
                (
                    "key_pair",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="secret",
                        serialize=False,
                        to="vault.keypair",
                    ),
                ),
                ("salt", models.BinaryField(max_length=16)),
                ("opslimit", models.PositiveIntegerField()),
                ("memlimit", models.PositiveBigIntegerField()),
                ("wrapped", models.BinaryField()),
            ],
        ),
    ]
