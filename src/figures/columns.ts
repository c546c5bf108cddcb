import { textWidth, type Language } from "../display/index.js";
import { ASIDE as GAP } from "./axis.js";
import { BODY, DETAIL, HEADING, SMALL, SMALL_HEADING, type Columns, type Panel } from "./panel.js";
import { formatValue } from "./values.js";
import { headingOfValues } from "./wording.js";

/** Narrower figures have no room for columns side by side. */
const SIDE_BY_SIDE = 480;
const LEAST_PLOT = 220;
/** Longest label as a share of the width; longer ones are broken. */
const LABEL_SHARE = 0.32;

/** The columns that panels need; the figure becomes wider than asked where its numbers take it. */
export function columnsOf(panels: readonly Panel[], width: number, language: Language): Columns {
  if (width < SIDE_BY_SIDE) {
    return { stacked: true, label: width, detail: width, plot: [GAP, width - GAP], width };
  }
  const rows = panels.flatMap((panel) => panel.rows);
  const labels = rows.map(({ label, bold }) => textWidth(label, bold === true ? HEADING : BODY));
  const details = rows.map(({ detail = "" }) => Math.min(textWidth(detail, SMALL), DETAIL));
  const values = panels.flatMap((panel) => [
    textWidth(headingOfValues(panel.measure, panel.rows, language), SMALL_HEADING),
    ...panel.rows.map((row) => textWidth(formatValue(row, panel.measure, language), BODY)),
  ]);
  const label = Math.min(widest(labels), Math.round(width * LABEL_SHARE));
  const detail = widest(details) === 0 ? label : label + GAP + widest(details);
  const whole = Math.max(width, detail + LEAST_PLOT + 2 * GAP + widest(values));
  return { stacked: false, label, detail, plot: [detail + GAP, whole - widest(values) - GAP], width: whole };
}

function widest(widths: readonly number[]): number {
  return Math.ceil(Math.max(0, ...widths));
}
