import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id } from "@/lib/foundation/schema";
import { addCadres, changeCadre, retireCadre } from "./commands";
import { findCadre, pageCadres } from "./queries";
import { cadreInDetailShape, cadreShape } from "./schema";

const tag = "Cadres";
const written = z.strictObject({ id: z.uuid() });

export const cadreEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/cadres",
    tag,
    summary: "List cadres, phones masked",
    needs: "cadre.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional(), unitId: id.optional() }),
    response: pageOf(cadreShape),
    read: async (actor, query) => cutPage(await pageCadres(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get",
    path: "/cadres/{id}",
    tag,
    summary: "Read a cadre with the posts held",
    needs: "cadre.read",
    query: z.strictObject({ id }),
    response: cadreInDetailShape,
    read: (actor, query) => findCadre(actor, query.id),
  }),
  defineEndpoint({
    method: "post",
    path: "/cadres",
    tag,
    summary: "Add one to 500 cadres of a district",
    command: addCadres,
    response: z.strictObject({ ids: z.array(z.uuid()).max(500) }),
  }),
  defineEndpoint({ method: "patch", path: "/cadres/{id}", tag, summary: "Change a cadre", command: changeCadre, response: written }),
  defineEndpoint({ method: "patch", path: "/cadres/{id}/retire", tag, summary: "Retire a cadre", command: retireCadre, response: written }),
];
