"use client";

import { useSyncExternalStore, type CSSProperties } from "react";
import english from "@/messages/en/errors.json";
import chinese from "@/messages/zh-CN/errors.json";

const never = () => () => {};

/** The last net: the layout itself failed, so neither its style nor its messages are there. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const isEnglish = useSyncExternalStore(never, () => /(?:^|; )locale=en(?:;|$)/.test(document.cookie), () => false); // prettier-ignore
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const texts = isEnglish ? english : chinese;
  const isDatabaseAway = digest === "databaseAway";
  return (
    <html lang={isEnglish ? "en" : "zh-CN"}>
      <body style={body}>
        <title>{texts.broken.title}</title>
        <main style={main}>
          <h1 style={{ fontSize: "1.375rem" }}>{isDatabaseAway ? texts.databaseAway.title : texts.broken.title}</h1>
          <p>{isDatabaseAway ? texts.databaseAway.what : texts.broken.what}</p>
          {digest && !isDatabaseAway && <p>{texts.broken.reference.replace("{reference}", digest)}</p>}
          <button type="button" style={button} onClick={retry}>
            {texts.broken.retry}
          </button>
        </main>
      </body>
    </html>
  );
}

const body: CSSProperties = {
  margin: 0,
  background: "#f4f6f7",
  color: "#17242c",
  fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  lineHeight: 1.7,
};
const main: CSSProperties = { maxWidth: "34rem", margin: "18vh auto 0", padding: "0 1rem" };
const button: CSSProperties = {
  minHeight: 44,
  padding: "0 1.25rem",
  border: 0,
  borderRadius: 4,
  background: "#14506b",
  color: "#fff",
  font: "inherit",
  fontWeight: 600,
  cursor: "pointer",
};
