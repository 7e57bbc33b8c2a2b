import { pinyin } from "pinyin-pro";

/** What a Chinese name is found by and sorted by: "南乐县" → nanlexian, nlx. Latin letters and digits stay as they are, in lower case. */
export function searchKeys(name: string): { namePinyin: string; nameInitials: string } {
  const whole = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" });
  const first = pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
  const plain = (parts: string[]) => parts.join("").toLowerCase().replaceAll(/\s+/g, "").slice(0, 200);
  return { namePinyin: plain(whole), nameInitials: plain(first) };
}
