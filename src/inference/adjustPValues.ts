import { competitionError, oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import type { Column } from "./followUps.js";
import { adjusted, type PValueAdjustment } from "./kernels/multiplicity.js";

export interface PValueOptions {
  /** `holm` by default. */
  readonly method?: PValueAdjustment | undefined;
}

const RULES: OptionRules<{ method: PValueAdjustment }> = {
  method: oneOf(["holm", "hochberg", "bonferroni", "benjamini-hochberg", "benjamini-yekutieli"]),
};

const OPERATION = "adjustPValues";

/**
 * How strong is the evidence of each of several tests, given that so many were made?
 *
 * Among twenty tests of nothing one is expected below 0.05. An adjusted p-value may be held against
 * the level as if its test were the only one. With m tests and p₍₁₎ ≤ … ≤ p₍ₘ₎:
 * - `holm`: max over j ≤ i of (m − j + 1) p₍ⱼ₎, and `bonferroni`: m p. The probability of even one false
 *   finding is at most the level, whatever the tests have to do with each other. Holm's finds all that
 *   Bonferroni's does.
 * - `hochberg`: min over j ≥ i of (m − j + 1) p₍ⱼ₎. The same for independent tests, and for most that
 *   depend on each other positively; it finds all that Holm's does.
 * - `benjamini-hochberg`: min over j ≥ i of (m/j) p₍ⱼ₎. Of all that is found at a level, at most that share
 *   is expected to be false (the false discovery rate), for independent or positively dependent tests:
 *   for screening, not for a verdict. `benjamini-yekutieli`: the same times 1 + 1/2 + … + 1/m, whatever
 *   the dependence.
 *
 * None is above 1. Tests that were made but aren't reported count too: put a 1 for each of them.
 *
 * @param p p-values, numbers from 0 to 1, in any order
 * @param options `method`, `holm` by default
 * @returns the adjusted p-values in the order given; none for none
 * @throws CompetitionError `impossible-p-values` unless they are an array, `impossible-p-value` for one outside [0, 1],
 *   `unknown-option` or `impossible-option`
 * @example
 * adjustPValues([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 * @example
 * adjustPValues([]) // []
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70; Hochberg (1988), Biometrika 75, 800–802,
 *   doi:10.1093/biomet/75.4.800; Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300,
 *   doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini & Yekutieli (2001), Annals of Statistics 29,
 *   1165–1188, doi:10.1214/aos/1013699998
 */
export function adjustPValues(p: Column<number>, options?: PValueOptions): number[] {
  const { values } = resolveOptions(OPERATION, options, RULES);
  requirePValues(p);
  return adjusted(p, values.method);
}

function requirePValues(p: Column<number>): void {
  if (!Array.isArray(p) && !(ArrayBuffer.isView(p) && "length" in p)) {
    throw impossible("impossible-p-values", `${OPERATION}.p`, p, "an array of p-values");
  }
  for (let place = 0; place < p.length; place++) {
    const value: unknown = p[place];
    if (typeof value === "number" && value >= 0 && value <= 1) continue;
    throw impossible("impossible-p-value", `${OPERATION}.p[${place}]`, value, "a number from 0 to 1");
  }
}

function impossible(code: string, path: string, received: unknown, expected: string): Error {
  return competitionError({ code, path, received, expected });
}
