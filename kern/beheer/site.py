"""The Django admin: configuration, reference data, organisations, users and roles. No client, dossier or log."""

from functools import update_wrapper

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator

from kern.toegang.rechten import BEHEERMODELLEN


class Beheersite(admin.AdminSite):
    site_title = site_header = "Beheer van Cimot"
    index_title = "Instellingen, brieven, organisaties en gebruikers"
    enable_nav_sidebar = False
    # Logging in and out and passwords have their own pages; "view on site" would lead to any object by number.
    ZONDER = ("logout", "password_change", "password_change_done", "view_on_site")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only what the administrator keeps: packages bring pages of their own (groups, telephones, logs)."""
        modellen = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        eigen = [model for model in modellen if model._meta.label_lower in BEHEERMODELLEN]
        super().register(eigen, admin_class, **options)

    def has_permission(self, request):
        return request.user.is_authenticated and request.user.has_perm("beheer.openen")

    def get_urls(self):
        return [url for url in super().get_urls() if getattr(url, "name", None) not in self.ZONDER]

    def admin_view(self, view, cacheable=False):
        """Somebody who is logged in without the right is refused; the login page would not help him."""
        binnen = super().admin_view(view, cacheable)

        def bewaakt(request, *args, **kwargs):
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return binnen(request, *args, **kwargs)

        return update_wrapper(bewaakt, binnen)

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """One login page for everything, with its lock and its second step."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next") or reverse("admin:index"), reverse("inloggen"))
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect("admin:index")
