import type { Font, Language, Markup } from "../display/index.js";
import type { Axis } from "./axis.js";
import type { Mark } from "./marks.js";
import type { Measure } from "./measures.js";
import type { Favours, IntervalRow, ForestMargin } from "./rows.js";

/** Rows that share an axis: label, plot and value side by side. */
export interface Panel {
  readonly heading?: string;
  readonly measure: Measure;
  readonly rows: readonly PanelRow[];
  /** Where there is no difference. */
  readonly nullValue?: number;
  /** What the rows are held against: a line with the band of its interval. */
  readonly reference?: IntervalRow;
  /** Values of another panel, where both shall have the same axis. */
  readonly alsoOnAxis?: readonly number[];
  /** Values no further from the null are small: dashed lines on both sides of it, and what they mean. */
  readonly small?: { readonly within: number; readonly label: string };
  /** A value that intervals are held against: a dashed line with its name under the axis. */
  readonly margin?: ForestMargin;
  /** What a value on either side of the null means. */
  readonly favours?: Favours;
}

export interface PanelRow extends IntervalRow {
  readonly mark: Mark;
  /** Labels of what is pointed out are bold. */
  readonly bold?: boolean;
}

/** Where the columns of all panels of a figure stand, from the left. */
export interface Columns {
  /** Labels and values stand above their plot, which is as wide as the figure, not on both sides of it. */
  readonly stacked: boolean;
  /** Width of the labels, which begin at 0. */
  readonly label: number;
  /** Right edge of the details, where they have a column. */
  readonly detail: number;
  readonly plot: readonly [number, number];
  /** Right edge of the values, and of the figure. */
  readonly width: number;
}

export const BODY: Font = { size: 13 };
export const SMALL: Font = { size: 12 };
export const HEADING: Font = { size: 13, bold: true };
export const SMALL_HEADING: Font = { size: 12, bold: true };
/** Longest detail beside a label, in pixels. */
export const DETAIL = 140;
/** Height of a line of text. */
export const LINE = 16;

/** What the parts of a panel are drawn by. */
export interface Scene {
  readonly panel: Panel;
  readonly columns: Columns;
  readonly axis: Axis;
  readonly language: Language;
}

/** Something drawn, and the height at which it ends. */
export interface Drawn {
  readonly markup: readonly Markup[];
  readonly bottom: number;
}
