#!/bin/sh
# Runs once, when the volume is new: the owner of the schema and the application's role, which owns nothing.
set -eu

psql --set ON_ERROR_STOP=1 --username postgres --dbname postgres <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv application_password APPLICATION_PASSWORD
CREATE ROLE cimot_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE cimot LOGIN PASSWORD :'application_password';
CREATE DATABASE cimot OWNER cimot_owner;
REVOKE ALL ON DATABASE cimot FROM PUBLIC;
GRANT CONNECT ON DATABASE cimot TO cimot;

\connect cimot
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO cimot;
-- For every table and sequence that a migration will make. Which tables only grow is refused by a migration.
ALTER DEFAULT PRIVILEGES FOR ROLE cimot_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cimot;
ALTER DEFAULT PRIVILEGES FOR ROLE cimot_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO cimot;
SQL
