"""Addresses of signing in and out, and of joining. No code and no passphrase ever stands in one."""

from django.urls import path

from maillon.portals.pro.sign_in.views import choosing, demonstration, entering, joining, second_factor

urlpatterns = [
    path("connexion/", entering.sign_in, name="sign_in"),
    path("connexion/second-facteur/", second_factor.one_time_code, name="second_factor"),
    path("connexion/code-de-secours/", second_factor.recovery_code, name="recovery_code"),
    path("connexion/application/", second_factor.enrol, name="enrol"),
    path("connexion/organisation/", choosing.choose, name="choose_membership"),
    path("connexion/demonstration/", demonstration.demonstration, name="demo_sign_in"),
    path("deconnexion/", entering.sign_out, name="sign_out"),
    path("rejoindre/", joining.join, name="join"),
]
