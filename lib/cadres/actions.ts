"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

const pages = ["/cadres", "/cadres/[id]"];

export const addCadres = defineAction({ command: commands.addCadres, refreshes: pages });
export const changeCadre = defineAction({ command: commands.changeCadre, refreshes: pages });
export const retireCadre = defineAction({ command: commands.retireCadre, refreshes: pages });
export const revealCadrePhone = defineAction({ command: commands.revealPhone });
