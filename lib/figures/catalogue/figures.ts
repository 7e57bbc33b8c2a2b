import type { Figure } from "./base";
import { dutyFigures, enterpriseFigures } from "./duties";
import { fundFigures } from "./funds";
import { courseFigures, keyProjectFigures, milestoneFigures, projectFigures, rateFigures, stageFigures, workFigures } from "./projects";
import { awaitingFigures, missedFigures, owedFigures, reportFigures } from "./reports";

/** Every figure that is counted or summed anywhere: its value and its rows come from the one definition here. Words: messages figures.names. */
export const catalogue = {
  ...keyProjectFigures, ...rateFigures, ...projectFigures, ...workFigures, ...stageFigures, ...courseFigures, ...milestoneFigures,
  ...fundFigures, ...dutyFigures, ...enterpriseFigures, ...owedFigures, ...reportFigures, ...awaitingFigures, ...missedFigures,
} satisfies Record<string, Figure>;

export type FigureKey = keyof typeof catalogue;
export const figureKeys = Object.keys(catalogue) as FigureKey[];
export const isFigureKey = (key: string): key is FigureKey => Object.hasOwn(catalogue, key);

/** 四率, in the order in which they are named. */
export const fourRates = ["rate-funds", "rate-start", "rate-investment", "rate-completion"] as const satisfies FigureKey[];
