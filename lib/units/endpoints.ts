import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id } from "@/lib/foundation/schema";
import { addUnit, changeUnit, retireUnit } from "./commands";
import { findUnit, pageUnits } from "./queries";
import { unitInDetailShape, unitShape } from "./schema";

const tag = "units";
const written = z.strictObject({ id: z.uuid() });

export const unitEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/units",
    tag,
    summary: "单位列表",
    needs: "unit.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional() }),
    response: pageOf(unitShape),
    read: async (actor, query) => cutPage(await pageUnits(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get",
    path: "/units/{id}",
    tag,
    summary: "一个单位",
    needs: "unit.read",
    query: z.strictObject({ id }),
    response: unitInDetailShape,
    read: (actor, query) => findUnit(actor, query.id),
  }),
  defineEndpoint({ method: "post", path: "/units", tag, summary: "新增单位", command: addUnit, response: written }),
  defineEndpoint({ method: "patch", path: "/units/{id}", tag, summary: "修改单位", command: changeUnit, response: written }),
  defineEndpoint({ method: "patch", path: "/units/{id}/retire", tag, summary: "停用单位", command: retireUnit, response: written }),
];
