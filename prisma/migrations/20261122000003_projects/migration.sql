-- CreateEnum
CREATE TYPE "duty_kind" AS ENUM ('lead', 'member', 'service_officer');

-- CreateEnum
CREATE TYPE "fund_source" AS ENUM ('central_budget', 'special_bond', 'bank_loan', 'own', 'other');

-- CreateEnum
CREATE TYPE "fund_kind" AS ENUM ('planned', 'received', 'spent');

-- CreateEnum
CREATE TYPE "light_colour" AS ENUM ('none', 'green', 'yellow', 'red');

-- CreateEnum
CREATE TYPE "light_dimension" AS ENUM ('overall', 'start', 'investment', 'nodes', 'funds', 'reports', 'issues');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('draft', 'submitted', 'verified', 'returned');

-- CreateEnum
CREATE TYPE "industry" AS ENUM ('industry', 'agriculture', 'services', 'transport_energy', 'urban', 'social');

-- CreateEnum
CREATE TYPE "project_nature" AS ENUM ('new_build', 'expansion', 'transformation');

-- CreateEnum
CREATE TYPE "project_path" AS ENUM ('production', 'works');

-- CreateEnum
CREATE TYPE "project_stage" AS ENUM ('reserve', 'signed', 'landed', 'started', 'completed', 'in_production', 'at_capacity');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('active', 'suspended', 'withdrawn');

-- CreateEnum
CREATE TYPE "suspension_reason" AS ENUM ('funding', 'land', 'demolition', 'permits', 'market', 'builder', 'policy', 'other');

-- CreateEnum
CREATE TYPE "project_level" AS ENUM ('province', 'city', 'county');

-- CreateEnum
CREATE TYPE "project_kind" AS ENUM ('new', 'continuing');

-- CreateEnum
CREATE TYPE "milestone_kind" AS ENUM ('preparation', 'construction');

-- CreateTable
CREATE TABLE "duty" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "kind" "duty_kind" NOT NULL,
    "project_id" UUID,
    "enterprise_id" UUID,
    "cadre_district_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "site_unit" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_district_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "head_district_id" UUID,
    "head_cadre_id" UUID,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "site_unit_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "builder_contact" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT,
    "phone_cipher" TEXT,
    "phone_masked" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "builder_contact_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "fund_entry" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID,
    "year" INTEGER NOT NULL,
    "source" "fund_source" NOT NULL,
    "kind" "fund_kind" NOT NULL,
    "day" DATE NOT NULL,
    "amount_wan" DECIMAL(18,4) NOT NULL,
    "note" TEXT,
    "withdrawn_on" DATE,
    "withdraw_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "fund_entry_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "light_span" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "dimension" "light_dimension" NOT NULL,
    "colour" "light_colour" NOT NULL,
    "inputs" JSONB NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "light_span_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "as_of_on" DATE NOT NULL,
    "status" "report_status" NOT NULL,
    "completed_wan" DECIMAL(18,4),
    "physical_percent" DECIMAL(5,2),
    "site_text" TEXT,
    "problems" TEXT,
    "next_plan" TEXT,
    "marks" TEXT[],
    "submitted_on" DATE,
    "submitted_by_name" TEXT,
    "verified_on" DATE,
    "verified_by_name" TEXT,
    "return_reason" TEXT,
    "corrected_on" DATE,
    "saved_at" TIMESTAMPTZ,
    "saved_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "missed_report" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "as_of_on" DATE NOT NULL,
    "missed_on" DATE NOT NULL,
    "settled_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "missed_report_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "project" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "code_year" INTEGER NOT NULL,
    "code_number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "industry" "industry" NOT NULL,
    "nature" "project_nature" NOT NULL,
    "path" "project_path" NOT NULL,
    "scope" TEXT,
    "location" TEXT,
    "township_id" UUID,
    "start_year" INTEGER,
    "end_year" INTEGER,
    "total_wan" DECIMAL(18,4),
    "builder_id" UUID,
    "responsible_unit_district_id" UUID NOT NULL,
    "responsible_unit_id" UUID NOT NULL,
    "person_name" TEXT,
    "phone_cipher" TEXT,
    "phone_masked" TEXT,
    "planned_start_on" DATE,
    "planned_completion_on" DATE,
    "baseline_start_on" DATE,
    "baseline_completion_on" DATE,
    "is_in_statistics" BOOLEAN NOT NULL DEFAULT false,
    "remark" TEXT,
    "is_whitelisted" BOOLEAN NOT NULL DEFAULT false,
    "stage" "project_stage" NOT NULL,
    "stage_on" DATE NOT NULL,
    "started_on" DATE,
    "completed_on" DATE,
    "status" "project_status" NOT NULL DEFAULT 'active',
    "status_on" DATE NOT NULL,
    "light" "light_colour" NOT NULL DEFAULT 'none',
    "light_on" DATE,
    "lead_district_id" UUID,
    "lead_cadre_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "project_year" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "level" "project_level" NOT NULL,
    "kind" "project_kind" NOT NULL,
    "plan_wan" DECIMAL(18,4) NOT NULL,
    "invested_before_wan" DECIMAL(18,4) NOT NULL,
    "months_wan" DECIMAL(18,4)[],
    "goal" TEXT,
    "is_listed" BOOLEAN NOT NULL DEFAULT true,
    "completed_wan" DECIMAL(18,4) NOT NULL DEFAULT 0,
    "week_wan" DECIMAL(18,4) NOT NULL DEFAULT 0,
    "physical_percent" DECIMAL(5,2),
    "report_id" UUID,
    "report_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_year_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "project_year_term" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "level" "project_level" NOT NULL,
    "kind" "project_kind" NOT NULL,
    "plan_wan" DECIMAL(18,4) NOT NULL,
    "invested_before_wan" DECIMAL(18,4) NOT NULL,
    "months_wan" DECIMAL(18,4)[],
    "reason" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_year_term_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "stage_span" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "stage" "project_stage" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "evidence" TEXT,
    "reason" TEXT,
    "by_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stage_span_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "status_span" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "status" "project_status" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "reason" "suspension_reason",
    "note" TEXT,
    "expected_end_on" DATE,
    "renew_due_on" DATE,
    "by_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "status_span_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "project_whitelisting" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_whitelisting_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "milestone_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "owner_name" TEXT,
    "measure" TEXT,
    "baseline_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "evidence" TEXT,
    "withdrawn_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "unit_id" UUID,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "removed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "duty_district_id_project_id_from_on_idx" ON "duty"("district_id", "project_id", "from_on");

-- CreateIndex
CREATE INDEX "duty_district_id_enterprise_id_from_on_idx" ON "duty"("district_id", "enterprise_id", "from_on");

-- CreateIndex
CREATE INDEX "duty_cadre_district_id_cadre_id_from_on_idx" ON "duty"("cadre_district_id", "cadre_id", "from_on");

-- CreateIndex
CREATE INDEX "site_unit_district_id_project_id_from_on_idx" ON "site_unit"("district_id", "project_id", "from_on");

-- CreateIndex
CREATE INDEX "builder_contact_district_id_project_id_from_on_idx" ON "builder_contact"("district_id", "project_id", "from_on");

-- CreateIndex
CREATE INDEX "fund_entry_district_id_project_id_year_day_idx" ON "fund_entry"("district_id", "project_id", "year", "day");

-- CreateIndex
CREATE INDEX "fund_entry_district_id_year_kind_source_idx" ON "fund_entry"("district_id", "year", "kind", "source");

-- CreateIndex
CREATE INDEX "light_span_district_id_project_id_dimension_from_on_idx" ON "light_span"("district_id", "project_id", "dimension", "from_on");

-- CreateIndex
CREATE INDEX "progress_report_district_id_as_of_on_status_idx" ON "progress_report"("district_id", "as_of_on", "status");

-- CreateIndex
CREATE UNIQUE INDEX "progress_report_district_id_project_id_as_of_on_key" ON "progress_report"("district_id", "project_id", "as_of_on");

-- CreateIndex
CREATE INDEX "missed_report_district_id_missed_on_idx" ON "missed_report"("district_id", "missed_on");

-- CreateIndex
CREATE UNIQUE INDEX "missed_report_district_id_project_id_as_of_on_key" ON "missed_report"("district_id", "project_id", "as_of_on");

-- CreateIndex
CREATE INDEX "project_district_id_name_pinyin_id_idx" ON "project"("district_id", "name_pinyin", "id");

-- CreateIndex
CREATE INDEX "project_district_id_responsible_unit_district_id_responsibl_idx" ON "project"("district_id", "responsible_unit_district_id", "responsible_unit_id");

-- CreateIndex
CREATE INDEX "project_district_id_lead_cadre_id_idx" ON "project"("district_id", "lead_cadre_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_district_id_code_year_code_number_key" ON "project"("district_id", "code_year", "code_number");

-- CreateIndex
CREATE INDEX "project_year_district_id_year_is_listed_idx" ON "project_year"("district_id", "year", "is_listed");

-- CreateIndex
CREATE UNIQUE INDEX "project_year_district_id_project_id_year_key" ON "project_year"("district_id", "project_id", "year");

-- CreateIndex
CREATE INDEX "project_year_term_district_id_project_id_year_from_on_idx" ON "project_year_term"("district_id", "project_id", "year", "from_on");

-- CreateIndex
CREATE INDEX "project_year_term_district_id_year_from_on_idx" ON "project_year_term"("district_id", "year", "from_on");

-- CreateIndex
CREATE INDEX "stage_span_district_id_project_id_from_on_idx" ON "stage_span"("district_id", "project_id", "from_on");

-- CreateIndex
CREATE INDEX "stage_span_district_id_stage_from_on_idx" ON "stage_span"("district_id", "stage", "from_on");

-- CreateIndex
CREATE INDEX "status_span_district_id_project_id_from_on_idx" ON "status_span"("district_id", "project_id", "from_on");

-- CreateIndex
CREATE INDEX "project_whitelisting_district_id_project_id_from_on_idx" ON "project_whitelisting"("district_id", "project_id", "from_on");

-- CreateIndex
CREATE INDEX "milestone_district_id_project_id_due_on_idx" ON "milestone"("district_id", "project_id", "due_on");

-- CreateIndex
CREATE INDEX "saved_view_district_id_account_id_idx" ON "saved_view"("district_id", "account_id");

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_district_id_city_id_fkey" FOREIGN KEY ("district_id", "city_id") REFERENCES "district"("id", "city_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_district_id_enterprise_id_fkey" FOREIGN KEY ("district_id", "enterprise_id") REFERENCES "enterprise"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_cadre_district_id_cadre_id_fkey" FOREIGN KEY ("cadre_district_id", "cadre_id") REFERENCES "cadre"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site_unit" ADD CONSTRAINT "site_unit_district_id_city_id_fkey" FOREIGN KEY ("district_id", "city_id") REFERENCES "district"("id", "city_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site_unit" ADD CONSTRAINT "site_unit_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site_unit" ADD CONSTRAINT "site_unit_unit_district_id_unit_id_fkey" FOREIGN KEY ("unit_district_id", "unit_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site_unit" ADD CONSTRAINT "site_unit_head_district_id_head_cadre_id_fkey" FOREIGN KEY ("head_district_id", "head_cadre_id") REFERENCES "cadre"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "builder_contact" ADD CONSTRAINT "builder_contact_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fund_entry" ADD CONSTRAINT "fund_entry_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fund_entry" ADD CONSTRAINT "fund_entry_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "light_span" ADD CONSTRAINT "light_span_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "missed_report" ADD CONSTRAINT "missed_report_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_district_id_city_id_fkey" FOREIGN KEY ("district_id", "city_id") REFERENCES "district"("id", "city_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_district_id_township_id_fkey" FOREIGN KEY ("district_id", "township_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_responsible_unit_district_id_responsible_unit_id_fkey" FOREIGN KEY ("responsible_unit_district_id", "responsible_unit_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_district_id_builder_id_fkey" FOREIGN KEY ("district_id", "builder_id") REFERENCES "enterprise"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_lead_district_id_lead_cadre_id_fkey" FOREIGN KEY ("lead_district_id", "lead_cadre_id") REFERENCES "cadre"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_year" ADD CONSTRAINT "project_year_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_year" ADD CONSTRAINT "project_year_district_id_report_id_fkey" FOREIGN KEY ("district_id", "report_id") REFERENCES "progress_report"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_year_term" ADD CONSTRAINT "project_year_term_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stage_span" ADD CONSTRAINT "stage_span_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "status_span" ADD CONSTRAINT "status_span_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_whitelisting" ADD CONSTRAINT "project_whitelisting_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_district_id_account_id_fkey" FOREIGN KEY ("district_id", "account_id") REFERENCES "account"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_district_id_unit_id_fkey" FOREIGN KEY ("district_id", "unit_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateTable
CREATE TABLE "moved_days" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "planned_start_on" DATE,
    "planned_completion_on" DATE,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "moved_days_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "moved_milestone" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "moved_milestone_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "moved_days_district_id_project_id_from_on_idx" ON "moved_days"("district_id", "project_id", "from_on");

-- CreateIndex
CREATE INDEX "moved_milestone_district_id_milestone_id_from_on_idx" ON "moved_milestone"("district_id", "milestone_id", "from_on");

-- AddForeignKey
ALTER TABLE "moved_days" ADD CONSTRAINT "moved_days_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moved_milestone" ADD CONSTRAINT "moved_milestone_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "moved_milestone" ADD CONSTRAINT "moved_milestone_district_id_milestone_id_fkey" FOREIGN KEY ("district_id", "milestone_id") REFERENCES "milestone"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ══ By hand ═════════════════════════════════════════════════════════════════════════════════════════════════════

SELECT scope_table(t) FROM unnest(ARRAY['project', 'project_year', 'project_year_term', 'stage_span', 'status_span', 'project_whitelisting',
  'light_span', 'duty', 'site_unit', 'builder_contact', 'milestone', 'fund_entry', 'progress_report', 'missed_report', 'saved_view', 'moved_days', 'moved_milestone']) AS t;

-- ── What a row must be ───────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE project
  ADD CONSTRAINT project_named CHECK (btrim(name) <> ''),
  ADD CONSTRAINT project_unit_own_or_city CHECK (responsible_unit_district_id IN (district_id, city_id)),
  ADD CONSTRAINT project_lead_own_or_city CHECK (lead_district_id IS NULL OR lead_district_id IN (district_id, city_id)),
  ADD CONSTRAINT project_lead_whole CHECK ((lead_district_id IS NULL) = (lead_cadre_id IS NULL)),
  ADD CONSTRAINT project_total CHECK (total_wan >= 0),
  ADD CONSTRAINT project_years CHECK (end_year >= start_year),
  ADD CONSTRAINT project_planned CHECK (planned_completion_on >= planned_start_on),
  ADD CONSTRAINT project_path_has_stage CHECK (path = 'production' OR stage NOT IN ('signed', 'in_production', 'at_capacity'));
CREATE INDEX project_township ON project (district_id, township_id);
CREATE INDEX project_builder ON project (district_id, builder_id);

ALTER TABLE project_year
  ADD CONSTRAINT project_year_amounts CHECK (plan_wan >= 0 AND invested_before_wan >= 0 AND completed_wan >= 0),
  ADD CONSTRAINT project_year_months CHECK (coalesce(cardinality(months_wan), 0) IN (0, 12) AND 0 <= ALL (months_wan)),
  ADD CONSTRAINT project_year_year CHECK (year BETWEEN 2000 AND 2199);
ALTER TABLE project_year_term
  ADD CONSTRAINT project_year_term_amounts CHECK (plan_wan >= 0 AND invested_before_wan >= 0),
  ADD CONSTRAINT project_year_term_months CHECK (coalesce(cardinality(months_wan), 0) IN (0, 12) AND 0 <= ALL (months_wan));
ALTER TABLE status_span
  ADD CONSTRAINT status_span_suspension_told CHECK (status <> 'suspended' OR (reason IS NOT NULL AND note IS NOT NULL AND expected_end_on IS NOT NULL AND renew_due_on IS NOT NULL)),
  ADD CONSTRAINT status_span_withdrawal_told CHECK (status <> 'withdrawn' OR note IS NOT NULL);
ALTER TABLE duty
  ADD CONSTRAINT duty_one_subject CHECK (num_nonnulls(project_id, enterprise_id) = 1),
  ADD CONSTRAINT duty_lead_and_member_of_project CHECK (kind = 'service_officer' OR project_id IS NOT NULL),
  ADD CONSTRAINT duty_cadre_own_or_city CHECK (cadre_district_id IN (district_id, city_id));
ALTER TABLE site_unit
  ADD CONSTRAINT site_unit_own_or_city CHECK (unit_district_id IN (district_id, city_id)),
  ADD CONSTRAINT site_unit_head_own_or_city CHECK (head_district_id IS NULL OR head_district_id IN (district_id, city_id)),
  ADD CONSTRAINT site_unit_head_whole CHECK ((head_district_id IS NULL) = (head_cadre_id IS NULL));
ALTER TABLE milestone ADD CONSTRAINT milestone_named CHECK (btrim(name) <> '');
ALTER TABLE fund_entry
  ADD CONSTRAINT fund_entry_amount CHECK (amount_wan > 0),
  ADD CONSTRAINT fund_entry_day_in_year CHECK (extract(year FROM day) = year),
  ADD CONSTRAINT fund_entry_withdrawn_told CHECK ((withdrawn_on IS NULL) = (withdraw_reason IS NULL));
ALTER TABLE progress_report
  ADD CONSTRAINT progress_report_day_in_year CHECK (extract(year FROM as_of_on) = year),
  ADD CONSTRAINT progress_report_amounts CHECK (completed_wan >= 0 AND physical_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT progress_report_whole CHECK (status = 'draft' OR (completed_wan IS NOT NULL AND physical_percent IS NOT NULL AND site_text IS NOT NULL AND submitted_on IS NOT NULL)),
  ADD CONSTRAINT progress_report_verified_told CHECK (status <> 'verified' OR verified_on IS NOT NULL),
  ADD CONSTRAINT progress_report_returned_told CHECK (status <> 'returned' OR return_reason IS NOT NULL);
-- The latest report that counts, up to a day: what every figure of investment asks.
CREATE INDEX progress_report_counting ON progress_report (district_id, project_id, year, as_of_on DESC) INCLUDE (completed_wan) WHERE status IN ('submitted', 'verified');
-- What had not been verified by a day.
CREATE INDEX progress_report_corrected ON progress_report (district_id, corrected_on) WHERE status = 'submitted' AND corrected_on IS NOT NULL;
CREATE INDEX progress_report_awaiting ON progress_report (district_id, (coalesce(verified_on, 'infinity'::date))) WHERE status IN ('submitted', 'verified');
CREATE INDEX missed_report_open ON missed_report (district_id, project_id) WHERE settled_on IS NULL;

-- ── Spans: at most one holds on any day ──────────────────────────────────────────────────────────────────────────

ALTER TABLE project_year_term ADD CONSTRAINT project_year_term_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT project_year_term_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, year WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE stage_span ADD CONSTRAINT stage_span_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT stage_span_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE status_span ADD CONSTRAINT status_span_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT status_span_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE project_whitelisting ADD CONSTRAINT project_whitelisting_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT project_whitelisting_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE light_span ADD CONSTRAINT light_span_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT light_span_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, dimension WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE duty ADD CONSTRAINT duty_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT duty_one_lead EXCLUDE USING gist (district_id WITH =, project_id WITH =, daterange(from_on, to_on) WITH &&) WHERE (kind = 'lead'),
  ADD CONSTRAINT duty_once_a_cadre EXCLUDE USING gist (district_id WITH =, (coalesce(project_id, enterprise_id)) WITH =, kind WITH =, cadre_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE site_unit ADD CONSTRAINT site_unit_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT site_unit_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE moved_days ADD CONSTRAINT moved_days_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT moved_days_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE moved_milestone ADD CONSTRAINT moved_milestone_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT moved_milestone_one_a_day EXCLUDE USING gist (district_id WITH =, milestone_id WITH =, daterange(from_on, to_on) WITH &&);
ALTER TABLE builder_contact ADD CONSTRAINT builder_contact_span CHECK (to_on IS NULL OR to_on >= from_on),
  ADD CONSTRAINT builder_contact_one_a_day EXCLUDE USING gist (district_id WITH =, project_id WITH =, daterange(from_on, to_on) WITH &&);

-- ── Expected progress: the monthly plan up to a day, within a month by days; without one, the year's elapsed share ──
-- The same rule as lib/lights/rules/expectation.ts; a property test holds the two together.

-- Without a subquery, so that a statement takes it in: fifty times as fast over the projects of a district.
CREATE FUNCTION expected_wan(plan numeric, months numeric[], year integer, day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (CASE
    WHEN day < make_date(year, 1, 1) THEN 0
    WHEN coalesce(cardinality(months), 0) = 0 THEN
      round(plan * least(day - make_date(year - 1, 12, 31), make_date(year, 12, 31) - make_date(year - 1, 12, 31)) / (make_date(year, 12, 31) - make_date(year - 1, 12, 31)), 4)
    WHEN day >= make_date(year, 12, 31) THEN months[1] + months[2] + months[3] + months[4] + months[5] + months[6] + months[7] + months[8] + months[9] + months[10] + months[11] + months[12]
    ELSE round(
      CASE WHEN extract(month FROM day) > 1 THEN months[1] ELSE 0 END + CASE WHEN extract(month FROM day) > 2 THEN months[2] ELSE 0 END + CASE WHEN extract(month FROM day) > 3 THEN months[3] ELSE 0 END
      + CASE WHEN extract(month FROM day) > 4 THEN months[4] ELSE 0 END + CASE WHEN extract(month FROM day) > 5 THEN months[5] ELSE 0 END + CASE WHEN extract(month FROM day) > 6 THEN months[6] ELSE 0 END
      + CASE WHEN extract(month FROM day) > 7 THEN months[7] ELSE 0 END + CASE WHEN extract(month FROM day) > 8 THEN months[8] ELSE 0 END + CASE WHEN extract(month FROM day) > 9 THEN months[9] ELSE 0 END
      + CASE WHEN extract(month FROM day) > 10 THEN months[10] ELSE 0 END + CASE WHEN extract(month FROM day) > 11 THEN months[11] ELSE 0 END
      + months[extract(month FROM day)::integer] * extract(day FROM day) / extract(day FROM (date_trunc('month', day::timestamp) + interval '1 month - 1 day')), 4)
  END);

-- ── Who acts also knows for which projects they have a duty today ────────────────────────────────────────────────

GRANT SELECT ON duty TO diaodu_auth;
CREATE POLICY narrow ON duty FOR SELECT TO diaodu_auth USING (true);
ALTER TYPE found_actor ADD ATTRIBUTE duty_project_ids uuid[];
CREATE OR REPLACE FUNCTION auth_actor_of(district uuid, account uuid, password_due boolean DEFAULT false) RETURNS found_actor LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.district_id, a.id, a.login, a.name, a.role, a.cadre_id, a.enterprise_id, c.unit_id, a.password_is_initial OR password_due, a.password_changed_at,
         d.city_id, d.kind, d.name,
         CASE WHEN d.kind = 'city' THEN ARRAY(SELECT x.id FROM district x WHERE x.city_id = d.id ORDER BY x.id) ELSE ARRAY[d.id] END,
         coalesce(i.clock_offset_ms, 0), coalesce(i.made_by_demo, false),
         CASE WHEN a.cadre_id IS NULL THEN '{}'::uuid[] ELSE ARRAY(
           SELECT DISTINCT u.project_id FROM duty u
           WHERE u.cadre_district_id = a.district_id AND u.cadre_id = a.cadre_id AND u.project_id IS NOT NULL
             AND daterange(u.from_on, u.to_on) @> ((now() + coalesce(i.clock_offset_ms, 0) * interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai')::date) END
  FROM account a JOIN district d ON d.id = a.district_id
  LEFT JOIN cadre c ON c.district_id = a.district_id AND c.id = a.cadre_id
  LEFT JOIN installation i ON true
  WHERE a.district_id = district AND a.id = account AND a.retired_on IS NULL AND d.retired_on IS NULL;
$$;
