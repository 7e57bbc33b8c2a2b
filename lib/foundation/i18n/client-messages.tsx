import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "./catalogue";
import { MessagesProvider } from "./messages-provider";

/** Sends the named namespaces to the browser, for the client components inside. Texts of server components need nothing sent. */
export async function ClientMessages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const messages = await getMessages();
  const picked = Object.fromEntries(of.map((namespace) => [namespace, messages[namespace]]));
  return <MessagesProvider messages={picked}>{children}</MessagesProvider>;
}
