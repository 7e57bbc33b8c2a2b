/** Where to go after the login: only a path of our own, so that a forged link cannot carry anyone elsewhere. */
export function ownPath(wanted: string | string[] | undefined): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted) || /[\\\u0000-\u001f]/.test(wanted)) return "/";
  const url = new URL(wanted, "http://own.invalid");
  return url.host === "own.invalid" && !url.pathname.startsWith("/login") ? url.pathname + url.search + url.hash : "/";
}
