import type { CellProblem, CellReader } from "../../tables/index.js";

/** In what a file's shares are written where they have no sign of per cent. */
export type ShareUnit = "proportion" | "percent";

/** A share with what its printed digits leave open. */
export interface Share {
  /** A proportion. */
  readonly value: number;
  /** Half a unit of the last printed digit, as a proportion. */
  readonly rounding: number;
}

const SHAPE = /^(\d{1,3}(?:[.,]\d+)?)\s*(%|pct\.?)?$/i;

/**
 * A share as a text of one form, `34.30%` or `0.343`: the printed digits tell how far it was rounded, which a number
 * would forget.
 */
export function shareCell(unit: ShareUnit): CellReader<string> {
  return (text) => {
    const [, digits, sign] = SHAPE.exec(text) ?? [];
    if (digits === undefined) return NO_SHARE;
    const plain = digits.replace(",", ".");
    const isPercent = sign !== undefined || unit === "percent";
    if (Number(plain) > (isPercent ? 100 : 1)) return isPercent ? NO_SHARE : NO_PROPORTION;
    return isPercent ? `${plain}%` : plain;
  };
}

const NO_SHARE: CellProblem = {
  code: "impossible-share",
  expected: "a share such as 34,3 % or 0,343",
};

const NO_PROPORTION: CellProblem = {
  code: "impossible-share",
  expected: "a proportion from 0 to 1, or per cent with its sign",
  hint: 'If the file\'s shares are per cent, say so once: a line `# shares: percent` above the header, or describe: { shares: "percent" }.',
};

/** The share that {@link shareCell} read. */
export function shareOf(text: string): Share {
  const isPercent = text.endsWith("%");
  const digits = isPercent ? text.slice(0, -1) : text;
  const decimals = (digits.split(".")[1] ?? "").length + (isPercent ? 2 : 0);
  return { value: Number(`${digits}e${isPercent ? -2 : 0}`), rounding: Number(`5e-${decimals + 1}`) };
}
