import { Suspense } from "react";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { may } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { reportViews, type ReportView } from "@/lib/progress/schema";
import { MissingReports } from "./missing-reports";
import { MyWeek } from "./my-week";
import { ReportsToVerify } from "./reports-to-verify";

type Params = Record<string, string | string[] | undefined>;

export default async function ReportsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("report.read");
  const params = await searchParams;
  const needs = { mine: "report.write", verify: "report.verify", missing: "report.read" } as const satisfies Record<ReportView, string>;
  const views = reportViews.filter((view) => may(actor, needs[view]));
  const chosen = views.find((view) => view === params.view) ?? views[0]!;
  const View = { mine: MyWeek, verify: ReportsToVerify, missing: MissingReports }[chosen];
  return (
    <Suspense key={chosen} fallback={<LedgerSkeleton />}>
      <View actor={actor} params={params} views={views} />
    </Suspense>
  );
}
