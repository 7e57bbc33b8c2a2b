import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "./env";

type Key = { id: string; key: Buffer };

const keys = (): Key[] =>
  env.PHONE_KEY.split(",").map((entry, index) => {
    const [id, base64] = entry.includes(":") ? entry.split(":", 2) : [`k${index + 1}`, entry];
    return { id: id!, key: Buffer.from(base64!, "base64") };
  });

/** "13800008000" → "138****8000"; a landline keeps its area code and its last two digits. */
export function maskPhone(phone: string): string {
  return phone.length === 11 && !phone.startsWith("0") ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `${phone.slice(0, 4)}****${phone.slice(-2)}`;
}

/** AES-256-GCM with the current key, whose id stands before the text, so that keys can be changed. */
export function encryptText(text: string): string {
  const { id, key } = keys()[0]!;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${id}:${Buffer.concat([iv, sealed]).toString("base64")}`;
}

export function decryptText(text: string): string {
  const [id, body] = text.split(":", 2);
  const key = keys().find((one) => one.id === id)?.key;
  if (!key) throw new Error(`This was encrypted with key ${id}, which PHONE_KEY does not hold.`);
  const bytes = Buffer.from(body!, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8");
}

/** What a row keeps of a phone: the cipher and the masked text. */
export const phoneColumns = (phone: string | null) =>
  phone ? { phoneCipher: encryptText(phone), phoneMasked: maskPhone(phone) } : { phoneCipher: null, phoneMasked: null };
