import { nearestWord, type Issue } from "../core/index.js";
import { defaultStates } from "../histories/index.js";
import { criterionIssues, type Criterion } from "../outcomes/index.js";
import { paymentIssues } from "../settlement/index.js";
import type { ProtocolDocument } from "./types.js";

/** The parts that a document may have: a protocol has the most of them, a program those that its text gives. */
type Parts = Partial<Omit<ProtocolDocument, "format">>;

/** A contradiction inside a document whose shape is right. */
export type Contradiction = Omit<Issue, "file"> & { readonly path: string };

/**
 * Everything in the document that refers to something that isn't there, or that can't be meant together.
 *
 * @param ofPlan What is wrong with the allocation plan by itself; what builds on the plan isn't looked at then.
 */
export function contradictionsOf(
  document: Parts,
  ofPlan: readonly Contradiction[],
): readonly Contradiction[] {
  return [
    ...checkArms(document),
    ...(ofPlan.length > 0 ? ofPlan : [...checkAllocation(document), ...checkCourse(document)]),
    ...(document.criteria ?? []).flatMap((criterion, index) => checkCriterion(criterion, index, document)),
    ...repeated(idsOf(document.criteria)).map((id) => duplicate("criteria", id)),
    ...checkTargets(document),
    ...checkAnalysis(document),
    ...checkBenchmark(document),
    ...checkPayment(document),
  ];
}

const RESERVED = ["citizen", "referredOn", "household"];

function checkArms({ arms }: Parts): Contradiction[] {
  return repeated(idsOf(arms)).map((id) => duplicate("arms", id));
}

function checkAllocation({ allocation }: Parts): Contradiction[] {
  return (allocation?.strata ?? []).flatMap((column, index) =>
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

function checkCourse({ arms, course, allocation }: Parts): Contradiction[] {
  const ids = idsOf(arms);
  const guarantees = course?.guarantees ?? [];
  return [
    ...(course?.lengths ?? []).flatMap(({ group }, index) =>
      checkGroup(group, `course.lengths[${index}].group`, allocation),
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

/** Groups are told apart by what is drawn within; where nothing is drawn, by whatever the text names. */
function checkGroup(
  group: Readonly<Record<string, string>> = {},
  path: string,
  allocation: Parts["allocation"],
): Contradiction[] {
  if (allocation === undefined) return [];
  return Object.entries(group).flatMap(([column, level]) => {
    const levels = allocation.levels?.[column];
    return [
      ...undefinedName("stratum", column, allocation.strata, `${path}.${column}`),
      ...(levels === undefined ? [] : undefinedName("level", level, levels, `${path}.${column}`)),
    ];
  });
}

function checkTargets({ targets = [], criteria, allocation }: Parts): Contradiction[] {
  const ids = idsOf(criteria);
  return targets.flatMap(({ criterion, among, group }, index) => [
    ...undefinedName("criterion", criterion, ids, `targets[${index}].criterion`),
    ...(among === undefined ? [] : undefinedName("criterion", among, ids, `targets[${index}].among`)),
    ...checkGroup(group, `targets[${index}].group`, allocation),
  ]);
}

function checkCriterion(criterion: Criterion, index: number, document: Parts): Contradiction[] {
  const path = `criteria[${index}]`;
  return criterionIssues(criterion, Object.keys(document.states ?? defaultStates)).map((issue) => ({
    ...issue,
    path: issue.path === "" ? path : `${path}.${issue.path}`,
  }));
}

function checkAnalysis({ analysis, arms, criteria }: Parts): Contradiction[] {
  if (analysis === undefined) return [];
  const ids = idsOf(criteria);
  const armIds = idsOf(arms);
  return [
    ...undefinedName("criterion", analysis.primary, ids, "analysis.primary"),
    ...(analysis.secondary ?? []).flatMap((id, index) =>
      undefinedName("criterion", id, ids, `analysis.secondary[${index}]`),
    ),
    ...undefinedName("arm", analysis.referenceArm, armIds, "analysis.referenceArm"),
  ];
}

function checkBenchmark({ benchmark, criteria, allocation }: Parts): Contradiction[] {
  if (benchmark === undefined) return [];
  const { criterion, groups = [] } = benchmark;
  return [
    ...undefinedName("criterion", criterion, idsOf(criteria), "benchmark.criterion"),
    ...repeated(groups.map(({ name }) => name)).map((name) => duplicate("benchmark.groups", name)),
    ...groups.flatMap(({ group }, index) =>
      checkGroup(group, `benchmark.groups[${index}].group`, allocation),
    ),
  ];
}

function checkPayment({ payment, arms = [], criteria = [] }: Parts): readonly Contradiction[] {
  return payment === undefined ? [] : paymentIssues(payment, { arms, criteria });
}

function idsOf(things: readonly { readonly id: string }[] = []): readonly string[] {
  return things.map(({ id }) => id);
}

export function undefinedName(
  kind: string,
  name: string,
  known: readonly string[],
  path: string,
): Contradiction[] {
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

export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

export function duplicate(path: string, name: string): Contradiction {
  return { code: "declared-twice", path, received: name, expected: "each name once" };
}
