"""WSGI entry point of the `pro` process."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maillon.config.settings.pro")
application = get_wsgi_application()
