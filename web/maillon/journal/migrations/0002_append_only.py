"""Makes the journal append-only in the database itself, and opens its chains. PostgreSQL 15 or later, no extension."""

import hashlib
import hmac

from django.conf import settings
from django.db import migrations

CHAINS = 16

TRIGGERS = """
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE FUNCTION journal_chain_advances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    added bigint;
    last bigint;
BEGIN
    SELECT count(*), max(position) INTO added, last
        FROM journal_line WHERE chain_id = OLD.id AND position > OLD.length;
    -- Positions are unique, so as many lines as steps, ending at the new length, means one line at each step.
    IF NEW.id <> OLD.id OR NEW.length <= OLD.length OR added <> NEW.length - OLD.length OR last <> NEW.length THEN
        RAISE EXCEPTION 'chain % of the journal only moves forward, over lines that are there', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.head IS DISTINCT FROM
        (SELECT digest FROM journal_line WHERE chain_id = NEW.id AND position = NEW.length) THEN
        RAISE EXCEPTION 'the head of chain % is not its last line', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER journal_line_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_line
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_chain_stays BEFORE INSERT OR DELETE OR TRUNCATE ON journal_chain
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_chain_advances BEFORE UPDATE ON journal_chain
    FOR EACH ROW EXECUTE FUNCTION journal_chain_advances();
"""

UNDO = """
DROP TRIGGER journal_line_is_final ON journal_line;
DROP TRIGGER journal_chain_stays ON journal_chain;
DROP TRIGGER journal_chain_advances ON journal_chain;
DROP FUNCTION journal_refuse();
DROP FUNCTION journal_chain_advances();
"""


def open_chains(apps, schema_editor):
    """Empty chains carry a seal too, so that emptying one later shows."""
    key = str(settings.JOURNAL_KEY).encode()
    chain = apps.get_model("journal", "Chain")
    chain.objects.bulk_create(
        chain(id=number, length=0, head=b"", seal=hmac.digest(key, b"head|%d|0|" % number, hashlib.sha256))
        for number in range(CHAINS)
    )


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunPython(open_chains, migrations.RunPython.noop),
        migrations.RunSQL(TRIGGERS, UNDO),
    ]
