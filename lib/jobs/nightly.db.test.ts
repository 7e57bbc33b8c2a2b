import pg from "pg";
import { daysOwed, runNightly } from "./nightly";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

/* The nights of a far century, so that no other test's clock meets them. */
const ran: string[] = [];
vi.mock("./schedule", () => ({ nightly: [{ name: "test", run: async ({ today }: { today: string }) => void ran.push(today) }] }));

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
});
beforeEach(async () => {
  await owner.query("TRUNCATE nightly_run");
  ran.length = 0;
});
afterAll(() => owner.end());

describe("nightly jobs", () => {
  it("run once a day, also when asked twice at the same moment", async () => {
    await Promise.all([runNightly("2123-04-11"), runNightly("2123-04-11")]);
    await runNightly("2123-04-11");
    expect(ran).toEqual(["2123-04-11"]);
    expect(await daysOwed("2123-04-11")).toEqual([]);
  });

  it("are made up for after three days of silence, in order", async () => {
    await runNightly("2123-04-11");
    expect(await daysOwed("2123-04-14")).toEqual(["2123-04-12", "2123-04-13", "2123-04-14"]);
  });

  it("of a long silence are made up for a month", async () => {
    await runNightly("2122-01-01");
    expect(await daysOwed("2123-04-14")).toHaveLength(31);
  });

  it("are owed for today when they never ran", async () => expect(await daysOwed("2123-04-14")).toEqual(["2123-04-14"]));
});
