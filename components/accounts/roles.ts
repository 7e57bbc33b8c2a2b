/** In the order in which they are offered. */
export const roles = ["staff", "leader", "admin", "auditor", "enterprise"] as const;
