import { competitionError } from "../core/index.js";
import { designShape } from "./designs/table.js";
import { quotasShape } from "./quotas/index.js";
import {
  digest,
  distinctTexts,
  fieldOf,
  listOf,
  literal,
  malformed,
  object,
  recordOf,
  text,
  type Problem,
  type Shape,
} from "./shape.js";
import { factorsOf } from "./strata.js";
import type { AllocationPlan, AllocationProtocol } from "./types.js";

/** The shape of an allocation plan for these arms: each field, and that they can be meant together. */
export function planShape(arms: readonly string[]): Shape {
  return (value, field) => {
    const draws = fieldOf(fieldOf(value, "design"), "kind") === "complete" ? "batch" : "single";
    const problems = object(
      {
        design: designShape(arms),
        strata: distinctTexts(),
        referredAgain: literal("keep-arm", "draw-again"),
      },
      {
        unit: literal("citizen", "household"),
        levels: recordOf(distinctTexts(1)),
        quotas: quotasShape(arms, draws),
        beacon: draws === "batch" ? text : noBeacon,
      },
    )(value, field);
    return problems.length > 0 ? problems : planProblems(value as AllocationPlan, field);
  };
}

const noBeacon: Shape = (value, field) => [
  {
    ...malformed(field, value, "no beacon where citizens are drawn one at a time"),
    hint: "Their draws are settled once the key is, as if they lay in sealed envelopes; only rosters wait for a public value.",
  },
];

/** What of a plan's fields can't be meant together. */
function planProblems(plan: AllocationPlan, field: string): readonly Problem[] {
  const { unit, referredAgain, levels = {}, strata } = plan;
  const factors = factorsOf(plan);
  const columns = [...strata, ...factors];
  const reserved = [
    ...factors.filter((column) => RESERVED.has(column)),
    ...strata.filter((column) => unit === "household" && column === "household"),
  ];
  const twice = factors.filter((factor) => strata.includes(factor));
  const strange = Object.keys(levels).filter((column) => !columns.includes(column));
  return [
    ...reserved.map((column) => malformed(field, column, "columns that describe the citizen")),
    ...twice.map((factor) => ({
      ...malformed(`${field}.design.factors.${factor}`, factor, "a column that isn't a stratum too"),
      hint: "Within a stratum all have the same level of it: there is nothing to balance.",
    })),
    ...strange.map((column) =>
      malformed(`${field}.levels.${column}`, column, `one of ${columns.join(", ")}, strata and factors`),
    ),
    ...(unit === "household" && referredAgain === "draw-again"
      ? [
          {
            ...malformed(`${field}.referredAgain`, referredAgain, "keep-arm, since households share one arm"),
            hint: "Someone drawn anew could leave the household's arm.",
          },
        ]
      : []),
  ];
}

/** Columns of the referrals that have a meaning of their own. */
const RESERVED: ReadonlySet<string> = new Set(["citizen", "referredOn", "household"]);

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
  const hint = of("digest") === undefined ? RAW : problem.hint;
  throw competitionError({
    code: "impossible-protocol",
    path: problem.field,
    received: problem.received,
    expected: problem.expected,
    ...(hint === undefined ? {} : { hint }),
  });
}

const RAW =
  "A document as it was read has no digest yet: give what parseProtocol makes of a file, or defineProtocol of a value.";
