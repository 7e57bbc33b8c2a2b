"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

export const addUnit = defineAction({ command: commands.addUnit, refreshes: ["/units"] });
export const changeUnit = defineAction({ command: commands.changeUnit, refreshes: ["/units", "/units/[id]"] });
export const retireUnit = defineAction({ command: commands.retireUnit, refreshes: ["/units", "/units/[id]"] });
