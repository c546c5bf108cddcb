import { containsCpr, type CellProblem, type CellReader } from "../../tables/index.js";

/** Text of a table of municipalities, in which no person has a place. */
export const placeCell: CellReader<string> = (text) => cprIn(text) ?? text;

/** What is wrong with a text that holds a personal identification number. */
export function cprIn(text: string): CellProblem | undefined {
  return containsCpr(text) ? CPR_INSIDE : undefined;
}

const CPR_INSIDE: CellProblem = {
  code: "cpr-shaped",
  expected: "no CPR number in any column: rows are of municipalities",
  hint: "Is it a file of citizens? Leave the column out; an amount of ten digits can be told in thousands.",
};
