# One image for web, worker, beat and migrate. The Python is that of the tests.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    STATIC_ROOT=/srv/static \
    DOCUMENTEN_MAP=/srv/documenten

RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin cimot \
    # A new volume takes over the owner and mode of the folder that it covers.
    && install --directory --owner cimot --mode 0700 /srv/documenten

WORKDIR /srv/cimot

# Apart from the code, so that a changed line of code does not install everything again.
COPY requirements/basis.txt requirements/basis.txt
RUN pip install --require-hashes -r requirements/basis.txt

COPY . .

# The settings must load; these values are in no layer's environment and open nothing.
RUN SECRET_KEY=build DATABASE_URL=postgres://build/build REDIS_URL=redis://build \
    BSN_SLEUTELS=1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    BSN_INDEXSLEUTELS=1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    python manage.py collectstatic --noinput --verbosity 0 \
    && python -m compileall -q config kern cimot indicaties aanbieders opvang uitstroom toezicht sturing

USER cimot
EXPOSE 8000
# The access log has the path without its query: what somebody searched for does not belong in a log.
CMD ["python", "-m", "gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", \
     "--worker-class", "gthread", "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-", \
     "--access-logformat", "%(h)s %(t)s %(m)s %(U)s %(s)s %(b)s %(L)s"]
