-- What Prisma's schema cannot say: spans that may not overlap, who may see which district, who may write what, the audit.

CREATE EXTENSION IF NOT EXISTS btree_gist;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO diaodu_app, diaodu_read, diaodu_auth, diaodu_audit;

-- ── What a row must be, whoever writes it ────────────────────────────────────────────────────────────────────────
ALTER TABLE installation ADD CONSTRAINT installation_single CHECK (id = 1);
ALTER TABLE district
  ADD CONSTRAINT district_city_is_its_own CHECK ((kind = 'city') = (id = city_id)),
  ADD CONSTRAINT district_named CHECK (btrim(name) <> '' AND btrim(short_name) <> '');
CREATE UNIQUE INDEX district_name_in_use ON district (city_id, name) WHERE retired_on IS NULL;
CREATE INDEX district_city ON district (city_id);

ALTER TABLE unit ADD CONSTRAINT unit_named CHECK (btrim(name) <> ''),
  ADD CONSTRAINT unit_merged_is_retired CHECK (merged_into_id IS NULL OR retired_on IS NOT NULL),
  ADD CONSTRAINT unit_not_merged_into_itself CHECK (merged_into_id IS DISTINCT FROM id);
CREATE UNIQUE INDEX unit_name_in_use ON unit (district_id, name) WHERE retired_on IS NULL;

ALTER TABLE cadre ADD CONSTRAINT cadre_named CHECK (btrim(name) <> '');
ALTER TABLE enterprise ADD CONSTRAINT enterprise_uscc_form CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$');

ALTER TABLE account
  ADD CONSTRAINT account_login_form CHECK (login = lower(login) AND login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  ADD CONSTRAINT account_enterprise_by_role CHECK ((role = 'enterprise') = (enterprise_id IS NOT NULL));

-- The only reference here that may leave its district: who set a setting is of the district or of its city.
ALTER TABLE district_setting ADD CONSTRAINT district_setting_set_by_own_or_city CHECK (set_by_district_id IN (district_id, city_id));
ALTER TABLE step_event ADD CONSTRAINT step_event_actor_own_or_city
  CHECK (actor_district_id IS NULL OR actor_district_id IN (district_id, city_id));

-- ── Spans: from the first day to the first day after; at most one holds on any day. One that was ended on its first day held on none. ──
ALTER TABLE district_setting ADD CONSTRAINT district_setting_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT district_setting_one_a_day EXCLUDE USING gist (district_id WITH =, key WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE cadre_post ADD CONSTRAINT cadre_post_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT cadre_post_one_a_day EXCLUDE USING gist (district_id WITH =, cadre_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE enterprise_whitelisting ADD CONSTRAINT enterprise_whitelisting_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT enterprise_whitelisting_one_a_day EXCLUDE USING gist (district_id WITH =, enterprise_id WITH =, daterange(from_on, to_on) WITH &&);

-- ── The second net: rows of other districts are not there ────────────────────────────────────────────────────────
-- The read and the write wrapper set both inside their transaction; nothing set shows nothing.
CREATE FUNCTION app_districts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.districts', true), '')::uuid[], '{}'::uuid[]);
CREATE FUNCTION app_city() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.city', true), '')::uuid;

-- Every table with a district_id goes through here; `migrate` refuses a table that did not.
-- writing: 'change' (insert and update), 'append' (insert only), 'none'. There is no delete.
CREATE FUNCTION scope_table(name text, writing text DEFAULT 'change') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY own_district ON %I USING (district_id = ANY ((SELECT app_districts())::uuid[])) WITH CHECK (district_id = ANY ((SELECT app_districts())::uuid[]))', name);
  EXECUTE format('GRANT SELECT ON %I TO diaodu_app, diaodu_read', name);
  IF writing IN ('append', 'change') THEN EXECUTE format('GRANT INSERT ON %I TO diaodu_app', name); END IF;
  IF writing = 'change' THEN EXECUTE format('GRANT UPDATE ON %I TO diaodu_app', name); END IF;
END $$;
REVOKE EXECUTE ON FUNCTION scope_table(text, text) FROM PUBLIC;

-- A district's people also read these of their city.
CREATE FUNCTION show_city_rows(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY city_rows ON %I FOR SELECT USING (district_id = (SELECT app_city()))', name);
END $$;
REVOKE EXECUTE ON FUNCTION show_city_rows(text) FROM PUBLIC;

SELECT scope_table(t) FROM unnest(ARRAY['unit', 'cadre', 'cadre_post', 'enterprise', 'enterprise_whitelisting', 'account',
  'session', 'api_token', 'calendar_day', 'district_setting', 'counter', 'outbox_message', 'idempotency_key']) AS t;
SELECT scope_table(t, 'append') FROM unnest(ARRAY['step_event', 'audit_export']) AS t;
SELECT scope_table(t, 'none') FROM unnest(ARRAY['audit_entry', 'audit_seal', 'audit_pending']) AS t;
SELECT show_city_rows(t) FROM unnest(ARRAY['unit', 'cadre', 'calendar_day', 'district_setting']) AS t;

ALTER TABLE district ENABLE ROW LEVEL SECURITY;
ALTER TABLE district FORCE ROW LEVEL SECURITY;
CREATE POLICY own_district ON district USING (id = ANY ((SELECT app_districts())::uuid[])) WITH CHECK (id = ANY ((SELECT app_districts())::uuid[]));
CREATE POLICY city_rows ON district FOR SELECT USING (id = (SELECT app_city()));
-- A city admin adds a district of their city: its new id cannot be among the districts known when they signed in.
CREATE POLICY added_by_city ON district FOR INSERT WITH CHECK (city_id = (SELECT app_city()) AND city_id = ANY ((SELECT app_districts())::uuid[]));
GRANT SELECT, INSERT, UPDATE ON district TO diaodu_app;
GRANT SELECT ON district TO diaodu_read;

GRANT SELECT ON installation TO diaodu_app, diaodu_read;
GRANT SELECT, INSERT, UPDATE ON nightly_run TO diaodu_app;

-- ── The audit: the app may only call these ───────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT ON audit_entry, audit_seal TO diaodu_audit;
GRANT SELECT, INSERT, DELETE ON audit_pending TO diaodu_audit;
GRANT SELECT ON district TO diaodu_audit;
CREATE POLICY writer ON audit_entry TO diaodu_audit USING (true) WITH CHECK (true);
CREATE POLICY writer ON audit_seal TO diaodu_audit USING (true) WITH CHECK (true);
CREATE POLICY writer ON audit_pending TO diaodu_audit USING (true) WITH CHECK (true);

CREATE FUNCTION audit_write(entries jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH written AS (
    INSERT INTO audit_entry (district_id, id, at, actor_district_id, actor_id, actor_name, actor_role, via, address, request_id,
                             action, outcome, kind, subject_id, before, after, note)
    SELECT (e->>'districtId')::uuid, uuidv7(), clock_timestamp(), (e->>'actorDistrictId')::uuid, (e->>'actorId')::uuid, e->>'actorName',
           e->>'actorRole', e->>'via', e->>'address', e->>'requestId', e->>'action', e->>'outcome', e->>'kind', e->>'subjectId',
           nullif(e->'before', 'null'::jsonb), nullif(e->'after', 'null'::jsonb), e->>'note'
    FROM jsonb_array_elements(entries) AS e
    RETURNING district_id, id)
  INSERT INTO audit_pending (district_id, entry_id) SELECT district_id, id FROM written;
$$;

-- Goes on with one district's chain; refuses seals that do not follow its last one.
CREATE FUNCTION audit_append_seals(district uuid, seals jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tip audit_seal%ROWTYPE;
  s jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit-seal:' || district::text, 0));
  SELECT * INTO tip FROM audit_seal WHERE district_id = district ORDER BY seq DESC LIMIT 1;
  FOR s IN SELECT * FROM jsonb_array_elements(seals) LOOP
    IF (s->>'seq')::bigint <> coalesce(tip.seq, 0) + 1 OR s->>'previousHash' <> coalesce(tip.hash, '') THEN
      RAISE EXCEPTION 'seal % does not follow the chain of district %', s->>'seq', district USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO audit_seal (district_id, seq, entry_id, algorithm, previous_hash, hash, sealed_at)
    VALUES (district, (s->>'seq')::bigint, (s->>'entryId')::uuid, s->>'algorithm', s->>'previousHash', s->>'hash', clock_timestamp())
    RETURNING * INTO tip;
    DELETE FROM audit_pending WHERE district_id = district AND entry_id = (s->>'entryId')::uuid;
  END LOOP;
END $$;

-- ── Before anybody is known: the few look-ups that no district bounds, each as narrow as its use ─────────────────
GRANT SELECT ON account, session, api_token, district, cadre, installation TO diaodu_auth;
GRANT SELECT, DELETE ON idempotency_key TO diaodu_auth;
CREATE POLICY narrow ON account FOR SELECT TO diaodu_auth USING (true);
CREATE POLICY narrow ON session FOR SELECT TO diaodu_auth USING (true);
CREATE POLICY narrow ON api_token FOR SELECT TO diaodu_auth USING (true);
CREATE POLICY narrow ON district FOR SELECT TO diaodu_auth USING (true);
CREATE POLICY narrow ON cadre FOR SELECT TO diaodu_auth USING (true);
CREATE POLICY narrow ON idempotency_key TO diaodu_auth USING (true);

CREATE TYPE found_actor AS (
  district_id uuid, account_id uuid, login text, name text, role role, cadre_id uuid, enterprise_id uuid, unit_id uuid,
  password_is_initial boolean, password_changed_at timestamptz, city_id uuid, district_kind district_kind, district_name text, district_ids uuid[],
  clock_offset_ms bigint, made_by_demo boolean);

CREATE FUNCTION auth_actor_of(district uuid, account uuid, password_due boolean DEFAULT false) RETURNS found_actor LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.district_id, a.id, a.login, a.name, a.role, a.cadre_id, a.enterprise_id, c.unit_id, a.password_is_initial OR password_due, a.password_changed_at,
         d.city_id, d.kind, d.name,
         CASE WHEN d.kind = 'city' THEN ARRAY(SELECT x.id FROM district x WHERE x.city_id = d.id ORDER BY x.id) ELSE ARRAY[d.id] END,
         coalesce(i.clock_offset_ms, 0), coalesce(i.made_by_demo, false)
  FROM account a JOIN district d ON d.id = a.district_id
  LEFT JOIN cadre c ON c.district_id = a.district_id AND c.id = a.cadre_id
  LEFT JOIN installation i ON true
  WHERE a.district_id = district AND a.id = account AND a.retired_on IS NULL AND d.retired_on IS NULL;
$$;

CREATE FUNCTION auth_find_login(wanted text)
  RETURNS TABLE (district_id uuid, account_id uuid, password_hash text, password_is_initial boolean, initial_used_at timestamptz, locked_until timestamptz, retired boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.district_id, a.id, a.password_hash, a.password_is_initial, a.initial_used_at, a.locked_until, a.retired_on IS NOT NULL OR d.retired_on IS NOT NULL
  FROM account a JOIN district d ON d.id = a.district_id WHERE a.login = lower(wanted);
$$;

CREATE FUNCTION auth_find_session(hash text) RETURNS TABLE (session_id uuid, last_seen_at timestamptz, actor found_actor)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.last_seen_at, auth_actor_of(s.district_id, s.account_id, s.password_due)
  FROM session s
  WHERE s.token_hash = hash AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => s.idle_minutes);
$$;

CREATE FUNCTION auth_find_token(hash text) RETURNS TABLE (token_id uuid, may_write boolean, last_used_at timestamptz, actor found_actor)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.may_write, t.last_used_at, auth_actor_of(t.district_id, t.account_id)
  FROM api_token t WHERE t.token_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now();
$$;

-- For jobs, and to give what has no tenant to a city's row: the oldest city comes first.
CREATE FUNCTION auth_list_districts() RETURNS TABLE (id uuid, city_id uuid, kind district_kind, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.city_id, d.kind, d.name FROM district d ORDER BY (d.kind <> 'city'), d.id;
$$;

CREATE FUNCTION auth_forget_idempotency_keys(before timestamptz) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM idempotency_key WHERE created_at < before RETURNING 1) SELECT count(*) FROM gone;
$$;

-- Their owners may do what the caller may not, and nothing else; creating in the schema is lent only for the change of owner.
GRANT CREATE ON SCHEMA public TO diaodu_audit, diaodu_auth;
ALTER FUNCTION audit_write(jsonb) OWNER TO diaodu_audit;
ALTER FUNCTION audit_append_seals(uuid, jsonb) OWNER TO diaodu_audit;
ALTER FUNCTION auth_actor_of(uuid, uuid, boolean) OWNER TO diaodu_auth;
ALTER FUNCTION auth_find_login(text) OWNER TO diaodu_auth;
ALTER FUNCTION auth_find_session(text) OWNER TO diaodu_auth;
ALTER FUNCTION auth_find_token(text) OWNER TO diaodu_auth;
ALTER FUNCTION auth_list_districts() OWNER TO diaodu_auth;
ALTER FUNCTION auth_forget_idempotency_keys(timestamptz) OWNER TO diaodu_auth;
REVOKE CREATE ON SCHEMA public FROM diaodu_audit, diaodu_auth;

-- Revoked and granted by their new owners' members: by default anybody could call them.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE ANY (ARRAY['audit\_%', 'auth\_%']) LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO diaodu_app', f);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION auth_actor_of(uuid, uuid, boolean) FROM diaodu_app;

-- Ready asks whether the newest migration has run. (A shadow database replays this without that table.)
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN GRANT SELECT ON _prisma_migrations TO diaodu_app; END IF;
END $$;
