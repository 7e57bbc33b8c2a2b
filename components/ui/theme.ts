import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

// The families themselves stand in globals.css, for pages that need no Mantine.
const fontFamily = "var(--font)";

/** Ink: the colour of writing and of what one can press. */
const ink: MantineColorsTuple = [
  "#eef5f8", "#d8e8ef", "#b2d1de", "#8cc6de", "#64a3bd", "#46899f", "#2a7291", "#1f617e", "#14506b", "#0c394e",
]; // prettier-ignore

/** Cinnabar: the seal. Only the product's mark, the place where one is, and what cannot be taken back. */
const cinnabar: MantineColorsTuple = [
  "#fdf0ec", "#fadcd4", "#f4b8a8", "#f08a6c", "#e06a49", "#cd5436", "#b8432a", "#9f3822", "#842d1b", "#6a2315",
]; // prettier-ignore

const gray: MantineColorsTuple = [
  "#f4f6f7", "#eaeef0", "#dde3e6", "#ccd4d9", "#a9b5bc", "#748490", "#586772", "#41525d", "#293841", "#17242c",
]; // prettier-ignore

const dark: MantineColorsTuple = [
  "#dfe8ec", "#c3d0d7", "#9fb0ba", "#7b8d98", "#41535e", "#2f404a", "#22313a", "#17232a", "#0f181d", "#0a1115",
]; // prettier-ignore

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 6 },
  colors: { ink, cinnabar, gray, dark },
  black: "#17242c",
  fontFamily,
  fontFamilyMonospace: "var(--font-of-code)",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.45", sm: "1.55", md: "1.6", lg: "1.6", xl: "1.4" },
  headings: {
    fontFamily,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.35" },
      h2: { fontSize: "1.125rem", lineHeight: "1.4" },
      h3: { fontSize: "1rem", lineHeight: "1.45" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.5" },
      h5: { fontSize: "0.875rem", lineHeight: "1.5" },
      h6: { fontSize: "0.875rem", lineHeight: "1.5" },
    },
  },
  defaultRadius: "sm",
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
});

/** Mantine's own greys for quiet text and placeholders are too faint for 4.5 : 1. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#586772",
    "--mantine-color-placeholder": "#6a7884",
    "--mantine-color-error": "#b02a2a",
    "--mantine-color-anchor": "#14506b",
    "--mantine-color-default-border": "#a9b5bc",
    "--mantine-color-body": "#ffffff",
  },
  dark: {
    "--mantine-color-dimmed": "#9fb0ba",
    "--mantine-color-placeholder": "#8a9ba6",
    "--mantine-color-error": "#ff9d93",
    "--mantine-color-anchor": "#8cc6de",
    "--mantine-color-default-border": "#41535e",
    "--mantine-color-body": "#17232a",
  },
});
