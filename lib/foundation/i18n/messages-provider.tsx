"use client";

import { NextIntlClientProvider, useLocale, useMessages, useTimeZone, type AbstractIntlMessages } from "next-intl";
import { useMemo, type ReactNode } from "react";

/** Adds namespaces to those that the surrounding layout already sent, which next-intl's own provider would replace. */
export function MessagesProvider({ messages, children }: { messages: AbstractIntlMessages; children: ReactNode }) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  const around = useMessages() as AbstractIntlMessages;
  const together = useMemo(() => ({ ...around, ...messages }), [around, messages]);
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={together}>
      {children}
    </NextIntlClientProvider>
  );
}
