/** What a person's browser remembers about reading: no secret, and needed before the first paint. */
export const largeTextCookie = "text";

const oneYear = 60 * 60 * 24 * 365;

export function remember(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${oneYear}; samesite=lax`;
}
