import { oneOf, type GivenOptions, type OptionRules } from "../core/index.js";
import type { Language } from "../display/index.js";

/** What every figure can be told. */
export interface FigureSettings {
  /** Language of the words in it and of its numbers; `en` by default. */
  readonly language: Language;
  /**
   * Width in pixels, from 320 to 2000; 760 by default. What needs more takes more; below 480, a telephone's, names and
   * values stand above what is drawn of them.
   */
  readonly width: number;
  /** What the picture is: its caption, and what a screen reader says first. */
  readonly title?: string;
  /** Start of the ids in the SVG, unique within a page; derived from what is drawn by default. */
  readonly id?: string;
}

export type FigureOptions = GivenOptions<FigureSettings>;

export const figureRules: OptionRules<FigureSettings> = {
  language: oneOf(["en", "da"]),
  width: {
    default: 760,
    expected: "a number of pixels from 320 to 2000",
    accepts: (value) => typeof value === "number" && value >= 320 && value <= 2000,
  },
  title: {
    expected: "a text that isn't empty",
    accepts: (value) => typeof value === "string" && value.trim() !== "",
  },
  id: {
    expected: "a letter, then letters, digits and hyphens",
    accepts: (value) => typeof value === "string" && /^[A-Za-z][A-Za-z0-9-]*$/.test(value),
  },
};
