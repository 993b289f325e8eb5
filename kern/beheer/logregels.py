"""How errors are written to the log: without the row that the database refused."""

import logging
import re

_DETAIL = re.compile(r"^\s*(DETAIL|CONTEXT):.*$", re.MULTILINE)


class ZonderRij(logging.Formatter):
    """PostgreSQL repeats the refused row under DETAIL, names and all; a log may not hold it (L-72)."""

    def formatException(self, ei):
        return _DETAIL.sub("(detail left out)", super().formatException(ei))
