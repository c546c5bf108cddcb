import {
  competitionError,
  levelRule,
  oneOf,
  resolveOptions,
  type OptionRule,
  type OptionRules,
  type Resolution,
} from "../../core/index.js";
import { comparable } from "../names.js";
import type { BenchmarkOptions, BenchmarkPlan } from "../types.js";
import { nearestMunicipality, recognize } from "../register/recognize.js";
import { MINIMUM } from "./mergeSmall.js";

/** The plan with its defaults filled in. */
export type FilledPlan = BenchmarkPlan & { readonly level: number; readonly minimumMature: number };

const text: OptionRule<string> = {
  expected: "a text",
  accepts: (value) => typeof value === "string" && value.trim() !== "",
};

const RULES: OptionRules<FilledPlan> = {
  municipality: text,
  cluster: text,
  benefit: text,
  criterion: text,
  measure: {
    expected: "texts for definition, population, anchor, window and period",
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      ["definition", "population", "anchor", "window", "period"].every((part) =>
        text.accepts((value as Readonly<Record<string, unknown>>)[part]),
      ),
  },
  groups: {
    expected:
      'a list of groups, each a name of its own and the levels of its citizens: { name, group: { "stratum": "level" } }',
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isGroup) && !hasTwice(value),
  },
  level: levelRule,
  minimumMature: {
    default: 100,
    expected: "a whole number from 1",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1,
  },
};

/** The options with their defaults. */
export type Edition = BenchmarkOptions & Required<Pick<BenchmarkOptions, "audience" | "minimum">>;

const EDITION: OptionRules<Edition> = {
  audience: { ...oneOf(["internal", "published"]), default: "internal" },
  minimum: MINIMUM,
  peers: {
    expected: "what findPeers gave",
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      (value as { readonly kind?: unknown }).kind === "peers" &&
      Array.isArray((value as { readonly peers?: unknown }).peers),
  },
};

/** Who the benchmark is for and with whom it is; of the peers the record has by what they were chosen. */
export function resolveEdition(options: BenchmarkOptions): Resolution<Edition> {
  const { values, record } = resolveOptions<Edition>("benchmarkArms", options, EDITION);
  const { peers } = values;
  if (peers === undefined) return { values, record };
  return { values, record: { ...record, peers: { value: peers.method, source: "given" } } };
}

/** Whether two groups have the same name, as names of the rows' groups are compared. */
function hasTwice(groups: readonly { readonly name: string }[]): boolean {
  return new Set(groups.map(({ name }) => comparable(name))).size < groups.length;
}

function isGroup(value: unknown): value is { readonly name: string } {
  if (typeof value !== "object" || value === null) return false;
  const { name, group } = value as Readonly<Record<string, unknown>>;
  const levels = typeof group === "object" && group !== null ? Object.values(group) : [];
  return text.accepts(name) && levels.length > 0 && levels.every(text.accepts);
}

/**
 * The plan with every choice made and recorded with its source.
 *
 * @throws CompetitionError `not-planned`, `missing-option`, `unknown-option`, `impossible-option`, `unknown-municipality`.
 */
export function resolvePlan(plan: BenchmarkPlan | null | undefined): Resolution<FilledPlan> {
  if (plan === undefined || plan === null) {
    throw competitionError({
      code: "not-planned",
      path: "benchmark",
      received: plan,
      expected: "the protocol's plan for the benchmark",
      hint: "Add benchmark to the protocol: with whom the arms are compared, and by what.",
    });
  }
  const resolution = resolveOptions<FilledPlan>("benchmark", plan, RULES);
  for (const key of ["municipality", "criterion", "measure"] as const) {
    if (!(key in resolution.values)) {
      throw competitionError({
        code: "missing-option",
        path: `benchmark.${key}`,
        received: undefined,
        expected: RULES[key].expected,
      });
    }
  }
  checkName(resolution.values.municipality);
  return resolution;
}

/** By a slip in its name the municipality would stand in its own reference; one from before 2007 has no name near it. */
function checkName(municipality: string): void {
  const nearest = recognize(municipality) === undefined ? nearestMunicipality(municipality) : undefined;
  if (nearest === undefined) return;
  throw competitionError({
    code: "unknown-municipality",
    path: "benchmark.municipality",
    received: municipality,
    expected: "the name or the code of the municipality, which is never in its own reference",
    hint: `Did you mean ${nearest}?`,
  });
}
