"""WSGI entry point of the `public` process."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maillon.config.settings.public")
application = get_wsgi_application()
