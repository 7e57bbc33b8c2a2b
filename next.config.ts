import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** Names the build, so that a tab opened before an update is told so. Without a BUILD_ID from outside, the lock file and the moment name it. */
function nameOfBuild(): string {
  const given = process.env.BUILD_ID?.trim();
  if (given) return given;
  if (process.env.NODE_ENV !== "production") return "dev";
  // The processes of one build each read this file; they must agree.
  process.env.BUILD_ID = createHash("sha256")
    .update(readFileSync("package-lock.json"))
    .update(String(Date.now()))
    .digest("hex")
    .slice(0, 16);
  return process.env.BUILD_ID;
}

/** What the ready check compares the database with. */
const newestMigration = readdirSync("prisma/migrations")
  .filter((name) => /^\d/.test(name))
  .sort()
  .at(-1)!;

const behindTls = process.env.TLS === "on";

const guardHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=(), screen-wake-lock=(self)",
  },
  ...(behindTls ? [{ key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" }] : []),
];

// An action keeps its name from build to build, so that a tab opened before an update can still send what was typed into it. The key
// would hide what actions close over; ours close over nothing.
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= createHash("sha256").update("the names of diaodu's actions").digest("base64");

const nextConfig: NextConfig = {
  output: "standalone",
  // A lock file in a folder above must not move the build's root there.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  reactStrictMode: true,
  poweredByHeader: false,
  deploymentId: nameOfBuild(),
  env: { NEWEST_MIGRATION: newestMigration },
  images: { unoptimized: true },
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: "1mb" },
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"],
  },
  headers: async () => [
    { source: "/:path*", headers: guardHeaders },
    // What a page shows is personal: nothing but the hashed build files may be kept by anyone.
    { source: "/((?!_next/static/).*)", headers: [{ key: "Cache-Control", value: "private, no-store" }] },
  ],
};

const withMessages = createNextIntlPlugin({ requestConfig: "./lib/foundation/i18n/request.ts" });

export default withMessages(nextConfig);
