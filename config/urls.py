"""The URLs of the site: kernel first, then one prefix per domain app, the Django admin under /beheer/."""

from django.contrib import admin
from django.urls import include, path

handler400 = "kern.schermen.views.fouten.onjuist"
handler403 = "kern.schermen.views.fouten.verboden"
handler404 = "kern.schermen.views.fouten.onvindbaar"
handler500 = "kern.schermen.views.fouten.kapot"

urlpatterns = [
    path("", include("kern.urls")),
    path("", include("cimot.urls")),
    path("", include("aanbieders.urls")),
    path("beheer/", admin.site.urls),
]
