"""The one address of a doubt: answers travel in the form, never in an address."""

from django.urls import path

from maillon.portals.field.doubt.views import doubt

urlpatterns = [path("", doubt, name="doubt")]
