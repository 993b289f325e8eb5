"""What a test may cost, and which cost most.

Counted are the call and the fixtures of the test alone, not a world or a server that it shares. The measure is the
processor time of this process; of the time on the wall, in which a test waits for a database, a browser or a worker, a
quarter counts, so that one that only waits is seen too. Before a test is refused for its cost, the same sum is done as
on the machine that the budget was set on: what is slower now gets more time.
"""

import time

import pytest

HOOGSTENS = 2.0  # seconds
# How much longer the same work takes cold, or on a machine that also does something else.
SPELING = 2
# What the sum of `_traagheid` cost in seconds on two quiet cores.
IJKING = 0.042
DRUKTE = 4
# A real browser and a real worker are a reason by themselves.
ECHT = ("browser", "worker")
# Below this share a mark says nothing any more.
RUIM = 0.5
SLEUTEL = pytest.StashKey[float]()


def pytest_configure(config):
    config.addinivalue_line("markers", f"langzaam(reason): may cost more than {HOOGSTENS:.0f} s, and says why")
    config.pluginmanager.register(Begroting(), "begroting")


def _traagheid() -> float:
    """How many times slower this machine is at this moment; at least 1."""
    begin = time.perf_counter()
    sum(i * i % 7 for i in range(500_000))
    return max((time.perf_counter() - begin) / IJKING, 1)


class Meting:
    def __enter__(self):
        self._cpu, self._wand = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_):
        self.kosten = max(time.process_time() - self._cpu, (time.perf_counter() - self._wand) / DRUKTE)


class Begroting:
    def __init__(self):
        self.gezien = []

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef, request):
        with Meting() as meting:
            waarde = yield
        if fixturedef.scope == "function":
            self._tel(request.node, meting)
        return waarde

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        with Meting() as meting:
            waarde = yield
        self._tel(item, meting)
        return waarde

    @staticmethod
    def _tel(item, meting):
        item.stash[SLEUTEL] = item.stash.get(SLEUTEL, 0) + meting.kosten

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item):
        rapport = yield
        if rapport.when == "call" and rapport.passed:
            rapport.kosten, merk = item.stash.get(SLEUTEL, 0), item.get_closest_marker("langzaam")
            rapport.is_langzaam = merk is not None
            mag = (merk and merk.args) or any(item.get_closest_marker(naam) for naam in ECHT)
            if rapport.kosten > HOOGSTENS * SPELING and not mag and rapport.kosten > HOOGSTENS * SPELING * _traagheid():
                rapport.outcome = "failed"
                rapport.longrepr = (
                    f"It cost {rapport.kosten:.1f} s, and a test may cost {HOOGSTENS:.0f} s: make it cheaper, or mark it "
                    '@pytest.mark.langzaam("why"). See tests/begroting.py.'
                )
        return rapport

    def pytest_runtest_logreport(self, report):
        if report.when == "call" and hasattr(report, "kosten"):
            self.gezien.append((report.kosten, report.nodeid, report.is_langzaam))

    def pytest_terminal_summary(self, terminalreporter):
        if len(self.gezien) < 2:
            return
        terminalreporter.section("ten slowest")
        for kosten, naam, is_langzaam in sorted(self.gezien, reverse=True)[:10]:
            terminalreporter.line(f"{kosten:6.1f} s  {naam}{'  (langzaam)' if is_langzaam else ''}")
        for functie in self._overbodig():
            terminalreporter.line(f"The mark langzaam is not needed any more: {functie}")

    def _overbodig(self):
        """Of a parametrised test the most expensive case counts."""
        duurste = {}
        for kosten, naam, is_langzaam in self.gezien:
            if is_langzaam:
                functie = naam.split("[")[0]
                duurste[functie] = max(kosten, duurste.get(functie, 0))
        return sorted(functie for functie, kosten in duurste.items() if kosten < HOOGSTENS * RUIM)
