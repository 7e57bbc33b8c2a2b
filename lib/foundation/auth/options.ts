import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "../env";
import { log } from "../log";
import { addressOf, requestIdOf } from "./request";
import { endSessionByToken } from "./sessions";
import { signIn } from "./sign-in";

const credentialsShape = z.object({ login: z.string().max(64), password: z.string().max(256) });

const overTls = env.TLS === "on";
const sessionSeconds = 12 * 3600;
const cookieOptions = { httpOnly: true, sameSite: "lax" as const, path: "/", secure: overTls };

/** With TLS the prefix keeps other hosts and plain http from setting it. */
export const sessionCookie = overTls ? "__Host-diaodu.session-token" : "diaodu.session-token";

/** next-auth carries the session's random token in an encrypted cookie; whether it still holds, the database says at every request. */
export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/login", error: "/login" },
  cookies: {
    sessionToken: { name: sessionCookie, options: cookieOptions },
    csrfToken: { name: `${overTls ? "__Host-" : ""}diaodu.csrf-token`, options: cookieOptions },
    callbackUrl: { name: `${overTls ? "__Secure-" : ""}diaodu.callback-url`, options: cookieOptions },
  },
  providers: [
    CredentialsProvider({
      credentials: { login: {}, password: {} },
      async authorize(credentials, request) {
        // Whatever was sent: a text that is too long is a wrong one, and counts like one.
        const { data: sent } = credentialsShape.safeParse(credentials);
        const headers = new Headers(Object.entries(request.headers ?? {}).map(([name, value]) => [name, String(value)] as [string, string]));
        const caller = { via: "page" as const, address: addressOf(headers), requestId: requestIdOf(headers) };
        const result = await signIn(sent?.login ?? "", sent?.password ?? "", caller, headers.get("user-agent")).catch((error: unknown) => {
          log.error({ err: error, requestId: caller.requestId }, "a sign-in failed");
          return "unavailable" as const;
        });
        if (typeof result === "string") throw new Error(result);
        return { id: result.accountId, name: result.name, sessionToken: result.token };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...token, sid: (user as { sessionToken?: string }).sessionToken } : token),
    // The browser's view of the session tells nothing: pages get what they show from the server.
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === "string") await endSessionByToken(token.sid);
    },
  },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
};
