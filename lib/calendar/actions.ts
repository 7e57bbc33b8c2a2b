"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

export const setDay = defineAction({ command: commands.setDay, refreshes: ["/calendar"] });
export const takeBackDay = defineAction({ command: commands.takeBackDay, refreshes: ["/calendar"] });
export const loadKnownYear = defineAction({ command: commands.loadKnownYear, refreshes: ["/calendar"] });
