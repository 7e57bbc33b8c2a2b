import { expect, it } from "vitest";
import { failureOf } from "./sign-in";

it.each([
  ["badCredentials", { code: "badCredentials", minutes: 1 }],
  ["CredentialsSignin", { code: "badCredentials", minutes: 1 }],
  ["locked:15", { code: "locked", minutes: 15 }],
  ["tooMany:3", { code: "tooMany", minutes: 3 }],
  ["retired", { code: "retired", minutes: 1 }],
  ["something new", { code: "unavailable", minutes: 1 }],
])("%s", (written, failure) => expect(failureOf(written)).toEqual(failure));
