import { nearestWord } from "../../core/index.js";
import { fieldOf, malformed, type Shape } from "../shape.js";
import type { AllocationPlan, Design } from "../types.js";
import { alternation } from "./alternation.js";
import { biasedCoin } from "./biased-coin.js";
import { bigStick } from "./big-stick.js";
import { complete } from "./complete.js";
import { minimization } from "./minimization.js";
import { permutedBlock } from "./permuted-block.js";
import type { DesignKind, Procedure } from "./procedure.js";
import { simple } from "./simple.js";
import { urn } from "./urn.js";

type DesignOf = { readonly [Kind in Design["kind"]]: Extract<Design, { readonly kind: Kind }> };

/** Every design that can be declared. */
const DESIGNS: { readonly [Kind in Design["kind"]]: DesignKind<DesignOf[Kind]> } = {
  simple,
  complete,
  "permuted-block": permutedBlock,
  alternation,
  "biased-coin": biasedCoin,
  "big-stick": bigStick,
  urn,
  minimization,
};

/** How a plan's design draws between arms (their ids, in the order of the protocol). */
export function procedureOf(plan: AllocationPlan, arms: readonly string[]): Procedure {
  return boundTo(plan.design.kind, plan.design, arms, plan);
}

function boundTo<Kind extends Design["kind"]>(
  kind: Kind,
  design: DesignOf[Kind],
  arms: readonly string[],
  plan: AllocationPlan,
): Procedure {
  return DESIGNS[kind].procedure(design, arms, plan);
}

/** The shape of any declared design for these arms. */
export function designShape(arms: readonly string[]): Shape {
  return (value, field) => {
    const known = Object.entries(DESIGNS).find(([kind]) => kind === fieldOf(value, "kind"));
    return known === undefined ? kindShape(value, field) : known[1].shape(arms)(value, field);
  };
}

/** A design of one of the kinds that there are, whatever else it says. */
export const kindShape: Shape = (value, field) => {
  const kinds = Object.keys(DESIGNS);
  const kind = fieldOf(value, "kind");
  if (typeof kind !== "string") {
    return [malformed(field, value, `a design whose kind is one of ${kinds.join(", ")}`)];
  }
  if (kinds.includes(kind)) return [];
  const near = nearestWord(kind, kinds);
  const unknown = malformed(`${field}.kind`, kind, `one of ${kinds.join(", ")}`);
  return [near === undefined ? unknown : { ...unknown, hint: `Did you mean ${near}?` }];
};
