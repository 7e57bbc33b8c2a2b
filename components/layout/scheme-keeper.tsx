"use client";

import { useLayoutEffect } from "react";

const attribute = "data-mantine-color-scheme";

/** A page that failed on the server is drawn by the browser alone, and the script in the head does not run: then the colours are set here. */
export function SchemeKeeper() {
  useLayoutEffect(() => {
    if (document.documentElement.hasAttribute(attribute)) return;
    let chosen: string | null = null;
    try {
      chosen = localStorage.getItem("mantine-color-scheme-value");
    } catch {
      // A forbidden storage leaves the system's choice.
    }
    const prefersDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    const isDark = chosen === "dark" || (chosen !== "light" && prefersDark);
    document.documentElement.setAttribute(attribute, isDark ? "dark" : "light");
  }, []);
  return null;
}
