"""The trigger that lets a chain move on is planned once a connection: planning it anew for the numbers of each call took
longer than running it. Whatever the numbers are, the lines are found by the index on chain and position.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("journal", "0005_accompaniment")]

    operations = [
        migrations.RunSQL(
            "ALTER FUNCTION journal_chain_advances() SET plan_cache_mode = force_generic_plan",
            "ALTER FUNCTION journal_chain_advances() RESET plan_cache_mode",
        ),
    ]
