import { pinyin } from "pinyin-pro";

/**
 * What a Chinese name, and its short name, are found by: "南乐县" → nanlexian, nlx. Latin letters and digits stay as they are, in lower
 * case. The full name comes first, since ledgers are sorted by it.
 */
export function searchKeys(...names: string[]): { namePinyin: string; nameInitials: string } {
  const inTurn = (options: { pattern?: "first" }) =>
    [...new Set(names)].map((name) => pinyin(name, { ...options, toneType: "none", type: "array", nonZh: "consecutive" }).join("").toLowerCase().replaceAll(/\s+/g, "")).join(" ").slice(0, 300);
  return { namePinyin: inTurn({}), nameInitials: inTurn({ pattern: "first" }) };
}
