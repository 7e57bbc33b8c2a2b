import { expect, it } from "vitest";
import { within } from "./page-of";

it.each([
  [1, 0, 1],
  [1, 120, 1],
  [3, 120, 3],
  [4, 120, 3],
  [99, 100, 2],
])("page %i of a list of %i is page %i", (page, total, shown) => expect(within({ page, perPage: 50 }, total)).toEqual({ page: shown, perPage: 50 }));
