import { fieldOf, malformed, type Shape } from "../shape.js";
import type { Design } from "../types.js";
import { alternation } from "./alternation.js";
import { complete } from "./complete.js";
import type { DesignKind, Procedure } from "./procedure.js";

type DesignOf = { readonly [Kind in Design["kind"]]: Extract<Design, { readonly kind: Kind }> };

/** Every design that can be declared. */
const DESIGNS: { readonly [Kind in Design["kind"]]: DesignKind<DesignOf[Kind]> } = { complete, alternation };

/** How a declared design draws between arms (their ids, in the order of the protocol). */
export function procedureOf(design: Design, arms: readonly string[]): Procedure {
  return boundTo(design.kind, design, arms);
}

function boundTo<Kind extends Design["kind"]>(
  kind: Kind,
  design: DesignOf[Kind],
  arms: readonly string[],
): Procedure {
  return DESIGNS[kind].procedure(design, arms);
}

/** The shape of any declared design for these arms. */
export function designShape(arms: readonly string[]): Shape {
  const expected = `a design whose kind is one of ${Object.keys(DESIGNS).join(", ")}`;
  return (value, field) => {
    const known = Object.entries(DESIGNS).find(([kind]) => kind === fieldOf(value, "kind"));
    return known === undefined ? [malformed(field, value, expected)] : known[1].shape(arms)(value, field);
  };
}
