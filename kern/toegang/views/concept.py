"""Keep what somebody is typing: every ten seconds with script, by the button *Concept bewaren* without."""

from django.contrib import messages
from django.http import HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kern.toegang import concepten


@require_POST
def bewaren(request):
    pad = request.POST.get("_pad", "/")
    if not url_has_allowed_host_and_scheme(pad, allowed_hosts=None) or not pad.startswith("/"):
        pad = "/"
    if "_weg" in request.POST:
        concepten.verwijder(request.user, pad)
        messages.info(request, "Uw concept is weg.")
        return HttpResponseRedirect(pad)
    concept = concepten.bewaar(request.user.pk, pad, request.POST)
    if request.headers.get("Accept", "").startswith("application/json"):
        if concept is None:
            return JsonResponse({"fout": "Dit concept is leeg of te lang om te bewaren."})
        return JsonResponse({"bewaard": f"{timezone.localtime(concept.bewaard_op):%H:%M}"})
    messages.info(request, "Uw concept is bewaard." if concept else "Er viel niets te bewaren.")
    return HttpResponseRedirect(pad)
