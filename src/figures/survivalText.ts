import { formatCount, formatPercent, type Language, type Row, type Table } from "../display/index.js";
import { measureOf } from "./measures.js";
import { atRiskAt, isInformative, stepAt, type CurveLine } from "./survivalLines.js";
import type { TimeTick } from "./survivalScales.js";
import { formatValue } from "./values.js";
import { WORDING } from "./wording.js";

/** The curves in a sentence each: how many, how many events, and where they stand at the times of the axis. */
export function describeCurves(
  lines: readonly CurveLine[],
  times: readonly TimeTick[],
  language: Language,
): string {
  const words = WORDING[language];
  return lines
    .map((line) => {
      const values = times.flatMap(({ time, label }) =>
        stepAt(line, time) === undefined ? [] : [`${label}: ${valueAt(line, time, language)}`],
      );
      return `${line.label}: ${words.followed(line.steps[0].atRisk, eventsOf(line))}; ${words.time} ${values.join(", ")}.`;
    })
    .join(" ");
}

/** A table of each line at the times of the axis. */
export function curveTable(
  line: CurveLine,
  times: readonly TimeTick[],
  values: string,
  language: Language,
): Table {
  const words = WORDING[language];
  return {
    block: "table",
    caption: line.label,
    columns: [
      { heading: words.time, align: "right" },
      { heading: words.atRisk, align: "right" },
      { heading: values, align: "right" },
    ],
    rows: times.map(({ time, label }) => [
      label,
      formatCount(atRiskAt(line, time), { language }),
      valueAt(line, time, language),
    ]),
  };
}

function valueAt(line: CurveLine, time: number, language: Language): string {
  const step = stepAt(line, time);
  if (step === undefined) {
    return time < line.steps[0].time ? formatPercent(line.start, { language }) : WORDING[language].unknown;
  }
  return isInformative(step)
    ? formatValue(step, measureOf("proportion"), language)
    : formatPercent(step.estimate, { language });
}

function eventsOf({ steps }: CurveLine): number {
  return steps.reduce((sum, { events }) => sum + events, 0);
}

/** The steps of a line as plain values. */
export function plainSteps({ label, steps }: CurveLine): readonly Row[] {
  return steps.map(({ time, atRisk, events, censored, estimate, lower, upper }) => ({
    line: label,
    time,
    atRisk,
    events,
    censored,
    estimate,
    lower,
    upper,
  }));
}
