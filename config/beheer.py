"""The Django admin of this project: its own site, see kern/admin."""

from django.contrib.admin.apps import AdminConfig


class BeheerConfig(AdminConfig):
    default_site = "kern.beheer.site.Beheersite"
