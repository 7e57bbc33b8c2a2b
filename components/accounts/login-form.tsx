"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore, type FormEvent } from "react";
import styles from "./login-form.module.css";

const never = () => () => {};
const failures = ["badCredentials", "locked", "tooMany", "retired", "unavailable", "unreachable"] as const;
type Failure = { code: (typeof failures)[number]; minutes: number };

/** `callbackUrl` is a path of ours, made sure of by the page. */
export function LoginForm({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations("login");
  const isAlive = useSyncExternalStore(never, () => true, () => false); // prettier-ignore
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState({ login: false, password: false });
  const loginInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    // Read from the inputs themselves: a password manager may have filled them before the page was alive.
    const login = loginInput.current?.value.trim() ?? "";
    const password = passwordInput.current?.value ?? "";
    setAsking({ login: login === "", password: password === "" });
    if (login === "") return loginInput.current?.focus();
    if (password === "") return passwordInput.current?.focus();
    setPending(true);
    setFailure(null);
    const refused = await signInWith(login, password);
    // Stays pending while the next page loads, so that a second press does nothing.
    if (refused === null) return window.location.assign(callbackUrl);
    setPending(false);
    setFailure(refused);
    passwordInput.current?.select();
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={enter} aria-busy={isPending}>
      <TextInput
        ref={loginInput}
        size="md"
        name="login"
        label={t("login")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        maxLength={64}
        error={isAsking.login && t("empty")}
      />
      <PasswordInput
        ref={passwordInput}
        size="md"
        name="password"
        label={t("password")}
        autoComplete="current-password"
        maxLength={256}
        visibilityToggleButtonProps={{ "aria-label": t("showPassword"), tabIndex: 0 }}
        error={isAsking.password && t("empty")}
      />
      <div role="alert">
        {failure && <p className={styles.failure}>{t(`failed.${failure.code}`, { minutes: failure.minutes })}</p>}
      </div>
      <Button type="submit" size="md" fullWidth disabled={!isAlive} loading={isPending}>
        {t("submit")}
      </Button>
    </form>
  );
}

/** Null when it succeeded. */
async function signInWith(login: string, password: string): Promise<Failure | null> {
  try {
    const { signIn } = await import("next-auth/react");
    const result = await signIn("credentials", { redirect: false, login, password });
    return result?.ok && !result.error ? null : failureOf(result?.error ?? "unavailable");
  } catch {
    return { code: "unreachable", minutes: 0 };
  }
}

/** "locked:15" → locked, 15 minutes. */
function failureOf(written: string): Failure {
  const [word = "", minutes = ""] = written.split(":");
  const code = failures.find((each) => each === word) ?? (word === "CredentialsSignin" ? "badCredentials" : "unavailable");
  return { code, minutes: Math.max(1, Number.parseInt(minutes, 10) || 1) };
}
