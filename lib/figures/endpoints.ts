import { z } from "zod";
import { defineEndpoint } from "@/lib/foundation/endpoint";
import { findFigureAsked, listFigures, pageFigureRows } from "./queries";
import { figureListShape, figureQuery, figureRowsShape, figureShape } from "./schema";

const tag = "figures";
const key = z.string().max(60);

export const figureEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/figures",
    tag,
    summary: "指标目录：名称、口径时间、单位、可筛选的条件",
    needs: "figure.read",
    query: z.strictObject({}),
    response: figureListShape,
    read: async (actor) => ({ items: await listFigures(actor) }),
  }),
  defineEndpoint({
    method: "get",
    path: "/figures/{key}",
    tag,
    summary: "一个指标的数值，金额单位万元；截至 on 当日，年度指标按 year，时段指标自 from 起",
    needs: "figure.read",
    query: figureQuery.extend({ key }),
    response: figureShape,
    read: (actor, { key: asked, ...query }) => findFigureAsked(actor, asked, query),
  }),
  defineEndpoint({
    method: "get",
    path: "/figures/{key}/rows",
    tag,
    summary: "组成该指标的明细，各行之和即为指标",
    needs: "figure.read",
    query: figureQuery.extend({ key, page: z.coerce.number().int().min(1).max(100_000).default(1), perPage: z.coerce.number().int().min(1).max(200).default(50) }),
    response: figureRowsShape,
    read: (actor, { key: asked, page, perPage, ...query }) => pageFigureRows(actor, asked, query, { page, perPage }),
  }),
];
