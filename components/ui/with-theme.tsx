import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeProvider } from "./theme-provider";

/** What Mantine's pieces need around them. The shell brings it; a page outside of the shell that has fields asks for it. */
export async function WithTheme({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return <ThemeProvider nonce={nonce}>{children}</ThemeProvider>;
}
