import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/foundation/auth/options";
import { isFromOwnPage } from "@/lib/foundation/auth/request";

const answer = NextAuth(authOptions) as (request: NextRequest, context: unknown) => Promise<Response>;
const bodyAtMost = 16 * 1024;

export { answer as GET };

export async function POST(request: NextRequest, context: unknown): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return Response.json({ error: "foreignOrigin" }, { status: 403 });
  if (Number(request.headers.get("content-length") ?? bodyAtMost + 1) > bodyAtMost) return Response.json({ error: "tooLarge" }, { status: 413 });
  return answer(request, context);
}
