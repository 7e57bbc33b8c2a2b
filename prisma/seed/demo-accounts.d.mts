export const demoAccounts: { login: string; district: string; role: "staff" | "leader" | "admin" | "auditor"; what: string }[];
export function demoPassword(): string;
