import { expect, it } from "vitest";
import { signed } from "./signed";

it.each([["3.2", "+3.20"], ["-27.67", "−27.67"], ["0", "0.00"], ["-0.05", "−0.05"], ["12", "+12.00"]])("%s is written %s", (points, written) => expect(signed(points)).toBe(written));
