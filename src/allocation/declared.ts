import { competitionError } from "../core/index.js";
import { designShape, kindShape } from "./designs/table.js";
import { planShape } from "./plan.js";
import { distinctTexts, fieldOf } from "./shape.js";
import type { AllocationPlan, AllocationProtocol, Design } from "./types.js";

/** A design by itself, or with the plan that it is part of, as a protocol has them. */
export type Declared = Design | Pick<AllocationProtocol, "arms" | "allocation">;

/** A plan and the ids of its arms, in their order. */
export interface DeclaredPlan {
  readonly plan: AllocationPlan;
  readonly arms: readonly string[];
}

/**
 * The plan that was declared. A design by itself is one without strata and quotas, its arms those of its
 * weights in their order.
 *
 * @param arms The arms of a design that has no weights.
 * @throws CompetitionError `impossible-design`, naming the field.
 */
export function declaredPlan(
  declared: Declared,
  arms: readonly string[] | undefined,
  operation: string,
): DeclaredPlan {
  if (fieldOf(declared, "kind") === undefined) {
    const named = fieldOf(declared, "arms");
    const ids = Array.isArray(named) ? named.map((arm: unknown) => fieldOf(arm, "id")) : named;
    check(distinctTexts(2)(ids, `${operation}.arms`));
    check(planShape(ids as readonly string[])(fieldOf(declared, "allocation"), `${operation}.allocation`));
    const { allocation } = declared as Exclude<Declared, Design>;
    return { plan: allocation, arms: ids as readonly string[] };
  }
  const design = declared as Design;
  check(kindShape(design, `${operation}.design`));
  const weights = fieldOf(design, "weights");
  const ids = typeof weights === "object" && weights !== null ? Object.keys(weights) : arms;
  check(distinctTexts(2)(ids, `${operation}.arms`));
  check(designShape(ids ?? [])(design, `${operation}.design`));
  return { plan: { design, strata: [], referredAgain: "keep-arm" }, arms: ids ?? [] };
}

function check([problem]: ReturnType<ReturnType<typeof designShape>>): void {
  if (problem === undefined) return;
  const { field, code: _, ...facts } = problem;
  throw competitionError({ code: "impossible-design", path: field, ...facts });
}
