"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

const pages = ["/reports", "/projects", "/projects/[id]", "/projects/[id]/reports", "/dashboard"];

export const submitReports = defineAction({ command: commands.submitReports, refreshes: pages });
/** Refreshes nothing: a form is being typed into. */
export const saveDraft = defineAction({ command: commands.saveDraft });
export const verifyReports = defineAction({ command: commands.verifyReports, refreshes: pages });
export const returnReport = defineAction({ command: commands.returnReport, refreshes: pages });
export const correctReport = defineAction({ command: commands.correctReport, refreshes: pages });
