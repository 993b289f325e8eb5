"""What needs the administrator: mail that keeps failing, a silent queue, a check that did not run."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from kern.beheer.views import gezondheid
from kern.models import Uitgaand
from kern.schermen.nummers import nummer
from kern.stukken import scannen
from kern.werk import uitgaand

PER_PAGINA = 50


class StoringLijst(PermissionRequiredMixin, ListView):
    """Oldest first; keyset on id."""

    permission_required = "storing.oplossen"
    raise_exception = True
    template_name = "kern/beheer/storing_lijst.html"

    def get_queryset(self):
        rijen = uitgaand.mislukt().select_related("gebruiker").order_by("id")
        if (na := nummer(self.request.GET.get("na", ""))) is not None:
            rijen = rijen.filter(id__gt=na)
        return rijen[: PER_PAGINA + 1]

    def get_context_data(self, **kwargs):
        rijen = list(self.object_list)
        volgende = f"?na={rijen[PER_PAGINA - 1].pk}" if len(rijen) > PER_PAGINA else None
        return super().get_context_data(
            object_list=rijen[:PER_PAGINA],
            titel="Storingen",
            stand=gezondheid.stand(),
            documenten_wachten=scannen.wacht_te_lang(timezone.now()),
            eerste_url=self.request.path if self.request.GET.get("na") else None,
            volgende_url=volgende,
            **kwargs,
        )


@require_POST
@permission_required("storing.oplossen", raise_exception=True)
def opnieuw(request, pk):
    bericht = get_object_or_404(Uitgaand, pk=pk)
    if uitgaand.opnieuw(bericht.pk):
        messages.success(request, "De e-mail gaat opnieuw op weg.")
    else:
        messages.info(request, "Deze e-mail staat niet meer stil. U hoeft niets te doen.")
    return redirect("storing_lijst")
