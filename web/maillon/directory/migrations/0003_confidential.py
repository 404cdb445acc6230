"""A confidential service has no place: the database itself refuses one, whichever comes first."""

from django.db import migrations

TRIGGERS = """
CREATE FUNCTION directory_refuse_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    secret boolean;
BEGIN
    -- Locked, so that making it confidential at this moment waits for the place, and then finds it.
    SELECT is_confidential INTO secret FROM directory_service WHERE id = NEW.service_id FOR SHARE;
    IF secret THEN
        RAISE EXCEPTION 'a confidential service has no place' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION directory_refuse_confidential() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM directory_place WHERE service_id = NEW.id) THEN
        RAISE EXCEPTION 'a service with a place is not confidential' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER directory_no_secret_place BEFORE INSERT OR UPDATE ON directory_place
    FOR EACH ROW EXECUTE FUNCTION directory_refuse_place();
CREATE TRIGGER directory_no_place_of_a_secret BEFORE UPDATE ON directory_service
    FOR EACH ROW WHEN (NEW.is_confidential) EXECUTE FUNCTION directory_refuse_confidential();
"""

UNDO = """
DROP TRIGGER directory_no_secret_place ON directory_place;
DROP TRIGGER directory_no_place_of_a_secret ON directory_service;
DROP FUNCTION directory_refuse_place();
DROP FUNCTION directory_refuse_confidential();
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_services")]

    operations = [migrations.RunSQL(TRIGGERS, UNDO)]
