/** A page of a ledger, as lists take and answer it. Pages count from 1. */
export type Page = { page: number; perPage: number };
export type Paged<T> = { rows: T[]; total: number; page: number; perPage: number };

/** For Prisma: how many to skip and take. */
export const cut = ({ page, perPage }: Page) => ({ skip: (page - 1) * perPage, take: perPage });
