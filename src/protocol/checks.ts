import { nearestWord, type Issue } from "../core/index.js";
import { defaultStates } from "../histories/index.js";
import type { Criterion, StateSelector } from "../outcomes/index.js";
import type { ProtocolDocument } from "./types.js";

/** A contradiction inside a document whose shape is right. */
export type Contradiction = Omit<Issue, "file"> & { readonly path: string };

/**
 * Everything in the document that refers to something that isn't there, or that can't be meant together.
 *
 * @param ofPlan What is wrong with the allocation plan by itself; what builds on the plan isn't looked at then.
 */
export function contradictionsOf(
  document: ProtocolDocument,
  ofPlan: readonly Contradiction[],
): readonly Contradiction[] {
  return [
    ...checkArms(document),
    ...(ofPlan.length > 0 ? ofPlan : [...checkAllocation(document), ...checkCourse(document)]),
    ...document.criteria.flatMap((criterion, index) => checkCriterion(criterion, index, document)),
    ...repeated(document.criteria.map(({ id }) => id)).map((id) => duplicate("criteria", id)),
    ...checkAnalysis(document),
    ...checkBenchmark(document),
    ...checkPayment(document),
  ];
}

const RESERVED = ["citizen", "referredOn", "household"];

function checkArms({ arms }: ProtocolDocument): Contradiction[] {
  return repeated(arms.map(({ id }) => id)).map((id) => duplicate("arms", id));
}

function checkAllocation({ allocation }: ProtocolDocument): Contradiction[] {
  return allocation.strata.flatMap((column, index) =>
    RESERVED.includes(column)
      ? [
          {
            code: "reserved-column",
            path: `allocation.strata[${index}]`,
            received: column,
            expected: "a column of the referrals that describes the citizen",
          },
        ]
      : [],
  );
}

function checkCourse({ arms, course, allocation }: ProtocolDocument): Contradiction[] {
  const ids = arms.map(({ id }) => id);
  const guarantees = course.guarantees ?? [];
  return [
    ...course.lengths.flatMap(({ group }, index) =>
      Object.keys(group ?? {}).flatMap((column) =>
        undefinedName("stratum", column, allocation.strata, `course.lengths[${index}].group.${column}`),
      ),
    ),
    ...guarantees.flatMap(({ arm, least = 0, most = Infinity }, index) => [
      ...undefinedName("arm", arm, ids, `course.guarantees[${index}].arm`),
      ...(least <= most
        ? []
        : [
            {
              code: "contradiction",
              path: `course.guarantees[${index}].least`,
              received: least,
              expected: `no more than most, ${most}`,
            },
          ]),
    ]),
    ...repeated(guarantees.map(({ arm }) => arm)).map((arm) => duplicate("course.guarantees", arm)),
  ];
}

function checkCriterion(criterion: Criterion, index: number, document: ProtocolDocument): Contradiction[] {
  const path = `criteria[${index}]`;
  const states = Object.keys(document.states ?? defaultStates);
  const findings = [
    ...checkSelector(criterion.states, `${path}.states`, states),
    ...checkSelector(criterion.without, `${path}.without`, states),
  ];
  if (criterion.states === undefined && criterion.without === undefined) {
    findings.push({
      code: "nothing-counts",
      path,
      received: criterion.id,
      expected: "states that count, states that must be absent, or both",
    });
  }
  if ("months" in criterion.amount && criterion.continuity === "cumulative") {
    findings.push({
      code: "contradiction",
      path: `${path}.amount`,
      received: criterion.amount,
      expected: "{ calendarMonths } with cumulative, or consecutive with { months }",
      hint: "Months from date to date are one unbroken run; add up calendar months instead.",
    });
  }
  if (criterion.window.anchor === "referral" && "calendarMonths" in criterion.amount) {
    findings.push({
      code: "contradiction",
      path: `${path}.amount`,
      received: criterion.amount,
      expected: "{ months }, since the criterion asks for one spell by its own first day",
    });
  }
  return findings;
}

function checkSelector(
  selector: StateSelector | undefined,
  path: string,
  states: readonly string[],
): Contradiction[] {
  if (selector === undefined) return [];
  const named = (["states", "except"] as const).flatMap((part) =>
    (selector[part] ?? []).flatMap((state, index) =>
      undefinedName("state", state, states, `${path}.${part}[${index}]`),
    ),
  );
  const empty = (selector.states ?? []).length + (selector.having ?? []).length === 0;
  return empty
    ? [
        ...named,
        {
          code: "nothing-selected",
          path,
          received: selector,
          expected: "at least one state, or one property in having",
        },
      ]
    : named;
}

function checkAnalysis({ analysis, arms, criteria }: ProtocolDocument): Contradiction[] {
  const ids = criteria.map(({ id }) => id);
  const armIds = arms.map(({ id }) => id);
  return [
    ...undefinedName("criterion", analysis.primary, ids, "analysis.primary"),
    ...(analysis.secondary ?? []).flatMap((id, index) =>
      undefinedName("criterion", id, ids, `analysis.secondary[${index}]`),
    ),
    ...undefinedName("arm", analysis.referenceArm, armIds, "analysis.referenceArm"),
  ];
}

function checkBenchmark({ benchmark, criteria }: ProtocolDocument): Contradiction[] {
  if (benchmark === undefined) return [];
  return undefinedName(
    "criterion",
    benchmark.criterion,
    criteria.map(({ id }) => id),
    "benchmark.criterion",
  );
}

function checkPayment({ payment, arms, criteria }: ProtocolDocument): Contradiction[] {
  const armIds = arms.map(({ id }) => id);
  const ids = criteria.map(({ id }) => id);
  return (payment?.terms ?? []).flatMap((terms, index) => [
    ...undefinedName("arm", terms.arm, armIds, `payment.terms[${index}].arm`),
    ...terms.bonuses.flatMap(({ criterion }, at) =>
      undefinedName("criterion", criterion, ids, `payment.terms[${index}].bonuses[${at}].criterion`),
    ),
  ]);
}

function undefinedName(kind: string, name: string, known: readonly string[], path: string): Contradiction[] {
  if (known.includes(name)) return [];
  const near = nearestWord(name, known);
  return [
    {
      code: `undefined-${kind}`,
      path,
      received: name,
      expected: known.length === 0 ? `no ${kind}, since none is declared` : `one of ${known.join(", ")}`,
      hint:
        near === undefined ? `Declare the ${kind}, or use one that is declared.` : `Did you mean ${near}?`,
    },
  ];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function duplicate(path: string, name: string): Contradiction {
  return { code: "declared-twice", path, received: name, expected: "each name once" };
}
