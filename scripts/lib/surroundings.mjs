/** What the app, the worker and the commands are told through their environment. */
import path from "node:path";
import { placesIn, root } from "./rooms.mjs";

/**
 * @param {{ folder: string, port: number, urls: { owner?: string, app?: string, read?: string }, secrets: Record<string, string>, isDemo: boolean, isDevelopment?: boolean }} known
 */
export function surroundingsOf({ folder, port, urls, secrets, isDemo, isDevelopment = false }) {
  const at = placesIn(folder);
  const given = process.env;
  const address = `http://127.0.0.1:${port}`;
  return {
    ...given,
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    DATA_DIR: folder,
    UPLOAD_DIR: given.UPLOAD_DIR ? path.resolve(root, given.UPLOAD_DIR) : at.uploads,
    AUDIT_ANCHOR_FILE: given.AUDIT_ANCHOR_FILE ? path.resolve(root, given.AUDIT_ANCHOR_FILE) : at.auditAnchor,
    ...(urls.app ? { DATABASE_URL: urls.app } : {}),
    ...(urls.owner ? { DATABASE_OWNER_URL: urls.owner } : {}),
    ...(urls.read ? { DATABASE_READ_URL: urls.read } : {}),
    AUTH_SECRET: secrets.AUTH_SECRET,
    METRICS_TOKEN: secrets.METRICS_TOKEN,
    PHONE_KEY: secrets.PHONE_KEY,
    APP_ORIGINS: given.APP_ORIGINS || `${address},http://localhost:${port}`,
    NEXTAUTH_URL: given.NEXTAUTH_URL || address,
    ...(isDemo ? { DIAODU_DEMO: "1" } : {}),
  };
}
