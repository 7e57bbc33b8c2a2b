import { createHash, createHmac, randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** A new row's key: uuid v7, so that keys grow with time. */
export const newId = (): string => v7();

/** 256 random bits, for what is shown once and stored only as its hash. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** For texts that could be guessed (a phone, a password): without the deployment's key the hash tells nothing. */
export const keyedHashOf = (text: string): string => createHmac("sha256", process.env.AUTH_SECRET!).update(text).digest("hex");
