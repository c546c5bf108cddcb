import { SUPPRESSED } from "../core/index.js";
import { formatCount, type Language, type Row, type Table } from "../display/index.js";
import { WORDING } from "./wording.js";

/** A box of a flow diagram: how many, and what they divide into. */
export interface FlowBox {
  readonly heading: string;
  /** A number; `"suppressed"` for what may not be shown, or a text of one's own for it, such as `<5`. */
  readonly count?: number | string;
  readonly lines?: readonly FlowLine[];
}

export interface FlowLine {
  readonly label: string;
  readonly count: number | string;
}

/** The flow of a trial (CONSORT): what all pass, one box under the other, then the arms side by side. */
export interface FlowModel {
  readonly entrance: readonly FlowBox[];
  /** Boxes of each arm from above; boxes of the same place stand at the same height. */
  readonly arms: readonly (readonly FlowBox[])[];
}

/** A box whose counts are in words. */
export interface WrittenBox {
  readonly heading: string;
  readonly count: string;
  readonly lines: readonly { readonly label: string; readonly count: string }[];
}

/** Puts the counts of a box in words. */
export function writtenBox({ heading, count, lines = [] }: FlowBox, language: Language): WrittenBox {
  const inWords = (value: number | string): string =>
    typeof value === "number" || value === SUPPRESSED ? formatCount(value, { language }) : value;
  return {
    heading,
    count: count === undefined ? "" : inWords(count),
    lines: lines.map((line) => ({ label: line.label, count: inWords(line.count) })),
  };
}

/** A box as a sentence. */
export function describeBox({ heading, count, lines }: WrittenBox): string {
  const parts = lines.map((line) => `${line.label} ${line.count}`);
  return `${[`${heading} ${count}`.trimEnd(), ...(parts.length === 0 ? [] : [parts.join(", ")])].join(": ")}.`;
}

/** Boxes as a table, under the name of the arm. */
export function tableOf(boxes: readonly WrittenBox[], entrance: boolean, language: Language): Table {
  const words = WORDING[language];
  return {
    block: "table",
    caption: entrance ? "" : (boxes[0]?.heading ?? ""),
    columns: [{ heading: words.stage }, { heading: words.count, align: "right" }],
    rows: boxes.flatMap(({ heading, count, lines }) => [
      [heading, count],
      ...lines.map((line) => [`– ${line.label}`, line.count]),
    ]),
  };
}

/** Boxes and their lines as plain rows. */
export function plainRows(boxes: readonly FlowBox[], arm: string | null): readonly Row[] {
  return boxes.flatMap(({ heading, count = null, lines = [] }) => [
    { arm, stage: heading, part: null, count },
    ...lines.map((line) => ({ arm, stage: heading, part: line.label, count: line.count })),
  ]);
}
