import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id, year } from "@/lib/foundation/schema";
import { addProjects, changeProject, moveProjectDays } from "./commands/register";
import { advanceStage, resetStage } from "./commands/stage";
import { renewSuspension, resumeProject, suspendProject, withdrawProject } from "./commands/status";
import { setProjectWhitelisting } from "./commands/whitelist";
import { setProjectYear, unlistProjectYear } from "./commands/years";
import { findProjectForApi, pageProjects, pageProjectYears } from "./queries/project";
import { projectShape, projectYearShape } from "./schema";

const tag = "projects";
const written = z.strictObject({ id: z.uuid() });
/** With what its months plan beyond the annual plan: "0" when they sum to it, or there are none. */
const yearWritten = written.extend({ differenceWan: z.string() });
/** With how many undone construction nodes now fall before the planned start. */
const daysWritten = written.extend({ milestonesBeforeStart: z.number().int() });

export const projectEndpoints = [
  defineEndpoint({
    method: "get", path: "/projects", tag, summary: "项目列表，电话已脱敏", needs: "project.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional() }), response: pageOf(projectShape),
    read: async (actor, query) => cutPage(await pageProjects(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get", path: "/projects/{id}", tag, summary: "一个项目", needs: "project.read", query: z.strictObject({ id }), response: projectShape,
    read: (actor, query) => findProjectForApi(actor, query.id),
  }),
  defineEndpoint({
    method: "get", path: "/project-years", tag, summary: "年度重点项目，可按县区、项目、年度筛选", needs: "project.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional(), projectId: id.optional(), year: year.optional() }), response: pageOf(projectYearShape),
    read: async (actor, query) => cutPage(await pageProjectYears(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "post", path: "/projects", tag, summary: "登记一个县区的项目，一次 1 至 300 个", command: addProjects,
    response: z.strictObject({ ids: z.array(z.uuid()).max(300) }),
  }),
  defineEndpoint({ method: "patch", path: "/projects/{id}", tag, summary: "修改项目；已有计划日期的用 /days 调整", command: changeProject, response: daysWritten }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/days", tag, summary: "调整计划开工、竣工日期，须说明理由", command: moveProjectDays, response: daysWritten }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/stage", tag, summary: "进入下一阶段，须有日期和依据", command: advanceStage, response: written }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/stage-correction", tag, summary: "跳过、退回阶段或更正日期，须说明理由", command: resetStage, response: written }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/suspend", tag, summary: "停缓建", command: suspendProject, response: written }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/renew", tag, summary: "续期停缓建", command: renewSuspension, response: written }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/resume", tag, summary: "恢复建设", command: resumeProject, response: written }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/withdraw", tag, summary: "退出", command: withdrawProject, response: written }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/whitelist", tag, summary: "列入或移出四保白名单", command: setProjectWhitelisting, response: written }),
  defineEndpoint({
    method: "patch", path: "/projects/{id}/year", tag, command: setProjectYear, response: yearWritten,
    summary: "列入或调整年度重点项目；If-Match 为该年度记录的版本（见 /project-years），尚未列入时为 \"0\"",
  }),
  defineEndpoint({ method: "patch", path: "/projects/{id}/year/unlist", tag, summary: "移出年度重点项目；If-Match 为该年度记录的版本", command: unlistProjectYear, response: written }),
];
