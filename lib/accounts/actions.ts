"use server";

import { defineAction } from "@/lib/foundation/action";
import * as commands from "./commands";

const accountPages = ["/accounts", "/accounts/[id]"];

export const addAccounts = defineAction({ command: commands.addAccounts, refreshes: ["/accounts"] });
export const changeAccount = defineAction({ command: commands.changeAccount, refreshes: accountPages });
export const retireAccount = defineAction({ command: commands.retireAccount, refreshes: accountPages });
export const resetPassword = defineAction({ command: commands.resetPassword, refreshes: accountPages });
export const unlockAccount = defineAction({ command: commands.unlockAccount, refreshes: accountPages });
export const changePassword = defineAction({ command: commands.changePassword, refreshes: ["/me/sessions"] });
export const endSession = defineAction({ command: commands.endSession, refreshes: ["/me/sessions"] });
export const endOtherSessions = defineAction({ command: commands.endOtherSessions, refreshes: ["/me/sessions"] });
export const makeToken = defineAction({ command: commands.makeToken, refreshes: ["/me/tokens"] });
export const revokeToken = defineAction({ command: commands.revokeToken, refreshes: ["/me/tokens"] });
