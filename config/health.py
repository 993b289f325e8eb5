"""Asks the web server of this container whether it lives; run by the health check in docker-compose.yml."""

import http.client
import os
import sys


def main():
    connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=5)
    # The server answers only under its own names.
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
    connection.request("GET", "/gezondheid/levend/", headers={"Host": host})
    if (status := connection.getresponse().status) != 200:
        sys.exit(f"the web server answers {status}")


if __name__ == "__main__":
    main()
