import type { CellProblem, CellReader } from "../tables/index.js";

/**
 * An amount in kroner as whole øre: `5000`, `5.000,00`, `5000,5`, `5,000.00`, `5 000`, `kr. 5.000,-`, `−250,00`.
 *
 * Kroner have at most two decimals, so that in `5.000` the point can only group thousands, and in a file
 * whose cells are separated by commas the comma in `5,000`; the other way round it is refused, since
 * nobody can tell `5,000` from a 5 with three decimals. The digits are put together as text: no amount
 * passes through a fraction of a floating number.
 */
export const kronerCell: CellReader<number> = (text, separator) => {
  const [, before = "", after = "", digits = ""] = AMOUNT.exec(text) ?? [];
  if (digits === "" || (before !== "" && after !== "")) return NO_AMOUNT;
  const other = separator === "," ? "." : ",";
  if (new RegExp(`^[1-9]\\d{0,2}\\${other}\\d{3}$`).test(digits)) return AMBIGUOUS;
  const form = FORMS.find((each) => each.test(digits));
  if (form === undefined) return NO_AMOUNT;
  const [, whole = "", fraction = ""] = form.exec(digits) ?? [];
  const ore = Number(`${whole.replaceAll(/\D/g, "")}${fraction.padEnd(2, "0")}`);
  if (!Number.isSafeInteger(ore)) return TOO_LARGE;
  return `${before}${after}` === "" || before === "+" || after === "+" || ore === 0 ? ore : -ore;
};

/** A sign before or after the currency, digits with their marks, and what may follow: `,-` and the currency. */
const AMOUNT =
  /^([+\-\u2212]?)\s*(?:(?:kr\.?|dkk)\s*)?([+\-\u2212]?)\s*(\d(?:[\d.,\s]*\d)?)(?:,-)?(?:\s*(?:kr\.?|dkk))?$/iu;

/** The whole kroner and the decimals, by how thousands are grouped: not at all, by points, commas or spaces. */
const FORMS: readonly RegExp[] = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
  /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
  /^([1-9]\d{0,2}(?:\s\d{3})+)(?:[.,](\d{1,2}))?$/,
];

const NO_AMOUNT: CellProblem = {
  code: "impossible-amount",
  expected: "an amount in kroner with at most two decimals, such as 5.000,00",
};

const AMBIGUOUS: CellProblem = {
  code: "ambiguous-number",
  expected: "an amount that can't be read two ways",
  hint: "Write thousands without a mark, and decimals as the rest of the file has them.",
};

const TOO_LARGE: CellProblem = {
  code: "impossible-amount",
  expected: "an amount that can be counted in øre",
};
