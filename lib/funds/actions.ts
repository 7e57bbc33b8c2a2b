"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

const pages = ["/funds", "/projects/[id]", "/projects/[id]/funds"];

export const addFunds = defineAction({ command: commands.addFunds, refreshes: pages });
export const withdrawFund = defineAction({ command: commands.withdrawFund, refreshes: pages });
