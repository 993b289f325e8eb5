"""A period: people say its first and its last day, PostgreSQL keeps a half-open range that constraints stand on.

The one place that adds or takes away the day between the two.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.fields import DateRangeField
from django.db.backends.postgresql.psycopg_any import DateRange

from kern.tijd.kalender import datum_nl

_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Periode:
    """From and including `vanaf`, up to and including `tot`; without `tot` it goes on."""

    vanaf: date
    tot: date | None = None

    @classmethod
    def tot_dag(cls, vanaf: date, dag: date | None) -> "Periode":
        """Up to a day that is not in it any more: the first day of what comes after."""
        return cls(vanaf, dag - _EEN_DAG if dag else None)

    @classmethod
    def van_bereik(cls, bereik: DateRange) -> "Periode":
        return cls.tot_dag(bereik.lower, bereik.upper)

    @property
    def bereik(self) -> DateRange:
        return DateRange(self.vanaf, self.tot + _EEN_DAG if self.tot else None, "[)")

    def __str__(self):
        """ "van ma 1 feb 2027 tot en met wo 31 jan 2029", or "vanaf ma 1 feb 2027"."""
        if self.tot is None:
            return f"vanaf {datum_nl(self.vanaf)}"
        return f"van {datum_nl(self.vanaf)} tot en met {datum_nl(self.tot)}"

    def __contains__(self, dag: date) -> bool:
        return self.vanaf <= dag and not self.is_voorbij(dag)

    def is_voorbij(self, dag: date) -> bool:
        return self.tot is not None and self.tot < dag

    def raakt(self, ander: "Periode") -> bool:
        """Whether they share a day."""
        return (self.tot is None or ander.vanaf <= self.tot) and (ander.tot is None or self.vanaf <= ander.tot)

    def rest(self, dag: date) -> "Periode":
        """What is left of it from a day on."""
        return Periode(max(self.vanaf, dag), self.tot)


class PeriodeVeld(DateRangeField):
    """Gives and takes a `Periode`. To migrations and to lookups it is the range field that it stands on."""

    def deconstruct(self):
        naam, _, args, kwargs = super().deconstruct()
        return naam, "django.contrib.postgres.fields.ranges.DateRangeField", args, kwargs

    def from_db_value(self, waarde, expression, connection):
        # An empty range, or one without a beginning, is no period: constraints keep those out.
        return Periode.van_bereik(waarde) if waarde is not None and waarde.lower is not None else waarde

    def get_prep_value(self, waarde):
        return super().get_prep_value(waarde.bereik if isinstance(waarde, Periode) else waarde)
