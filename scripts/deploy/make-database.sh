#!/bin/sh
# Runs once, in the new database container: what only a superuser can do. All else is the migration's, as the owner.
set -eu
: "${OWNER_PASSWORD:?set OWNER_PASSWORD, the password of who owns the tables}"
psql --no-psqlrc --set ON_ERROR_STOP=1 --set password="$OWNER_PASSWORD" --username postgres --dbname postgres <<'SQL'
CREATE ROLE diaodu_owner LOGIN CREATEROLE CREATEDB PASSWORD :'password';
CREATE DATABASE diaodu OWNER diaodu_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8';
SQL
