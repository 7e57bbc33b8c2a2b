"use client";

import { MantineProvider } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { cssVariablesResolver, theme } from "./theme";

export function ThemeProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [nonceOfDocument] = useState(() => nonceHere() ?? nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonceOfDocument}
      deduplicateInlineStyles
    >
      {children}
    </MantineProvider>
  );
}

/** A page reached by a link brings the nonce of its own request; the policy in force is still that of the document around it. */
function nonceHere(): string | undefined {
  if (typeof document === "undefined") return undefined;
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || undefined;
}
