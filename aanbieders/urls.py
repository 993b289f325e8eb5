"""URLs of the providers. Every action of a table has one: `<soort>/<pk>/<actie>/`, named `<soort>_<actie>`."""

from django.urls import path

from aanbieders.views import aanbieder, gesprek, tarief, toelating

_ACTIES = (*toelating.ACTIES, *gesprek.ACTIES)


def _pad(view):
    actie = view.actie.__name__
    return path(f"{view.soort}/<int:pk>/{actie}/", view.as_view(), name=f"{view.soort}_{actie}")


urlpatterns = [
    path("toelating/", toelating.ToelatingLijst.as_view(), name="toelating_lijst"),
    path("toelating/nieuw/", toelating.ToelatingNieuw.as_view(), name="toelating_nieuw"),
    path("toelating/<int:pk>/", toelating.ToelatingDetail.as_view(), name="toelating_detail"),
    *[_pad(view) for view in _ACTIES],
    *aanbieder.urlpatterns,
    *tarief.urlpatterns,
]
