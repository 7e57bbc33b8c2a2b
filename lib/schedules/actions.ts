"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

const pages = ["/projects", "/projects/[id]", "/projects/[id]/schedule"];

export const addMilestones = defineAction({ command: commands.addMilestones, refreshes: pages });
export const reachMilestone = defineAction({ command: commands.reachMilestone, refreshes: pages });
export const moveMilestone = defineAction({ command: commands.moveMilestone, refreshes: pages });
export const withdrawMilestone = defineAction({ command: commands.withdrawMilestone, refreshes: pages });
export const setMonths = defineAction({ command: commands.setMonths, refreshes: pages });
