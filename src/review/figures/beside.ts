import { hasSuccess } from "../../effects/index.js";
import type { Figure } from "../../figures/index.js";
import type { Look } from "../look.js";
import { isCompared, primaryEffect } from "../read.js";
import type { EditionData } from "../types.js";
import { balanceFigure, hasBalance } from "./balance.js";
import { monthsFigure } from "./months.js";
import { planeComparisons, planeFigure } from "./plane.js";
import { targetsFigure } from "./targets.js";
import { timeFigure } from "./time.js";
import { differenceFigure, hasProcess, trendFigure } from "./trend.js";

/** The figures of what stands beside the comparison, by id. */
export function besideFigures(data: EditionData, look: Look): Readonly<Record<string, Figure>> {
  const effect = primaryEffect(data);
  const { time = null, months = null, trend = null } = data.beside ?? {};
  const { costs } = data;
  return {
    ...(effect === undefined || !hasBalance(effect) ? {} : { balance: balanceFigure(effect, look) }),
    ...(time === null || !isCompared(data) || !hasSuccess(time) ? {} : { time: timeFigure(time, look) }),
    ...(months === null || months.months.length === 0 ? {} : { months: monthsFigure(months, look) }),
    ...(data.targets === null ? {} : { targets: targetsFigure(data.targets, look) }),
    ...(trend === null || trend.base === null ? {} : { trend: trendFigure(trend, look) }),
    ...(trend === null || !hasProcess(trend) ? {} : { "trend-difference": differenceFigure(trend, look) }),
    ...(costs === null
      ? {}
      : Object.fromEntries(
          planeComparisons(costs).map((each) => [`plane-${each.arm}`, planeFigure(costs, each, look)]),
        )),
  };
}
