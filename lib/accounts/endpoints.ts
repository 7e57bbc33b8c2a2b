import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { addAccounts, changeAccount } from "./commands";
import { findAccount, pageAccounts, type Account } from "./queries";
import { accountShape, addedAccountsShape } from "./schema";

const asShown = ({ id, districtId, login, name, role, cadreId, enterpriseId, passwordIsInitial, lastSignInAt, lockedUntil, retiredOn, version }: Account) => ({
  id, districtId, login, name, role, cadreId, enterpriseId, passwordIsInitial, lastSignInAt, lockedUntil, retiredOn, version,
});

export const accountEndpoints = [
  defineEndpoint({
    method: "get", path: "/accounts", tag: "accounts", summary: "账号", needs: "account.read",
    query: z.strictObject({ ...pageQuery, districtId: z.uuid().optional() }), response: pageOf(accountShape),
    read: async (actor, query) => {
      const { items, nextCursor } = cutPage(await pageAccounts(actor, query), query.limit);
      return { items: items.map(asShown), nextCursor };
    },
  }),
  defineEndpoint({
    method: "get", path: "/accounts/{id}", tag: "accounts", summary: "一个账号", needs: "account.read",
    query: z.strictObject({ id: z.uuid() }), response: accountShape,
    read: async (actor, { id }) => {
      const account = await findAccount(actor, id);
      return account && asShown(account);
    },
  }),
  defineEndpoint({
    method: "post", path: "/accounts", tag: "accounts", summary: "新增一个或多个账号，初始密码只在这次回答里", command: addAccounts, response: addedAccountsShape,
  }),
  defineEndpoint({
    method: "patch", path: "/accounts/{id}", tag: "accounts", summary: "修改账号的姓名、角色和所属", command: changeAccount, response: z.strictObject({ id: z.uuid() }),
  }),
];
