"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

export const mergeUnits = defineAction({ command: commands.mergeUnits, refreshes: ["/units", "/units/[id]", "/cadres", "/cadres/[id]", "/projects", "/projects/[id]"] });
