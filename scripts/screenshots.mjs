/** npm run screenshots: takes the pictures of README and docs from a running demo (npm run demo), phone and desktop. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { demoPassword } from "../prisma/seed/demo-accounts.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { Lifetime } from "./lib/lifetime.mjs";
import { inRoot } from "./lib/rooms.mjs";
import { say, Sentence } from "./lib/say.mjs";

const address = process.env.BASE_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const folder = inRoot("docs", "screenshots");
const lifetime = new Lifetime();

/** @type {{ name: string, login: string | null, path: string, phone?: boolean, dark?: boolean, language?: "en", opens?: string, tab?: string }[]} `opens`: the first such link on the page is followed, and then its record's `tab` */
const pictures = [
  { name: "login", login: null, path: "/login" },
  { name: "home", login: "nanle-leader", path: "/" },
  { name: "dashboard", login: "nanle-leader", path: "/dashboard?on=2023-03-31&level=upper" },
  { name: "dashboard-city", login: "city-leader", path: "/dashboard" },
  { name: "dashboard-phone-dark", login: "nanle-leader", path: "/dashboard", phone: true, dark: true },
  { name: "figure", login: "nanle-leader", path: "/figures/key-projects-completed?level=province,city&year=2023&on=2023-03-31" },
  { name: "projects", login: "nanle-leader", path: "/projects?sort=-plan" },
  { name: "projects-phone", login: "nanle-leader", path: "/projects?light=red", phone: true },
  { name: "project", login: "nanle-admin", path: "/projects?sort=-plan", opens: 'a[href^="/projects/0"]' },
  { name: "lights", login: "nanle-leader", path: "/projects?light=red", opens: 'a[href^="/projects/0"]', tab: "/lights" },
  { name: "reports", login: "nanle-staff", path: "/reports" },
  { name: "report-phone", login: "nanle-staff", path: "/reports", phone: true, opens: 'a[href^="/projects/0"]' },
  { name: "verify", login: "nanle-leader", path: "/reports" },
  { name: "units", login: "nanle-admin", path: "/units" },
  { name: "cadres", login: "nanle-admin", path: "/cadres" },
  { name: "cadres-phone", login: "nanle-staff", path: "/cadres", phone: true },
  { name: "enterprises", login: "taiqian-admin", path: "/enterprises" },
  { name: "accounts", login: "city-admin", path: "/accounts" },
  { name: "calendar", login: "city-admin", path: "/calendar" },
  { name: "audit", login: "city-auditor", path: "/audit" },
  { name: "audit-verification-dark", login: "city-auditor", path: "/audit/verification?run=1", dark: true },
  { name: "home-phone-en", login: "nanle-leader", path: "/", phone: true, language: "en" },
];

await lifetime.run(async () => {
  const ready = await fetch(`${address}/api/health/ready`).then((response) => response.ok, () => false);
  if (!ready) throw new Sentence(`Nothing answers at ${address}, so no picture was taken. Start the demo first: npm run demo`);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(lifetime), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  for (const { name, login, path: page, phone = false, dark = false, language, opens, tab: part } of pictures) {
    const context = await browser.newContext({ viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }, colorScheme: dark ? "dark" : "light", locale: "zh-CN" });
    if (language) await context.addCookies([{ name: "locale", value: language, url: address }]);
    const tab = await context.newPage();
    if (login) {
      await tab.goto(`${address}/login`);
      await tab.locator('input[name="login"]').fill(login);
      await tab.locator('input[name="password"]').fill(demoPassword());
      await tab.locator('button[type="submit"]').click();
      await tab.waitForURL((url) => url.pathname !== "/login");
    }
    await tab.goto(address + page, { waitUntil: "networkidle" });
    if (opens) {
      const link = await tab.locator(opens).locator("visible=true").first().getAttribute("href");
      await tab.goto(address + link + (part ?? ""), { waitUntil: "networkidle" });
    }
    await tab.screenshot({ path: path.join(folder, `${name}.png`) });
    await context.close();
    say(`✓ docs/screenshots/${name}.png`);
  }
  await browser.close();
  await lifetime.end(0);
});
