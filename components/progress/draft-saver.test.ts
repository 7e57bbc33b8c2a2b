import { describe, expect, it } from "vitest";
import { draftSaver, type Draft } from "./draft-saver";

type Answer = Awaited<ReturnType<Parameters<typeof draftSaver>[0]>>;
const unreachable: Answer = { ok: false, kind: "unreachable" };

/** A server that keeps one draft by its rules, answers a key it knows as the first time, and loses the answers it is told to. */
function server(loses: readonly ("answer" | "request")[] = []) {
  const answers = new Map<string, Answer>();
  const lost = [...loses];
  const kept = { version: 0, text: "" };
  const asked: string[] = [];
  const send = async (draft: Draft, key: string): Promise<Answer> => {
    asked.push(`${key} ${draft.text.siteText} over ${draft.version}`);
    const loss = lost.shift();
    if (loss === "request") return unreachable;
    if (!answers.has(key)) {
      const isStale = draft.version !== kept.version;
      if (!isStale) Object.assign(kept, { version: kept.version + 1, text: draft.text.siteText });
      answers.set(key, isStale ? { ok: false, kind: "refused", code: "changedMeanwhile", sentence: "" } : { ok: true, value: { version: kept.version, savedAt: "2023-04-11T02:00:00.000Z" } });
    }
    return loss === "answer" ? unreachable : answers.get(key)!;
  };
  let keys = 0;
  return { kept, asked, saver: draftSaver(send, () => `key${++keys}`) };
}
const typed = (siteText: string, version = 0) => () => ({ version, text: { siteText } });

describe("a draft that saves itself", () => {
  it("goes over its own version each time, and not for what was saved already", async () => {
    const { saver, kept, asked } = server();
    expect(await saver.save(typed("一"))).toMatchObject({ kind: "saved", version: 1 });
    await saver.save(typed("一"));
    await saver.save(typed("二"));
    expect([kept, asked]).toEqual([{ version: 2, text: "二" }, ["key1 一 over 0", "key2 二 over 1"]]);
    expect([saver.isDue(typed("二")()), saver.isDue(typed("三")())]).toEqual([false, true]);
  });

  it.each(["answer", "request"] as const)("sends what lost its %s again as it was, before what is newer", async (loss) => {
    const { saver, kept, asked } = server([loss]);
    expect(await saver.save(typed("一"))).toEqual({ kind: "kept" });
    expect(await saver.save(typed("二"))).toMatchObject({ kind: "saved", version: 2 });
    expect([kept, asked]).toEqual([{ version: 2, text: "二" }, ["key1 一 over 0", "key1 一 over 0", "key2 二 over 1"]]);
  });

  it("tells a submission the version it really has, though the last answer was lost", async () => {
    const { saver } = server(["answer"]);
    await saver.save(typed("一"));
    expect(await saver.settled()).toBe(1);
    expect(saver.isDue(typed("二")())).toBe(false);
    saver.goOn();
    expect(await saver.save(typed("二"))).toMatchObject({ kind: "saved", version: 2 });
  });

  it("keeps waiting while nothing comes through, and takes a submission's turn after a save underway", async () => {
    const { saver, asked } = server(["request", "request"]);
    await saver.save(typed("一"));
    expect(await saver.save(typed("二"))).toEqual({ kind: "kept" });
    const [, version] = await Promise.all([saver.save(typed("三")), saver.settled()]);
    expect([version, asked]).toEqual([1, ["key1 一 over 0", "key1 一 over 0", "key1 一 over 0"]]);
  });

  it("stops at a colleague's change", async () => {
    const { saver, kept } = server();
    kept.version = 4;
    expect(await saver.save(typed("一", 3))).toEqual({ kind: "theirs" });
    expect(saver.isDue(typed("二")())).toBe(false);
    expect(kept.text).toBe("");
  });
});
