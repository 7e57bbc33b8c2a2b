import type { Page } from "@/lib/foundation/page-of";

/** The page that was asked for, or the last one when the list has become shorter than that. */
export const within = (page: Page, total: number): Page => ({ ...page, page: Math.min(page.page, Math.max(1, Math.ceil(total / page.perPage))) });
