"""Form fields for the way dates are written in the Netherlands."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kern.tijd.kalender import EERSTE_JAAR, LAATSTE_JAAR, MAANDEN, MAANDEN_KORT, WEEKDAGEN, datum_nl

VOORBEELD_DATUM = "02-11-2026"
VOORBEELD_TIJD = "14:30"

_WEEKDAG = rf"(?:(?P<weekdag>{'|'.join(f'{dag[:2]}|{dag}' for dag in WEEKDAGEN)})\.?,?\s+)?"
_VORMEN = [
    re.compile(_WEEKDAG + vorm, re.ASCII)
    for vorm in (
        r"(?P<dag>\d{1,2})\s*[-/. ]\s*(?P<maand>\d{1,2})\s*[-/. ]\s*(?P<jaar>\d+)",
        r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})",
        # Without separators, for a keypad that has only figures.
        r"(?P<dag>\d{2})(?P<maand>\d{2})(?P<jaar>\d{4})",
        r"(?P<dag>\d{1,2})[-\s]*(?P<maand>[a-z]{3,9})\.?[-\s]*(?P<jaar>\d+)",
    )
]
_TIJD = re.compile(r"(?P<uur>\d{1,2})[:.](?P<minuut>\d{2})(?::\d{2})?(?: uur)?", re.ASCII)
# No date is longer; anything that is would only keep the patterns busy.
_LANGST = 60


def lees_datum(tekst: str) -> date:
    """Read a date as people in the Netherlands type it, or say in Dutch what is wrong with it."""
    netjes = " ".join(tekst[:_LANGST].lower().split())
    for vorm in _VORMEN:
        if gevonden := vorm.fullmatch(netjes):
            break
    else:
        raise ValidationError(f"Dit is geen datum. Schrijf bijvoorbeeld {VOORBEELD_DATUM}.", "geen_datum")
    jaar, dag = _jaar(gevonden["jaar"]), int(gevonden["dag"])
    maand = _maand(gevonden["maand"])
    try:
        datum = date(jaar, maand, dag)
    except ValueError:
        raise ValidationError(
            f"{dag:02}-{maand:02}-{jaar} bestaat niet. Controleer de dag en de maand.", "bestaat_niet"
        ) from None
    weekdag = gevonden["weekdag"]
    if weekdag and not WEEKDAGEN[datum.weekday()].startswith(weekdag):
        tekst = f"{datum:%d-%m-%Y} is een {WEEKDAGEN[datum.weekday()]}. Controleer de datum."
        raise ValidationError(tekst, "weekdag")
    return datum


def _jaar(tekst: str) -> int:
    jaar = tekst.lstrip("0") or "0"
    if len(tekst) != 4 or len(jaar) != 4:
        getypt = jaar if len(tekst) <= 4 else tekst
        raise ValidationError(f"Het jaar {getypt} klopt niet. Gebruik vier cijfers, bijvoorbeeld 2026.", "jaar")
    if not EERSTE_JAAR <= int(jaar) <= LAATSTE_JAAR:
        raise ValidationError(
            f"Het jaar {jaar} klopt niet. Gebruik een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.",
            "jaar",
        )
    return int(jaar)


def _maand(tekst: str) -> int:
    if tekst.isdigit():
        return int(tekst)
    for nummer, (lang, kort) in enumerate(zip(MAANDEN, MAANDEN_KORT, strict=True), start=1):
        if tekst in (lang, kort, lang[:3], lang[:4]):
            return nummer
    raise ValidationError(f"De maand {tekst} is niet bekend. Schrijf bijvoorbeeld {VOORBEELD_DATUM}.", "maand")


class _DatumGrenzen:
    """What a date and a moment have in common: how they are typed, and how early or late they may be."""

    def __init__(self, *, mag_toekomst: bool = True, vroegst: date | Callable[[], date] | None = None, **opties):
        super().__init__(**opties)
        self.mag_toekomst = mag_toekomst
        self.vroegst = vroegst

    def widget_attrs(self, widget):
        return {"inputmode": "numeric", "autocomplete": "off", **super().widget_attrs(widget)}

    def _controleer_vroegst(self, datum: date) -> None:
        vroegst = self.vroegst() if callable(self.vroegst) else self.vroegst
        if vroegst and datum < vroegst:
            raise ValidationError(f"De datum mag niet voor {datum_nl(vroegst)} liggen.", "te_vroeg")


class DatumVeld(_DatumGrenzen, forms.DateField):
    """A date, typed as text; `mag_toekomst=False` refuses a day after today, `vroegst` an earlier one."""

    widget = forms.DateInput(format="%d-%m-%Y")
    default_error_messages = {"required": "Vul een datum in."}

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        return lees_datum(value) if value.strip() else None

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        self._controleer_vroegst(value)
        if not self.mag_toekomst and value > timezone.localdate():
            raise ValidationError("Deze datum ligt in de toekomst.", "toekomst")


class DatumTijdVeld(_DatumGrenzen, forms.DateTimeField):
    """A moment, typed as "02-11-2026 14:30" in local time; the value is aware."""

    widget = forms.DateTimeInput(format="%d-%m-%Y %H:%M")
    default_error_messages = {"required": "Vul een datum en een tijd in."}

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        if not value.strip():
            return None
        datum, tijd = self._splits(value)
        return _lokaal(datetime.combine(lees_datum(datum), tijd))

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        self._controleer_vroegst(timezone.localdate(value))
        if not self.mag_toekomst and value > timezone.now():
            raise ValidationError("Dit moment ligt in de toekomst.", "toekomst")

    @staticmethod
    def _splits(tekst: str) -> tuple[str, time]:
        # The time is the last part with a colon or a full stop in it; "T" is how browsers write it.
        gevonden = re.fullmatch(
            r"(?P<datum>.*?\d)(?:\s*,?\s+(?:om\s+)?|[tT])(?P<tijd>\d{1,2}[:.].*)", tekst[:_LANGST].strip()
        )
        if not gevonden:
            lees_datum(tekst)
            raise ValidationError(f"Vul ook de tijd in, bijvoorbeeld {VOORBEELD_DATUM} {VOORBEELD_TIJD}.", "geen_tijd")
        tijd = _TIJD.fullmatch(gevonden["tijd"].lower())
        if not tijd or int(tijd["uur"]) > 23 or int(tijd["minuut"]) > 59:
            raise ValidationError(
                f"{gevonden['tijd'][:20]} is geen tijd. Schrijf bijvoorbeeld {VOORBEELD_TIJD}.", "geen_tijd"
            )
        return gevonden["datum"], time(int(tijd["uur"]), int(tijd["minuut"]))


def _lokaal(moment: datetime) -> datetime:
    """Local time. Of the hour that comes twice in October the first is meant."""
    zone = timezone.get_current_timezone()
    lokaal = moment.replace(tzinfo=zone)
    if lokaal.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        raise ValidationError(f"{moment:%H:%M} bestaat niet op {moment:%d-%m-%Y}: toen ging de zomertijd in.", "zomertijd")
    return lokaal
