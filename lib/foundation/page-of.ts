/** A page of a ledger, as lists take and answer it. Pages count from 1. */
export type Page = { page: number; perPage: number };
export type Paged<T> = { rows: T[]; total: number; page: number; perPage: number };

/** For Prisma: how many to skip and take. */
export const cut = ({ page, perPage }: Page) => ({ skip: (page - 1) * perPage, take: perPage });

/** The page that was asked for, or the last one when the list has become shorter than that. */
export const within = (page: Page, total: number): Page => ({ ...page, page: Math.min(page.page, Math.max(1, Math.ceil(total / page.perPage))) });
