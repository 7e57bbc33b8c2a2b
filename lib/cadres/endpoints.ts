import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id } from "@/lib/foundation/schema";
import { addCadres, changeCadre, retireCadre } from "./commands";
import { findCadre, pageCadres } from "./queries";
import { cadreInDetailShape, cadreShape } from "./schema";

const tag = "cadres";
const written = z.strictObject({ id: z.uuid() });

export const cadreEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/cadres",
    tag,
    summary: "干部列表，电话已脱敏",
    needs: "cadre.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional(), unitId: id.optional() }),
    response: pageOf(cadreShape),
    read: async (actor, query) => cutPage(await pageCadres(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get",
    path: "/cadres/{id}",
    tag,
    summary: "一名干部及任职经历",
    needs: "cadre.read",
    query: z.strictObject({ id }),
    response: cadreInDetailShape,
    read: (actor, query) => findCadre(actor, query.id),
  }),
  defineEndpoint({
    method: "post",
    path: "/cadres",
    tag,
    summary: "新增一个县区的干部，一次 1 至 500 名",
    command: addCadres,
    response: z.strictObject({ ids: z.array(z.uuid()).max(500) }),
  }),
  defineEndpoint({ method: "patch", path: "/cadres/{id}", tag, summary: "修改干部；单位、职务或职级有变的，自 fromOn（默认当天）起另记一段任职", command: changeCadre, response: written }),
  defineEndpoint({ method: "patch", path: "/cadres/{id}/retire", tag, summary: "干部离任", command: retireCadre, response: written }),
];
