"""The entry of the web server."""

import os
import re

from django.core.wsgi import get_wsgi_application

from config import limits

limits.begin("web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_django = get_wsgi_application()
_TEKENSET = re.compile(r";\s*charset\s*\*?\s*=[^;]*", re.IGNORECASE)


def application(environ, start_response):
    """Everything is UTF-8. Another character set of a header would break Django before it can show an error page."""
    if "CONTENT_TYPE" in environ:
        environ["CONTENT_TYPE"] = _TEKENSET.sub("", environ["CONTENT_TYPE"])
    return _django(environ, start_response)
