"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

const pages = ["/enterprises", "/enterprises/[id]"];

export const addEnterprise = defineAction({ command: commands.addEnterprise, refreshes: pages });
export const changeEnterprise = defineAction({ command: commands.changeEnterprise, refreshes: pages });
export const setWhitelisting = defineAction({ command: commands.setWhitelisting, refreshes: pages });
export const retireEnterprise = defineAction({ command: commands.retireEnterprise, refreshes: pages });
export const reinstateEnterprise = defineAction({ command: commands.reinstateEnterprise, refreshes: pages });
export const revealEnterprisePhone = defineAction({ command: commands.revealPhone });
