const codes = ["badCredentials", "locked", "tooMany", "retired", "unavailable", "unreachable"] as const;

export type Failure = { code: (typeof codes)[number]; minutes: number };

/** Null when it succeeded. */
export async function signInWith(login: string, password: string): Promise<Failure | null> {
  try {
    const { signIn } = await import("next-auth/react");
    const result = await signIn("credentials", { redirect: false, login, password });
    return result?.ok && !result.error ? null : failureOf(result?.error ?? "unavailable");
  } catch {
    return { code: "unreachable", minutes: 0 };
  }
}

/** "locked:15" → locked, 15 minutes. */
export function failureOf(written: string): Failure {
  const [word = "", minutes = ""] = written.split(":");
  const code = codes.find((each) => each === word) ?? (word === "CredentialsSignin" ? "badCredentials" : "unavailable");
  return { code, minutes: Math.max(1, Number.parseInt(minutes, 10) || 1) };
}
