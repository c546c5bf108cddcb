import { competitionError } from "../core/index.js";
import { designShape } from "./designs/table.js";
import { digest, distinctTexts, fieldOf, listOf, literal, object, type Shape } from "./shape.js";
import type { AllocationProtocol } from "./types.js";

/** The shape of an allocation plan for these arms. */
export function planShape(arms: readonly string[]): Shape {
  return object({
    design: designShape(arms),
    strata: distinctTexts(),
    referredAgain: literal("keep-arm", "draw-again"),
  });
}

/** The arms' ids in a protocol, in its order: the order in which turns go round and shares are rounded. */
export function armsOf(protocol: AllocationProtocol): readonly string[] {
  return protocol.arms.map((arm) => arm.id);
}

const armsShape: Shape = (value, field) => {
  const anything = listOf(() => [], 2)(value, field);
  if (anything.length > 0 || !Array.isArray(value)) return anything;
  return distinctTexts(2)(
    value.map((arm: unknown) => fieldOf(arm, "id")),
    `${field}.id`,
  );
};

/**
 * Makes sure that the part of a protocol that allocation needs is there and fits together.
 *
 * @throws CompetitionError `impossible-protocol`, naming the field.
 */
export function checkProtocol(protocol: AllocationProtocol): AllocationProtocol {
  const of = (name: string): unknown => fieldOf(protocol, name);
  const early = [...digest(of("digest"), "protocol.digest"), ...armsShape(of("arms"), "protocol.arms")];
  const problems =
    early.length > 0 ? early : planShape(armsOf(protocol))(of("allocation"), "protocol.allocation");
  const [problem] = problems;
  if (problem === undefined) return protocol;
  throw competitionError({
    code: "impossible-protocol",
    path: problem.field,
    received: problem.received,
    expected: problem.expected,
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
  });
}
