import "./mantine.css";
import "./globals.css";

import { ColorSchemeScript } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NextIntlClientProvider } from "next-intl";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { largeTextCookie } from "@/components/layout/preferences";
import { SchemeKeeper } from "@/components/layout/scheme-keeper";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("productName"), template: `%s · ${t("productName")}` },
    description: t("productLine"),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0c394e" },
    { media: "(prefers-color-scheme: dark)", color: "#0a1b24" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, cookieJar, requestHeaders] = await Promise.all([getLocale(), cookies(), headers()]);
  const nonce = requestHeaders.get("x-nonce") ?? "";
  const text = cookieJar.get(largeTextCookie)?.value === "large" ? "large" : undefined;
  return (
    <html lang={locale} data-text={text} suppressHydrationWarning>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
      </head>
      <body>
        <SchemeKeeper />
        <NextIntlClientProvider messages={{}}>
          <ClientMessages of={["errors"]}>{children}</ClientMessages>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
