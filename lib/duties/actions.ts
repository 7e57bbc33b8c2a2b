"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

const pages = ["/projects", "/projects/[id]", "/projects/[id]/duties", "/cadres/[id]"];

export const giveDuties = defineAction({ command: commands.giveDuties, refreshes: pages });
export const endDuty = defineAction({ command: commands.endDuty, refreshes: pages });
export const setSiteUnit = defineAction({ command: commands.setSiteUnit, refreshes: pages });
export const endSiteUnit = defineAction({ command: commands.endSiteUnit, refreshes: pages });
export const setBuilderContact = defineAction({ command: commands.setBuilderContact, refreshes: pages });
export const endBuilderContact = defineAction({ command: commands.endBuilderContact, refreshes: pages });
export const revealContactPhone = defineAction({ command: commands.revealContactPhone });
