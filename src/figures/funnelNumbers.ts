import { ABSENT, shortenText, svgText, textWidth, type Language } from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import type { NumberedRow } from "./funnelLabels.js";
import { LINE, SMALL, SMALL_HEADING, type Drawn } from "./panel.js";

const GAP = 16;
const BESIDE = 6;

/** What the numbers in a figure stand for, in columns that are read downwards. */
export function drawNumbers(
  rows: readonly NumberedRow[],
  top: number,
  width: number,
  language: Language,
): Drawn {
  if (rows.length === 0) return { markup: [], bottom: top };
  const indent = Math.max(...rows.map((row) => textWidth(numberOf(row), SMALL_HEADING))) + BESIDE;
  const names = Math.max(...rows.map(({ row }) => textWidth(row.label, SMALL)));
  const column = Math.min(width, indent + names + GAP);
  const columns = Math.max(1, Math.floor((width + GAP) / column));
  const deep = Math.ceil(rows.length / columns);
  const first = top + 1.5 * LINE;
  const markup = rows.flatMap((row, index) => {
    const x = Math.floor(index / deep) * column;
    const y = first + (index % deep) * LINE;
    const name = shortenText(row.row.label, column - indent, SMALL);
    return [
      svgText(numberOf(row), { x: x + indent - BESIDE, y, ...SMALL_HEADING, anchor: "end" }),
      svgText(name, { x: x + indent, y, ...SMALL, whole: row.row.label }),
    ];
  });
  return {
    markup: [
      svgText(BENCHMARK_WORDING[language].numbers, { x: 0, y: top + LINE / 2, ...SMALL_HEADING }),
      ...markup,
    ],
    bottom: top + (deep + 1) * LINE,
  };
}

function numberOf({ number }: NumberedRow): string {
  return number === null ? ABSENT : String(number);
}
