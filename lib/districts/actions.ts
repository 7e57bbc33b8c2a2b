"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

export const addDistrict = defineAction({ command: commands.addDistrict, refreshes: ["/districts"] });
export const changeDistrict = defineAction({ command: commands.changeDistrict, refreshes: ["/districts", "/districts/[id]"] });
export const retireDistrict = defineAction({ command: commands.retireDistrict, refreshes: ["/districts", "/districts/[id]"] });
export const setSetting = defineAction({ command: commands.setSetting, refreshes: ["/settings"] });
