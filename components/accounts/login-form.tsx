"use client";

import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, useSyncExternalStore, type FormEvent, type ReactNode } from "react";
import styles from "./login-form.module.css";
import { signInWith, type Failure } from "./sign-in";

const never = () => () => {};

/** Plain inputs on purpose: the first page of all loads no more than it needs. `callbackUrl` is a path of ours, made sure of by the page. */
export function LoginForm({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations("login");
  const isAlive = useSyncExternalStore(never, () => true, () => false); // prettier-ignore
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isMissing, setMissing] = useState({ login: false, password: false });
  const [isShown, setShown] = useState(false);
  const loginInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    // Read from the inputs themselves: a password manager may have filled them before the page was alive.
    const login = loginInput.current?.value.trim() ?? "";
    const password = passwordInput.current?.value ?? "";
    setMissing({ login: login === "", password: password === "" });
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
      <Field label={t("login")} error={isMissing.login ? t("empty") : null}>
        {(bound) => (
          <input
            {...bound}
            ref={loginInput}
            className={styles.input}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            maxLength={64}
          />
        )}
      </Field>
      <Field label={t("password")} error={isMissing.password ? t("empty") : null}>
        {(bound) => (
          <span className={styles.withEye}>
            <input
              {...bound}
              ref={passwordInput}
              className={styles.input}
              name="password"
              type={isShown ? "text" : "password"}
              autoComplete="current-password"
              maxLength={256}
            />
            <button
              type="button"
              className={styles.eye}
              aria-label={t("showPassword")}
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? <IconEyeOff size={20} stroke={1.6} aria-hidden /> : <IconEye size={20} stroke={1.6} aria-hidden />}
            </button>
          </span>
        )}
      </Field>
      <div role="alert">
        {failure && <p className={styles.failure}>{t(`failed.${failure.code}`, { minutes: failure.minutes })}</p>}
      </div>
      <button type="submit" className={styles.submit} disabled={!isAlive || isPending}>
        {isPending ? t("entering") : t("submit")}
      </button>
    </form>
  );
}

type Bound = { id: string; "aria-invalid": boolean | undefined; "aria-describedby": string | undefined };

function Field({ label, error, children }: { label: string; error: string | null; children: (bound: Bound) => ReactNode }) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-invalid": error !== null || undefined, "aria-describedby": error ? errorId : undefined })}
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
