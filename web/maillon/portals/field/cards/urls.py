"""Addresses of the cards: what to say, what not to do, trade by trade."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
