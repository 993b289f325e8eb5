"""The one clock of the tests: every test begins at ten o'clock on a day that is named, and time goes on from there.

`--vandaag 2027-03-28` runs everything as if on that day; a test that is about another day says so with
`@pytest.mark.vandaag("2026-11-30")`, with a time if it likes. Hooks and not a fixture, because a module that computes
a date while it is imported, and a fixture of a wider scope than one test, read the same clock.
"""

import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

GEWOON = "2026-11-25"  # a Wednesday without anything special
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# What is shared by tests was there before each of them began.
EERDER = timedelta(minutes=30)


def moment(tekst: str) -> datetime:
    """ "2026-11-30" (at ten) or "2026-11-30 23:59", in Amsterdam."""
    plaatselijk = datetime.fromisoformat(tekst if len(tekst) > 10 else f"{tekst} 10:00").replace(tzinfo=AMSTERDAM)
    return plaatselijk.astimezone(UTC)


def reis(begin: datetime) -> time_machine.travel:
    """From here on it is `begin`, and time goes on, until `stop`."""
    deze = time_machine.travel(begin.timestamp(), tick=True)
    deze.start()
    time.time()  # it goes on from the first time that it is asked
    return deze


@contextmanager
def op(dag: str):
    """For a while it is another day."""
    deze = reis(moment(dag))
    try:
        yield
    finally:
        deze.stop()


def pytest_addoption(parser):
    parser.addoption(
        "--vandaag", type=moment, default=moment(GEWOON), metavar="DAY", help="run everything as if on this day"
    )


def pytest_configure(config):
    config.addinivalue_line("markers", "vandaag(day): the day on which this test plays, because its facts have fixed dates")
    klok = Klok(config.getoption("vandaag"))
    config.pluginmanager.register(klok, "klok")
    config.add_cleanup(reis(klok.vandaag).stop)


def pytest_report_header(config):
    return f"vandaag: {config.getoption('vandaag').astimezone(AMSTERDAM):%Y-%m-%d %H:%M}"


class Klok:
    def __init__(self, vandaag):
        self.vandaag = self.begin = vandaag

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item):
        merk = item.get_closest_marker("vandaag")
        self.begin = moment(*merk.args) if merk else self.vandaag
        deze = reis(self.begin)
        try:
            return (yield)
        finally:
            deze.stop()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_fixture_setup(self, fixturedef):
        deze = reis(self.begin - EERDER) if fixturedef.scope != "function" else None
        try:
            return (yield)
        finally:
            if deze:
                deze.stop()
