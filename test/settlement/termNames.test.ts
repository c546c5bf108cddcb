import { expect, it } from "vitest";
import { nameOfTerm } from "../../src/settlement/termNames.js";

it.each([
  ["terms[0].base", "Grundbeløb", "Base"],
  ["terms[1].lateStart", "Fradrag for sen start", "Late start"],
  ["terms[0].bonuses[1]", "Bonus nr. 2", "Bonus no. 2"],
  ["terms[0].bonuses[0].clawback", "Tilbagebetaling af bonus nr. 1", "Repayment of bonus no. 1"],
  ["terms[10].caps[11]", "Loft nr. 12", "Cap no. 12"],
  ["terms[0].minimums[0]", "Garantibeløb nr. 1", "Minimum no. 1"],
  ["elsewhere", "elsewhere", "elsewhere"],
])("names a term by what it is: %s", (term, da, en) => {
  expect([nameOfTerm(term, "da"), nameOfTerm(term, "en")]).toEqual([da, en]);
});
