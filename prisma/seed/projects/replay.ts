import { giveDuties, setBuilderContact, setSiteUnit } from "@/lib/duties/commands";
import { addDays, weekdayOf, type Day } from "@/lib/foundation/calendar";
import type { Actor } from "@/lib/foundation/actor";
import { runCommand } from "@/lib/foundation/command";
import { addFunds } from "@/lib/funds/commands";
import { judgeLights } from "@/lib/lights/commands";
import { correctReport, noteMissedReports, returnReport, submitReports, verifyReports } from "@/lib/progress/commands";
import { addProjects } from "@/lib/projects/commands/register";
import { advanceStage } from "@/lib/projects/commands/stage";
import { resumeProject, suspendProject, withdrawProject } from "@/lib/projects/commands/status";
import { setProjectYear } from "@/lib/projects/commands/years";
import { addMilestones, reachMilestone, setMonths } from "@/lib/schedules/commands";
import { demoStart } from "../demo-clock";
import { inventor, type Inventor } from "../invent";
import type { LoadedDistrict, Organisation } from "../organisation";
import type { LoadedPeople } from "../people";
import { offsetTo, personOn } from "../standing";
import type { PlannedDistrict, PlannedFund, PlannedMilestone, PlannedProject, PlannedReport } from "./plan";

/** A planned project once it is in the register, with the versions that those who write to it see. */
type Registered = { plan: PlannedProject; id: string; version: number; yearVersions: Map<number, number>; milestoneIds: Map<PlannedMilestone, string>; reports: Map<PlannedReport, { id: string; version: number }> };

/**
 * What happens on a day, in the order of a working day: what comes is registered, then stages and funds move, then reports are entered,
 * verified and corrected.
 */
const order = ["register", "list", "lead", "task-force", "milestones", "stage", "status", "reach", "funds", "submit", "correct", "verify", "return"] as const;
type Happening = { on: Day; what: (typeof order)[number]; run: () => Promise<unknown> };

/** Since this day the nights are replayed, so that lights and missed weeks have a true history of the year. */
const nightsSince = "2023-01-04";
/** By then the year's projects are registered: what the database then knows of its tables is right for the rest. */
const registeredBy = "2023-01-05";

/**
 * The demo's projects, day by day through the commands, up to the morning on which it begins. The districts know nothing of each other, so
 * they go side by side; `refresh` tells the database what its tables hold by now.
 */
export async function replay(organisation: Organisation, people: Map<string, LoadedPeople>, plans: Record<string, PlannedDistrict>, refresh: () => Promise<unknown>): Promise<void> {
  const stages = organisation.districts.map((district) => {
    const stage = new Stage(organisation, district, people.get(district.key)!);
    return { stage, happenings: happeningsOf(stage, plans[district.key]!) };
  });
  const late = stages.flatMap(({ happenings }) => happenings).find(({ on }) => on > demoStart);
  if (late) throw new Error(`planned for after the demo's first day: ${late.what} on ${late.on}`);
  const during = (from: Day, to: Day) => Promise.all(stages.map(({ stage, happenings }) => live(stage, happenings, from, to)));
  await during("2022-01-01", registeredBy);
  await refresh();
  await during(addDays(registeredBy, 1), demoStart);
}

async function live(stage: Stage, happenings: Happening[], from: Day, to: Day): Promise<void> {
  const districtId = stage.district.id;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (day >= nightsSince) {
      // Reports are due by Monday; on other nights no week can be newly missed.
      if (weekdayOf(day) === 2) await runCommand(stage.night(day), noteMissedReports, { districtId });
      await runCommand(stage.night(day), judgeLights, { districtId });
    }
    const today = happenings.filter(({ on }) => on === day).sort((one, other) => order.indexOf(one.what) - order.indexOf(other.what));
    for (const { run } of today) await run();
  }
}

/** Who acts in a district on a day: its administrator enters, its leader decides. */
class Stage {
  readonly invent: Inventor;
  constructor(private readonly organisation: Organisation, readonly district: LoadedDistrict, readonly people: LoadedPeople) {
    this.invent = inventor(`replay ${district.key}`);
  }
  admin = (day: Day): Actor => this.as("admin", day);
  leader = (day: Day): Actor => this.as("leader", day);
  night = (day: Day): Actor => ({ ...this.organisation.system, clockOffsetMs: offsetTo(day, 5), via: "job" });
  private as(role: "admin" | "leader", day: Day): Actor {
    return personOn(this.organisation.system, this.people.people.find((person) => person.role === role)!, day);
  }
}

function happeningsOf(stage: Stage, plan: PlannedDistrict): Happening[] {
  const registered = new Map<PlannedProject, Registered>();
  const of = (project: PlannedProject): Registered => registered.get(project)!;
  return [
    ...registrations(stage, plan.projects, registered),
    ...listings(stage, plan.projects, of),
    ...duties(stage, plan.projects, of),
    ...schedules(stage, plan.projects, of),
    ...moves(stage, plan.projects, of),
    ...funds(stage, plan, of),
    ...reports(stage, plan.projects, of),
  ];
}

type Of = (project: PlannedProject) => Registered;

/** Things alike on a day in one call, at most `atOnce` of them. */
function inBatches<T>(list: readonly T[], dayOf: (one: T) => Day, what: Happening["what"], atOnce: number, run: (day: Day, batch: T[]) => Promise<unknown>): Happening[] {
  const byDay = new Map<Day, T[]>();
  for (const one of list) byDay.set(dayOf(one), [...(byDay.get(dayOf(one)) ?? []), one]);
  return [...byDay].flatMap(([on, all]) =>
    Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) => ({ on, what, run: () => run(on, all.slice(at * atOnce, (at + 1) * atOnce)) })),
  );
}

/** The year's row is written with the registration when that is in January of the year, else by itself later. */
const isListedAtOnce = (project: PlannedProject, year: number): boolean => project.years.length === 1 && (project.registeredOn >= "2023-01-01" || year === 2022);

function registrations(stage: Stage, projects: PlannedProject[], registered: Map<PlannedProject, Registered>): Happening[] {
  const { district, people, invent } = stage;
  return inBatches(projects, (project) => project.registeredOn, "register", 300, async (day, batch) => {
    const { ids } = await runCommand(stage.admin(day), addProjects, {
      districtId: district.id,
      projects: batch.map((project) => ({
        name: project.name, industry: project.industry, nature: project.nature, path: project.path, scope: project.scope, location: project.township === null ? null : district.units[project.township]!.name,
        townshipId: project.township === null ? null : district.units[project.township]!.id, startYear: project.startYear, endYear: project.endYear,
        totalWan: project.totalWan === null ? null : String(project.totalWan), builderId: project.builder === null ? null : people.enterpriseIds[project.builder]!,
        responsibleUnitId: district.units[project.unit]!.id, personName: invent.name(), phone: invent.phone(), isInStatistics: project.isInStatistics, remark: project.remark,
        ...(project.plannedStartOn ? { plannedStartOn: project.plannedStartOn } : {}), ...(project.plannedCompletionOn ? { plannedCompletionOn: project.plannedCompletionOn } : {}),
        stages: project.stages.filter(({ on }) => on <= day),
        ...(project.whitelistedFrom ? { whitelistedFrom: project.whitelistedFrom } : {}),
        ...(project.years[0] && isListedAtOnce(project, project.years[0].year) ? { year: yearInput(project.years[0]) } : project.years[0]?.year === 2022 ? { year: yearInput(project.years[0]) } : {}),
      })),
    });
    for (const [at, plan] of batch.entries()) {
      registered.set(plan, { plan, id: ids[at]!, version: 1, yearVersions: new Map(plan.years.map(({ year }) => [year, 1])), milestoneIds: new Map(), reports: new Map() });
    }
  });
}

const wans = (amounts: readonly number[]): string[] => amounts.map(String);
const yearInput = ({ year, level, kind, planWan, investedBeforeWan, monthsWan, goal, fromOn }: PlannedProject["years"][number]) => ({
  year, level, kind, planWan: String(planWan), investedBeforeWan: String(investedBeforeWan), goal, fromOn, ...(monthsWan ? { monthsWan: wans(monthsWan) } : {}),
});

/** Projects of the register that become key projects of 2023 in January. */
function listings(stage: Stage, projects: PlannedProject[], of: Of): Happening[] {
  return projects.flatMap((project): Happening[] => {
    const year = project.years.find((one) => one.year === 2023);
    if (!year || isListedAtOnce(project, 2023)) return [];
    const on = project.registeredOn > "2023-01-03" ? project.registeredOn : "2023-01-03";
    return [{
      on, what: "list",
      run: async () => {
        const { monthsWan, ...input } = yearInput(year);
        await runCommand(stage.admin(on), setProjectYear, { id: of(project).id, version: 0, ...input });
        if (monthsWan) await runCommand(stage.admin(on), setMonths, { id: of(project).id, year: 2023, version: 1, monthsWan });
      },
    }];
  });
}

function duties(stage: Stage, projects: PlannedProject[], of: Of): Happening[] {
  const { district, people } = stage;
  const led = projects.filter((project) => project.lead);
  const leads = inBatches(led, (project) => (project.registeredOn > project.lead!.fromOn ? project.registeredOn : project.lead!.fromOn), "lead", 500, (day, batch) =>
    runCommand(stage.admin(day), giveDuties, {
      districtId: district.id, duties: batch.map((project) => ({ projectId: of(project).id, kind: "lead", cadreId: people.leaderIds[project.lead!.leader % people.leaderIds.length]!, fromOn: project.lead!.fromOn })),
    }));
  const forces = projects.filter((project) => project.siteUnitFrom).map((project): Happening => ({
    on: project.siteUnitFrom!, what: "task-force",
    run: () => runCommand(stage.admin(project.siteUnitFrom!), setSiteUnit, { id: of(project).id, unitId: district.units[project.unit]!.id, headCadreId: people.headIds[project.unit]! }),
  }));
  const contacts = projects.filter((project) => project.contactFrom).map((project): Happening => ({
    on: project.contactFrom!, what: "task-force",
    run: () => runCommand(stage.admin(project.contactFrom!), setBuilderContact, { id: of(project).id, name: stage.invent.name(), post: stage.invent.pick(["项目经理", "副总经理", "工程部经理", "生产厂长"]), phone: stage.invent.phone() }),
  }));
  return [...leads, ...forces, ...contacts];
}

function schedules(stage: Stage, projects: PlannedProject[], of: Of): Happening[] {
  const all = projects.flatMap((project) => project.milestones.map((milestone) => ({ project, milestone })));
  const enteredOn = (project: PlannedProject): Day => (project.registeredOn > "2023-01-05" ? project.registeredOn : "2023-01-05");
  const entered = inBatches(all, ({ project }) => enteredOn(project), "milestones", 500, async (day, batch) => {
    const { ids } = await runCommand(stage.admin(day), addMilestones, {
      districtId: stage.district.id,
      milestones: batch.map(({ project, milestone: { kind, name, ownerName, measure, dueOn, doneOn, evidence } }) => ({
        projectId: of(project).id, kind, name, ownerName, measure, dueOn, ...(doneOn && doneOn <= day ? { doneOn, evidence } : {}),
      })),
    });
    for (const [at, { project, milestone }] of batch.entries()) of(project).milestoneIds.set(milestone, ids[at]!);
  });
  const reached = all.filter(({ project, milestone }) => milestone.doneOn && milestone.doneOn > enteredOn(project)).map(({ project, milestone }): Happening => ({
    on: milestone.doneOn!, what: "reach",
    run: () => runCommand(stage.admin(milestone.doneOn!), reachMilestone, { id: of(project).milestoneIds.get(milestone)!, version: 1, doneOn: milestone.doneOn, evidence: milestone.evidence }),
  }));
  return [...entered, ...reached];
}

function moves(stage: Stage, projects: PlannedProject[], of: Of): Happening[] {
  const stages = projects.flatMap((project) => project.stages.filter(({ on }) => on > project.registeredOn).map((next): Happening => ({
    on: next.on, what: "stage",
    run: async () => {
      const one = of(project);
      await runCommand(stage.admin(next.on), advanceStage, { id: one.id, version: one.version++, ...next });
    },
  })));
  const statuses = projects.flatMap((project) => project.moves.map((move): Happening => ({
    on: move.on, what: "status",
    run: async () => {
      const one = of(project);
      const { move: how, ...input } = move;
      await runCommand(stage.leader(move.on), { suspend: suspendProject, resume: resumeProject, withdraw: withdrawProject }[how] as typeof suspendProject, { id: one.id, version: one.version++, ...input });
    },
  })));
  return [...stages, ...statuses];
}

function funds(stage: Stage, plan: PlannedDistrict, of: Of): Happening[] {
  const entries: { project: PlannedProject | null; fund: PlannedFund }[] = [
    ...plan.funds.map((fund) => ({ project: null, fund })), ...plan.projects.flatMap((project) => project.funds.map((fund) => ({ project, fund }))),
  ];
  const enteredOn = ({ project, fund }: (typeof entries)[number]): Day => (project && project.registeredOn > fund.enteredOn ? project.registeredOn : fund.enteredOn);
  return inBatches(entries, enteredOn, "funds", 500, (day, batch) =>
    runCommand(stage.admin(day), addFunds, {
      districtId: stage.district.id,
      entries: batch.map(({ project, fund: { source, kind, day: on, amountWan, note } }) => ({ projectId: project && of(project).id, source, kind, day: on, amountWan, note })),
    }));
}

function reports(stage: Stage, projects: PlannedProject[], of: Of): Happening[] {
  const all = projects.flatMap((project) => project.reports.map((report) => ({ project, report })));
  const weeks = [...new Set(all.map(({ report }) => report.asOfOn))];
  const submitted = weeks.flatMap((asOfOn) =>
    inBatches(all.filter(({ report }) => report.asOfOn === asOfOn), ({ report }) => report.submittedOn, "submit", 300, async (day, batch) => {
      const { saved, refused } = await runCommand(stage.admin(day), submitReports, {
        districtId: stage.district.id, asOfOn,
        reports: batch.map(({ project, report }) => ({
          projectId: of(project).id, completedWan: String(report.firstWan ?? report.completedWan), physicalPercent: report.physicalPercent, siteText: report.siteText, problems: report.problems, nextPlan: report.nextPlan,
        })),
      });
      if (refused.length > 0) throw new Error(`${stage.district.name} ${asOfOn}: ${JSON.stringify(refused[0])}`);
      const ids = new Map(saved.map((one) => [one.projectId, one.id]));
      for (const { project, report } of batch) of(project).reports.set(report, { id: ids.get(of(project).id)!, version: 1 });
    }));
  const corrected = all.filter(({ report }) => report.firstWan !== undefined).map(({ project, report }): Happening => {
    const on = addDays(report.submittedOn, 1);
    return {
      on, what: "correct",
      run: async () => {
        const kept = of(project).reports.get(report)!;
        await runCommand(stage.admin(on), correctReport, { id: kept.id, version: kept.version++, completedWan: String(report.completedWan), reason: "与监理确认的工程量核对后更正。" });
      },
    };
  });
  const verified = inBatches(all.filter(({ report }) => report.verifiedOn), ({ report }) => report.verifiedOn!, "verify", 300, (day, batch) =>
    runCommand(stage.leader(day), verifyReports, { reports: batch.map(({ project, report }) => { const kept = of(project).reports.get(report)!; return { id: kept.id, version: kept.version }; }) }));
  const returned = all.filter(({ report }) => report.returned).map(({ project, report }): Happening => ({
    on: "2023-04-10", what: "return",
    run: () => { const kept = of(project).reports.get(report)!; return runCommand(stage.leader("2023-04-10"), returnReport, { id: kept.id, version: kept.version, reason: report.returned! }); },
  }));
  return [...submitted, ...corrected, ...verified, ...returned];
}
