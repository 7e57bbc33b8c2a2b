import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Actor } from "./actor";
import { runCommand } from "./command";
import { mainClient, scopeTransaction } from "./db";
import type { env } from "./env";
import { deliverOutbox } from "./outbox";
import { makeActor, makeCity } from "./testing/tenants";

const received: { id: string; kind: string; payload: { n?: number } }[] = [];
let failing = true;
const gateway = http.createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const message = JSON.parse(body) as (typeof received)[number];
  if (failing && message.kind === "test.outbox") return void response.writeHead(503).end();
  received.push(message);
  response.end();
});

let gatewayUrl: string;
vi.mock("./env", async (original) => {
  const { env: real } = await original<{ env: typeof env }>();
  return { env: new Proxy(real, { get: (target, key) => (key === "MESSAGE_GATEWAY_URL" ? gatewayUrl : Reflect.get(target, key)) }) };
});

let admin: Actor;
beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  gatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`;
  admin = await makeActor(await makeCity(1), "admin");
});
afterAll(() => void gateway.close());

describe("the outbox", () => {
  it("sends what was committed, never what was undone, again after a failure, and each message once", async () => {
    const send = (n: number, fails: boolean) =>
      runCommand(admin, {
        name: "test.outbox", needs: "unit.write", schema: z.strictObject({}),
        run: async (ctx) => {
          await ctx.send({ districtId: admin.districtId, kind: "test.outbox", payload: { n } });
          ctx.record({ districtId: admin.districtId, action: "test.outbox", kind: "unit" });
          if (fails) throw new Error("undone");
        },
      }, {});
    await send(1, false);
    await expect(send(2, true)).rejects.toThrow("undone");
    await deliverOutbox();
    expect(received.filter((message) => message.kind === "test.outbox")).toEqual([]);
    failing = false;
    await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, admin, false);
      expect(await tx.outboxMessage.findMany({ where: { districtId: admin.districtId } })).toMatchObject([{ attempts: 1, sentAt: null, lastError: "The gateway answered 503." }]);
      await tx.outboxMessage.updateMany({ where: { districtId: admin.districtId }, data: { nextAttemptAt: new Date(0) } });
    });
    await Promise.all([deliverOutbox(), deliverOutbox(), deliverOutbox()]);
    expect(received.filter((message) => message.kind === "test.outbox").map((message) => message.payload.n)).toEqual([1]);
  });
});
