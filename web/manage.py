#!/usr/bin/env python3
"""Command line of the web application, with the settings of the `pro` process unless the environment names others."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maillon.config.settings.pro")
    execute_from_command_line(sys.argv)
