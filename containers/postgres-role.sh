#!/bin/sh
# Once, when the database is made: the role that silos use. The migration gives it its rights, and none of them changes the schema.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$GRAINLINE_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE grainline LOGIN PASSWORD :'password';
SQL
