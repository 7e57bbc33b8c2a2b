"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

export const saveView = defineAction({ command: commands.saveView, refreshes: ["/projects"] });
export const removeView = defineAction({ command: commands.removeView, refreshes: ["/projects"] });
