/** Unsaved text of a form, kept in this tab until it is saved. Signing out clears it all. */
const keyOf = (formId: string) => `kept-text:${formId}`;

export function readKeptText(formId: string): Record<string, unknown> | null {
  try {
    const written = sessionStorage.getItem(keyOf(formId));
    return written === null ? null : (JSON.parse(written) as Record<string, unknown>);
  } catch {
    return null;
  }
}

export function keepText(formId: string, values: Record<string, unknown>): void {
  try {
    sessionStorage.setItem(keyOf(formId), JSON.stringify(values));
  } catch {
    // A full or forbidden storage loses the comfort, not the form.
  }
}

export function dropKeptText(formId: string): void {
  try {
    sessionStorage.removeItem(keyOf(formId));
  } catch {
    // As above.
  }
}

export function dropAllKeptText(): void {
  try {
    sessionStorage.clear();
  } catch {
    // As above.
  }
}
