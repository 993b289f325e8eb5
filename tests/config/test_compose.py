"""docker-compose.yml, .env.example and the settings name the same things, and no secret is written down."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from config.lokaal import postgres

ROOT = Path(__file__).resolve().parent.parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text()
SERVICES = yaml.safe_load(COMPOSE)["services"]
EXAMPLE = dict(line.split("=", 1) for line in (ROOT / ".env.example").read_text().splitlines() if line and line[0] != "#")
APPLICATION = ["web", "worker", "beat", "migrate"]
SECRET = re.compile("PASSWORD|KEY|SLEUTELS|EMAIL_URL")


def asked_by_settings():
    """Every first argument of env.<kind>("NAME", …)."""
    calls = [node for node in ast.walk(ast.parse((ROOT / "config/settings.py").read_text())) if is_environment(node)]
    return {call.args[0].value for call in calls}


def is_environment(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "env"
    )


@pytest.mark.parametrize("service", APPLICATION)
def test_application_gets_exactly_what_the_settings_ask(service):
    assert set(SERVICES[service]["environment"]) == asked_by_settings()


def test_example_names_exactly_what_compose_reads():
    assert set(EXAMPLE) == set(re.findall(r"\$\{(\w+)", COMPOSE))


def test_no_secret_is_written_down():
    assert [name for name, value in EXAMPLE.items() if SECRET.search(name) and value] == []
    for service in SERVICES.values():
        for name, value in service["environment"].items():
            if SECRET.search(name):
                assert re.search(r"\$\{\w+:\?\}", value), f"{name} has no required value from .env"


def test_only_migrate_connects_as_the_owner():
    owners = [name for name in APPLICATION if "cimot_owner" in SERVICES[name]["environment"]["DATABASE_URL"]]
    assert owners == ["migrate"]
    roles = (ROOT / "docker/postgres/10-roles.sh").read_text()
    assert "CREATE DATABASE cimot OWNER cimot_owner" in roles
    assert "CREATE ROLE cimot LOGIN PASSWORD" in roles


def test_database_has_the_same_locale_everywhere():
    assert " ".join(postgres.LOCALE) in SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]


def test_everything_that_stays_up_has_a_health_check():
    assert [name for name, service in SERVICES.items() if "healthcheck" not in service] == ["migrate"]


def test_image_runs_as_an_ordinary_user_with_what_is_pinned():
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert re.findall(r"^USER (.+)$", dockerfile, re.M) == ["cimot"]
    assert "--require-hashes -r requirements/basis.txt" in dockerfile


def test_pinned_files_hold_no_address():
    for path in (ROOT / "requirements").glob("*.txt"):
        assert not re.search(r"://|^-|@ ", path.read_text(), re.M), path.name
