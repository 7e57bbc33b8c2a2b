import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/foundation/auth/options";
import { addressOf, isFromOwnPage, requestIdOf } from "@/lib/foundation/auth/request";
import { noteForeignSignIn } from "@/lib/foundation/auth/sign-in";

const answer = NextAuth(authOptions) as (request: NextRequest, context: unknown) => Promise<Response>;
const bodyAtMost = 16 * 1024;

export { answer as GET };

export async function POST(request: NextRequest, context: unknown): Promise<Response> {
  if (!isFromOwnPage(request.headers)) {
    await noteForeignSignIn({ via: "page", address: addressOf(request.headers), requestId: requestIdOf(request.headers) });
    return Response.json({ error: "foreignOrigin" }, { status: 403 });
  }
  if (Number(request.headers.get("content-length") ?? bodyAtMost + 1) > bodyAtMost) return Response.json({ error: "tooLarge" }, { status: 413 });
  return answer(request, context);
}
