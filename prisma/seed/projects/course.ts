import { addDays, type Day } from "@/lib/foundation/calendar";
import type { Industry, ProjectPath, ProjectStage } from "@/prisma/generated/enums";
import type { Inventor } from "../invent";
import { apportion, between, wholeBetween } from "./amounts";
import type { PlannedFund, PlannedMilestone, PlannedReport, PlannedStage } from "./plan";

/** The report days of the demo's first weeks (Fridays): the report's day and the one that is due when the demo begins. */
export const reportedOn = "2023-03-31";
export const lastWeekOn = "2023-04-07";
export const weeks: readonly Day[] = Array.from({ length: 14 }, (_, at) => addDays("2023-01-06", at * 7));

/** Of the year's plan, by month. `front`: most of it early; `even`: the winter is quiet. */
const profiles = {
  front: [0.1, 0.11, 0.14, 0.12, 0.1, 0.09, 0.08, 0.07, 0.07, 0.05, 0.04, 0.03],
  even: [0.05, 0.05, 0.08, 0.09, 0.1, 0.1, 0.1, 0.1, 0.1, 0.09, 0.08, 0.06],
} as const;
export type Profile = keyof typeof profiles;

/** The plan by month: nothing before the month of the start, and its share of what is left from there on. */
export function monthsOf(profile: Profile, planWan: number, startOn: Day): number[] {
  const first = startOn < "2023-01-01" ? 0 : Number(startOn.slice(5, 7)) - 1;
  return apportion(planWan, profiles[profile].map((share, month) => (month < first ? 0 : share)));
}

/** What of the plan is expected by the report's day. */
export const shareByReport = (months: readonly number[] | null, planWan: number): number => (months ? (months[0]! + months[1]! + months[2]!) / planWan : 90 / 365);

/** How much is built in a week: little around the Spring Festival (22 January), more in spring. */
const pace = [0.8, 0.9, 0.3, 0.1, 0.6, 0.9, 1, 1.1, 1.1, 1.2, 1.2, 1.2, 1.3];

type Course = {
  /** Completed as of the report's day, and in the week after it. */
  completedWan: number;
  nextWeekWan: number;
  totalWan: number;
  investedBeforeWan: number;
  startOn: Day | null;
  completedOn: Day | null;
  path: ProjectPath;
  industry: Industry;
  /** The last week that was reported. */
  lastOn: Day;
  /** Money that runs ahead of what stands there, and a text that is last week's. */
  isAheadOfSite: boolean;
  repeatsText: boolean;
};

/** The weekly reports of 2023. */
export function weeklyReports(invent: Inventor, course: Course): PlannedReport[] {
  const { startOn, lastOn, totalWan, investedBeforeWan } = course;
  const reported = weeks.filter((week) => week <= lastOn);
  const upToReport = reported.filter((week) => week <= reportedOn);
  const increments = apportion(course.completedWan, upToReport.map((week, at) => (startOn && week >= startOn ? pace[at]! * between(invent, 0.7, 1.3) : 0)));
  const head = between(invent, 1.5, 6);
  let completedWan = 0;
  let percent = 0;
  let text = "";
  return reported.map((asOfOn, at) => {
    completedWan += increments[at] ?? course.nextWeekWan;
    const money = totalWan > 0 ? ((investedBeforeWan + completedWan) / totalWan) * 100 : 0;
    const isLate = asOfOn === lastWeekOn;
    const site = startOn && startOn <= asOfOn ? Math.min(100, course.isAheadOfSite ? Math.max(0, money - 17) : money + head) : 0;
    percent = Math.max(percent, course.completedOn && course.completedOn <= asOfOn ? 100 : Math.min(site, 99));
    const previous = text;
    text = course.repeatsText && isLate ? previous : siteText(course, percent, at, asOfOn);
    const isSlow = at % 5 === 2 && invent.next() < 0.08;
    const submittedOn = addDays(asOfOn, isSlow && !isLate ? 5 : invent.next() < 0.6 ? 0 : 3);
    return {
      asOfOn, completedWan, physicalPercent: percent.toFixed(1), siteText: text,
      problems: invent.next() < 0.08 ? invent.pick(problems) : null, nextPlan: nextPlan(course, percent, asOfOn),
      submittedOn, verifiedOn: verifiedOn(invent, asOfOn, submittedOn),
    };
  });
}

function verifiedOn(invent: Inventor, asOfOn: Day, submittedOn: Day): Day | null {
  if (asOfOn < lastWeekOn) return addDays(asOfOn, submittedOn > addDays(asOfOn, 4) ? 6 : 4);
  return submittedOn === asOfOn && invent.next() < 0.6 ? "2023-04-10" : null;
}

/** Reports of 2022: as of the last report day of each month, and of every week of December. */
export function reports2022(invent: Inventor, { completedWan, totalWan, investedBeforeWan, path, industry }: Pick<Course, "completedWan" | "totalWan" | "investedBeforeWan" | "path" | "industry">): PlannedReport[] {
  const increments = apportion(completedWan, days2022.map((_, at) => (at < 11 ? profiles.even[at]! : 0.02) * between(invent, 0.8, 1.2)));
  let sum = 0;
  return days2022.map((asOfOn, at) => {
    sum += increments[at]!;
    const percent = Math.min(99, ((investedBeforeWan + sum) / totalWan) * 100 + 2);
    const entered = asOfOn === "2022-12-31" ? asOfOn : addDays(asOfOn, 3);
    const submittedOn = entered < "2022-02-16" ? "2022-02-16" : entered;
    return {
      asOfOn, completedWan: sum, physicalPercent: percent.toFixed(1), siteText: siteText({ startOn: "2021-01-01", completedOn: null, path, industry, totalWan }, percent, at, asOfOn),
      problems: null, nextPlan: null, submittedOn, verifiedOn: asOfOn === "2022-12-31" ? asOfOn : addDays(submittedOn, 1),
    };
  });
}
const days2022: readonly Day[] = [
  "2022-01-28", "2022-02-25", "2022-03-25", "2022-04-29", "2022-05-27", "2022-06-24", "2022-07-29", "2022-08-26", "2022-09-30", "2022-10-28", "2022-11-25",
  "2022-12-02", "2022-12-09", "2022-12-16", "2022-12-23", "2022-12-31",
];

type Site = "plant" | "building" | "line";
const phases: Record<Site, readonly (readonly [from: number, texts: readonly string[]])[]> = {
  plant: [
    [0, ["场地平整及围挡施工", "临建搭设、桩基试桩", "土方开挖"]],
    [12, ["桩基施工", "独立基础施工", "基础钢筋绑扎、混凝土浇筑"]],
    [28, ["一层柱梁施工", "钢结构加工、柱吊装", "主体结构施工"]],
    [48, ["屋面及围护结构施工", "二次结构砌筑", "钢结构吊装及檩条安装"]],
    [66, ["设备基础施工、部分设备进场", "工艺管线安装", "设备安装"]],
    [85, ["单机调试", "厂区道路、绿化施工", "联动试车准备"]],
    [99.5, ["已竣工，正在办理验收手续", "已投入试生产", "设备运行调试，产能逐步释放"]],
  ],
  building: [
    [0, ["场地平整、围挡施工", "临时设施搭建", "测量放线、土方开挖"]],
    [12, ["基坑支护及开挖", "桩基施工", "筏板基础施工"]],
    [30, ["主体一、二层施工", "主体三层施工", "主体结构施工"]],
    [52, ["主体封顶", "二次结构砌筑", "屋面施工"]],
    [74, ["内外墙装饰", "机电安装", "门窗安装"]],
    [90, ["室外管网及绿化施工", "室外工程收尾", "设备调试及资料整理"]],
    [99.5, ["已完工，正在组织验收", "已交付使用", "竣工资料归档"]],
  ],
  line: [
    [0, ["清表、测量放线", "围挡施工、管线探测", "临时设施搭建"]],
    [12, ["沟槽及土方开挖", "路基填筑", "基础施工"]],
    [30, ["管道敷设", "下部结构施工", "底基层施工"]],
    [52, ["基层摊铺", "检查井砌筑及回填", "上部结构施工"]],
    [74, ["面层施工", "附属设施安装", "设备安装"]],
    [90, ["交安设施、绿化施工", "工程收尾", "调试及资料整理"]],
    [99.5, ["已完工，正在组织验收", "已投入使用", "竣工资料归档"]],
  ],
};

const siteOf = ({ path, industry }: Pick<Course, "path" | "industry">): Site => (path === "production" ? "plant" : industry === "social" ? "building" : "line");

function siteText(course: Pick<Course, "startOn" | "completedOn" | "path" | "industry" | "totalWan">, percent: number, number: number, on: Day): string {
  const { startOn, completedOn } = course;
  // Not everybody says the same in the same week.
  const week = number + Math.floor(course.totalWan / 100);
  if (!startOn || startOn > on) return waiting[week % waiting.length]!;
  const at = completedOn && completedOn <= on ? 100 : percent;
  const texts = phases[siteOf(course)].findLast(([from]) => at >= from)![1];
  const done = Math.round((Math.min(at, 100) % 14) * 7 + 2 + (week % 3));
  return at >= 99.5 ? `${texts[week % texts.length]!}。` : `${texts[week % texts.length]!}，本阶段完成 ${Math.min(done, 98)}%。`;
}

const waiting = ["施工图审查中。", "用地报批资料已上报。", "招标文件编制完成，待发布公告。", "规划许可证已办理，施工许可办理中。", "进场道路及临水临电施工准备。", "与中标单位商签合同。", "环评批复公示中。"];
const problems = ["部分管线迁改尚未完成，影响东侧作业面。", "建设资金阶段性紧张，正在与银行对接。", "用地指标尚缺 12 亩。", "设备到货较合同推迟约两周。", "雨水管接口位置需住建部门确认。", "施工用电容量不足，已申请增容。"];

function nextPlan(course: Pick<Course, "startOn" | "path" | "industry">, percent: number, on: Day): string {
  if (!course.startOn || course.startOn > on) return "继续办理前期手续，力争按期开工。";
  const next = phases[siteOf(course)].find(([from]) => from > percent + 6);
  return next ? `继续推进，转入${next[1][0]!}。` : "做好验收和资料整理。";
}

const evidenceOf: Record<ProjectStage, string> = {
  reserve: "列入项目储备库", signed: "签订投资协议", landed: "取得用地手续，完成备案", started: "监理签发开工令，现场核验", completed: "竣工验收意见书", in_production: "试生产报告，现场核验", at_capacity: "达产达效核验表",
};
export const stageOn = (stage: ProjectStage, on: Day): PlannedStage => ({ stage, on, evidence: `${evidenceOf[stage]}（${on}）` });

/** The stages before the start of the works, worked back from it. */
export function stagesBefore(invent: Inventor, path: ProjectPath, startOn: Day, signed?: Day): PlannedStage[] {
  const landed = addDays(startOn, -wholeBetween(invent, 25, 110));
  if (path === "works") return [stageOn("reserve", addDays(landed, -wholeBetween(invent, 120, 420))), stageOn("landed", landed)];
  const signedOn = signed ?? addDays(landed, -wholeBetween(invent, 45, 160));
  return [stageOn("reserve", addDays(signedOn, -wholeBetween(invent, 40, 200))), stageOn("signed", signedOn), stageOn("landed", landed > signedOn ? landed : addDays(signedOn, 20))];
}

const nodes: Record<ProjectPath, readonly (readonly [kind: PlannedMilestone["kind"], name: string, measure: string, share: number])[]> = {
  production: [
    ["preparation", "备案和环评批复", "取得备案证明和环评批复", -0.35], ["preparation", "施工许可", "取得建筑工程施工许可证", -0.06], ["construction", "基础完成", "±0.00 以下验收合格", 0.2],
    ["construction", "主体封顶", "主体结构验收合格", 0.5], ["construction", "设备安装完成", "设备安装记录齐全", 0.8], ["construction", "竣工验收", "五方验收合格", 1],
  ],
  works: [
    ["preparation", "可研和初步设计批复", "取得批复文件", -0.4], ["preparation", "施工招标", "发出中标通知书", -0.1], ["construction", "基础（路基）完成", "分部验收合格", 0.25],
    ["construction", "主体完成", "分部验收合格", 0.6], ["construction", "竣工验收", "竣工验收合格", 1],
  ],
};

/** Nodes from before the start to the finish; those whose day came by `until` were reached, a day or more early. */
export function nodesOf(invent: Inventor, path: ProjectPath, startOn: Day, finishOn: Day, owner: string, until: Day): PlannedMilestone[] {
  const days = (Date.parse(finishOn) - Date.parse(startOn)) / 86_400_000;
  return nodes[path].map(([kind, name, measure, share]) => {
    const dueOn = addDays(startOn, Math.round(days * share));
    return { kind, name, measure, ownerName: owner, dueOn, doneOn: dueOn <= until ? addDays(dueOn, -wholeBetween(invent, 0, 5)) : null, evidence: `${measure}，现场核验` };
  });
}

export const lateNode = (invent: Inventor, path: ProjectPath, startOn: Day, isVeryLate: boolean, owner: string): PlannedMilestone => {
  const wanted = isVeryLate ? addDays("2023-02-08", wholeBetween(invent, 0, 18)) : addDays("2023-03-18", wholeBetween(invent, 0, 16));
  return {
    kind: "construction", name: invent.pick(path === "works" ? ["管线迁改完成", "半幅通车", "二层结构完成"] : ["主要设备进场", "厂房围护封闭", "配电室送电"]), measure: "现场核验",
    ownerName: owner, dueOn: wanted > startOn ? wanted : addDays(startOn, 7), doneOn: null, evidence: "",
  };
};

const plannedDays: readonly (readonly [day: Day, share: number])[] = [["2023-01-20", 0.16], ["2023-02-20", 0.2], ["2023-03-20", 0.22], ["2023-05-20", 0.16], ["2023-08-20", 0.14], ["2023-10-20", 0.12]];

/** The year's money by source: planned in January, received and spent as it came; `inPlace`: which share of what was due has come. */
export function fundsOf(invent: Inventor, planWan: number, path: ProjectPath, inPlace: number): PlannedFund[] {
  const sources: readonly (readonly [PlannedFund["source"], number])[] = path === "works" ? [["special_bond", 0.55], ["central_budget", 0.15], ["own", 0.3]] : [["own", 0.6], ["bank_loan", 0.4]];
  return sources.flatMap(([source, share]) => {
    const year = Math.round(planWan * share * 0.6);
    return plannedDays.flatMap(([day, part]): PlannedFund[] => {
      const planned = Math.round(year * part);
      const receivedOn = addDays(day, wholeBetween(invent, 1, 8));
      const received = Math.round(planned * (inPlace >= 0.9 ? between(invent, 0.92, 1.03) : inPlace));
      const spent = Math.round(received * between(invent, 0.7, 0.98));
      const enteredOn = receivedOn <= "2023-01-31" ? "2023-01-31" : receivedOn <= "2023-02-28" ? "2023-02-28" : "2023-03-31";
      return [
        { source, kind: "planned", day, amountWan: String(planned), note: null, enteredOn: "2023-01-04" },
        ...(receivedOn <= "2023-03-31" && received > 0
          ? [{ source, kind: "received" as const, day: receivedOn, amountWan: String(received), note: null, enteredOn }, { source, kind: "spent" as const, day: addDays(receivedOn, 2) <= enteredOn ? addDays(receivedOn, 2) : enteredOn, amountWan: String(Math.max(1, spent)), note: null, enteredOn }]
          : []),
      ];
    }).filter(({ amountWan }) => amountWan !== "0");
  });
}
