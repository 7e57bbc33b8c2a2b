/** The id of a form in the page. */
export const formElementId = (formId: string): string => `form:${formId}`;

/**
 * What somebody typed into the server's page before it was alive: read while the page comes alive for the first time, when the fields still
 * hold it. On a slow phone these are seconds of typing.
 */
export function readTypedEarly(formId: string): Record<string, string | boolean> {
  if (typeof document === "undefined") return {};
  const form = document.getElementById(formElementId(formId));
  if (!(form instanceof HTMLFormElement)) return {};
  const typed: Record<string, string | boolean> = {};
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement) {
      const chosen = field.selectedOptions[0];
      if (field.name && chosen && !chosen.defaultSelected) typed[field.name] = field.value;
    } else if (field instanceof HTMLInputElement && field.type === "checkbox") {
      if (field.name && field.checked !== field.defaultChecked) typed[field.name] = field.checked;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      if (field.name && field.value !== field.defaultValue) typed[field.name] = field.value;
    }
  }
  return typed;
}
