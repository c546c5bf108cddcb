import { fieldOf, literal, malformed, object, type Shape } from "../shape.js";
import type { Levels, MinimizationDesign } from "../types.js";
import type { DesignKind } from "./procedure.js";
import {
  areCounts,
  favoring,
  MOST_SLOTS,
  oneMoreAt,
  placesOfLeast,
  slotProcedure,
  slotsOf,
} from "./slots.js";
import { declaredTotal, smallWeightsShape, sumOf } from "./weights.js";

/** How many each slot got of the citizens with a level, by factor and level. */
type Margins = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const TIED = 1e-9; // imbalances that are equal on paper differ by less, relative to the largest

/**
 * Pocock and Simon's minimization, `minimization/1`.
 *
 * For the next citizen of a stratum and each of its W slots j, let xᵢ be the numbers that the slots have
 * of citizens with this citizen's level of factor i, one more in j. With the factors' weights aᵢ and a
 * measure d of how far numbers are apart,
 *
 *     Gⱼ = Σᵢ aᵢ·d(xᵢ),   d = max x − min x                            `range`
 *                           = Σ(x − x̄)²/W                              `variance`
 *                           = Σ_{a<b} |xₐ − x_b| / ((W − 1)·Σx)        `marginal-balance`
 *
 * A slot of smallest G gets probability p = `preference`, each other one (1 − p)/(W − 1); among several
 * of smallest G (closer than 10⁻⁹ of the largest) even chances settle which of them is preferred.
 *
 * Pocock and Simon (1975), Biometrics 31:103, doi:10.2307/2529712.
 */
export const minimization: DesignKind<MinimizationDesign> = {
  shape: (arms) => (value, field) =>
    object({
      kind: literal("minimization"),
      weights: smallWeightsShape(arms, MOST_SLOTS),
      factors,
      imbalance: literal("range", "variance", "marginal-balance"),
      preference: preferenceAmong(declaredTotal(value, arms)),
    })(value, field),
  procedure: ({ weights, factors: declared, imbalance, preference }, arms) => {
    const slots = slotsOf(weights, arms);
    const number = slots.names.length;
    const apart = MEASURES[imbalance];
    // In the order of code units, so that sums come out the same however the factors were ordered.
    const factors = Object.entries(declared).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const marginOf = (margins: Margins, factor: string, levels: Levels): readonly number[] => {
      const counts = fieldOf(margins[factor], levelOf(levels, factor));
      return areCounts(counts, number) ? counts : slots.names.map(() => 0);
    };
    return slotProcedure<Margins>(slots, {
      algorithm: "minimization/1",
      predictable: preference === 1,
      first: Object.fromEntries(factors.map(([factor]) => [factor, {}])),
      isStand: (value): value is Margins =>
        factors.every(([factor]) => areMargins(fieldOf(value, factor), number)),
      chance: (margins, levels) => {
        const numbers = factors.map(([factor]) => marginOf(margins, factor, levels));
        const totals = slots.names.map((_, place) =>
          sumOf(factors.map(([, weight], i) => weight * apart(oneMoreAt(numbers[i] ?? [], place)))),
        );
        const least = placesOfLeast(totals, TIED * Math.max(...totals));
        const other = (1 - preference) / (number - 1);
        return favoring(slots, least, preference + (least.length - 1) * other);
      },
      after: (margins, place, levels) =>
        Object.fromEntries(
          factors.map(([factor]) => {
            const counts = oneMoreAt(marginOf(margins, factor, levels), place);
            return [factor, { ...margins[factor], [levelOf(levels, factor)]: counts }];
          }),
        ),
    });
  },
};

/** From whole numbers, as far as they go, so that the order of the slots makes no difference to the last digit. */
const MEASURES: Readonly<Record<MinimizationDesign["imbalance"], (numbers: readonly number[]) => number>> = {
  "range": (numbers) => Math.max(...numbers) - Math.min(...numbers),
  "variance": (numbers) => {
    const squares = sumOf(numbers.map((each) => each * each));
    return (numbers.length * squares - sumOf(numbers) ** 2) / numbers.length ** 2;
  },
  "marginal-balance": (numbers) => {
    const sorted = numbers.toSorted((a, b) => a - b);
    const differences = sumOf(sorted.map((each, rank) => (2 * rank + 1 - numbers.length) * each));
    return differences / ((numbers.length - 1) * sumOf(numbers));
  },
};

function levelOf(levels: Levels, factor: string): string {
  return String(fieldOf(levels, factor) ?? "");
}

function areMargins(value: unknown, length: number): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((counts: unknown) => areCounts(counts, length))
  );
}

const factors: Shape = (value, field) => {
  const one = object(Object.fromEntries(namesOf(value).map((name) => [name, factorWeight])));
  return namesOf(value).length > 0
    ? one(value, field)
    : [
        malformed(
          field,
          value,
          "at least one column of the referrals, each with the weight of its imbalance",
        ),
      ];
};

const factorWeight: Shape = (value, field) =>
  typeof value === "number" && value > 0 && value < Infinity
    ? []
    : [malformed(field, value, "a weight above 0, such as 1")];

function namesOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/** Of one slot among so many; where their number isn't known, any probability will do. */
function preferenceAmong(slots: number | undefined): Shape {
  const even = slots === undefined ? 0 : 1 / slots;
  return (value, field) =>
    typeof value === "number" && value > even && value <= 1
      ? []
      : [
          malformed(
            field,
            value,
            `a probability above ${even === 0 ? 0 : `1/${slots}`} (even chances), up to 1`,
          ),
        ];
}
