"use server";

import { defineAction } from "@/lib/foundation/action";
import * as register from "./commands/register";
import * as stage from "./commands/stage";
import * as status from "./commands/status";
import * as whitelist from "./commands/whitelist";
import * as years from "./commands/years";

const pages = ["/projects", "/projects/[id]"];

export const addProjects = defineAction({ command: register.addProjects, refreshes: pages });
export const changeProject = defineAction({ command: register.changeProject, refreshes: pages });
export const moveProjectDays = defineAction({ command: register.moveProjectDays, refreshes: pages });
export const revealProjectPhone = defineAction({ command: register.revealProjectPhone });
export const advanceStage = defineAction({ command: stage.advanceStage, refreshes: pages });
export const resetStage = defineAction({ command: stage.resetStage, refreshes: pages });
export const suspendProject = defineAction({ command: status.suspendProject, refreshes: pages });
export const renewSuspension = defineAction({ command: status.renewSuspension, refreshes: pages });
export const resumeProject = defineAction({ command: status.resumeProject, refreshes: pages });
export const withdrawProject = defineAction({ command: status.withdrawProject, refreshes: pages });
export const setProjectYear = defineAction({ command: years.setProjectYear, refreshes: pages });
export const unlistProjectYear = defineAction({ command: years.unlistProjectYear, refreshes: pages });
export const setProjectWhitelisting = defineAction({ command: whitelist.setProjectWhitelisting, refreshes: pages });
