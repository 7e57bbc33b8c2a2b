-- CreateEnum
CREATE TYPE "role" AS ENUM ('staff', 'leader', 'admin', 'auditor', 'enterprise');

-- CreateEnum
CREATE TYPE "cadre_rank" AS ENUM ('county_head', 'county_deputy', 'section_head', 'section_deputy', 'staff', 'other');

-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('holiday', 'workday', 'ordinary');

-- CreateEnum
CREATE TYPE "district_kind" AS ENUM ('city', 'county', 'urban_district', 'zone');

-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('department', 'township', 'park', 'platform_company');

-- CreateTable
CREATE TABLE "account" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "cadre_id" UUID,
    "enterprise_id" UUID,
    "password_hash" TEXT NOT NULL,
    "password_changed_at" TIMESTAMPTZ NOT NULL,
    "password_is_initial" BOOLEAN NOT NULL,
    "initial_used_at" TIMESTAMPTZ,
    "former_hashes" TEXT[],
    "locked_until" TIMESTAMPTZ,
    "last_sign_in_at" TIMESTAMPTZ,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "end_reason" TEXT,
    "address" TEXT,
    "user_agent" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "password_due" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "session_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "may_write" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "last_used_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor_district_id" UUID,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "address" TEXT,
    "request_id" TEXT,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "before" JSONB,
    "after" JSONB,
    "note" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "district_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "algorithm" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("district_id","seq")
);

-- CreateTable
CREATE TABLE "audit_pending" (
    "district_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("district_id","entry_id")
);

-- CreateTable
CREATE TABLE "audit_export" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "exported_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "audit_export_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "made_by_demo" BOOLEAN NOT NULL,
    "clock_offset_ms" BIGINT NOT NULL DEFAULT 0,
    "seeded_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nightly_run" (
    "day" DATE NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "nightly_run_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "district_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("district_id","account_id","key")
);

-- CreateTable
CREATE TABLE "counter" (
    "district_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("district_id","kind","year")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ,
    "last_error" TEXT,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "step_event" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "note" TEXT,
    "happened_at" TIMESTAMPTZ NOT NULL,
    "actor_district_id" UUID,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "city_id" UUID NOT NULL,

    CONSTRAINT "step_event_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "cadre" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "rank" "cadre_rank" NOT NULL,
    "phone_cipher" TEXT,
    "phone_masked" TEXT,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cadre_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "cadre_post" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "rank" "cadre_rank" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cadre_post_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "district" (
    "id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "kind" "district_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "district_setting" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "set_by_district_id" UUID NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "district_setting_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "address" TEXT,
    "contact_name" TEXT,
    "phone_cipher" TEXT,
    "phone_masked" TEXT,
    "is_whitelisted" BOOLEAN NOT NULL DEFAULT false,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "enterprise_whitelisting" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enterprise_whitelisting_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "unit" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "unit_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "retired_on" DATE,
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_key" ON "account"("login");

-- CreateIndex
CREATE INDEX "account_district_id_name_pinyin_id_idx" ON "account"("district_id", "name_pinyin", "id");

-- CreateIndex
CREATE UNIQUE INDEX "account_district_id_cadre_id_key" ON "account"("district_id", "cadre_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_district_id_account_id_id_idx" ON "session"("district_id", "account_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_district_id_account_id_id_idx" ON "api_token"("district_id", "account_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_district_id_kind_subject_id_id_idx" ON "audit_entry"("district_id", "kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_district_id_actor_id_id_idx" ON "audit_entry"("district_id", "actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_district_id_entry_id_key" ON "audit_seal"("district_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_export_district_id_year_number_key" ON "audit_export"("district_id", "year", "number");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "step_event_district_id_kind_subject_id_id_idx" ON "step_event"("district_id", "kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "cadre_district_id_unit_id_idx" ON "cadre"("district_id", "unit_id");

-- CreateIndex
CREATE INDEX "cadre_district_id_name_pinyin_id_idx" ON "cadre"("district_id", "name_pinyin", "id");

-- CreateIndex
CREATE INDEX "cadre_post_district_id_cadre_id_from_on_idx" ON "cadre_post"("district_id", "cadre_id", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_day_district_id_day_key" ON "calendar_day"("district_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "district_id_city_id_key" ON "district"("id", "city_id");

-- CreateIndex
CREATE INDEX "district_setting_district_id_key_from_on_idx" ON "district_setting"("district_id", "key", "from_on");

-- CreateIndex
CREATE INDEX "enterprise_district_id_name_pinyin_id_idx" ON "enterprise"("district_id", "name_pinyin", "id");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_district_id_uscc_key" ON "enterprise"("district_id", "uscc");

-- CreateIndex
CREATE INDEX "enterprise_whitelisting_district_id_enterprise_id_from_on_idx" ON "enterprise_whitelisting"("district_id", "enterprise_id", "from_on");

-- CreateIndex
CREATE INDEX "unit_district_id_sort_order_name_pinyin_id_idx" ON "unit"("district_id", "sort_order", "name_pinyin", "id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_district_id_cadre_id_fkey" FOREIGN KEY ("district_id", "cadre_id") REFERENCES "cadre"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_district_id_enterprise_id_fkey" FOREIGN KEY ("district_id", "enterprise_id") REFERENCES "enterprise"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_district_id_account_id_fkey" FOREIGN KEY ("district_id", "account_id") REFERENCES "account"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_district_id_account_id_fkey" FOREIGN KEY ("district_id", "account_id") REFERENCES "account"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_export" ADD CONSTRAINT "audit_export_district_id_account_id_fkey" FOREIGN KEY ("district_id", "account_id") REFERENCES "account"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "step_event" ADD CONSTRAINT "step_event_district_id_city_id_fkey" FOREIGN KEY ("district_id", "city_id") REFERENCES "district"("id", "city_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "step_event" ADD CONSTRAINT "step_event_actor_district_id_actor_id_fkey" FOREIGN KEY ("actor_district_id", "actor_id") REFERENCES "account"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_district_id_unit_id_fkey" FOREIGN KEY ("district_id", "unit_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cadre_post" ADD CONSTRAINT "cadre_post_district_id_cadre_id_fkey" FOREIGN KEY ("district_id", "cadre_id") REFERENCES "cadre"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cadre_post" ADD CONSTRAINT "cadre_post_district_id_unit_id_fkey" FOREIGN KEY ("district_id", "unit_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "district" ADD CONSTRAINT "district_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "district_setting" ADD CONSTRAINT "district_setting_district_id_city_id_fkey" FOREIGN KEY ("district_id", "city_id") REFERENCES "district"("id", "city_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "district_setting" ADD CONSTRAINT "district_setting_set_by_district_id_set_by_id_fkey" FOREIGN KEY ("set_by_district_id", "set_by_id") REFERENCES "account"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enterprise_whitelisting" ADD CONSTRAINT "enterprise_whitelisting_district_id_enterprise_id_fkey" FOREIGN KEY ("district_id", "enterprise_id") REFERENCES "enterprise"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_district_id_merged_into_id_fkey" FOREIGN KEY ("district_id", "merged_into_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
