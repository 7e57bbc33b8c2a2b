"use client";

import { MantineProvider } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { cssVariablesResolver, theme } from "./theme";

/** The nonce of the first document stays: a later refresh brings another one, which this document's policy would not know. */
export function ThemeProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [firstNonce] = useState(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => firstNonce}
      deduplicateInlineStyles
    >
      {children}
    </MantineProvider>
  );
}
