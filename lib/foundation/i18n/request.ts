import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogue } from "./catalogue";
import { localeCookie, localeFrom } from "./locales";

/** The language comes from the person's cookie, not from the address: a link sent to a colleague opens in the colleague's language. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = localeFrom(asked ?? (await cookies()).get(localeCookie)?.value);
  return { locale, messages: catalogue[locale], timeZone: "Asia/Shanghai" };
});
