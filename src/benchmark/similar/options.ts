import {
  competitionError,
  resolveOptions,
  type OptionRule,
  type OptionRules,
  type ResolvedOption,
} from "../../core/index.js";
import type {
  ClusterPeers,
  CovariatePeers,
  ExpectedSharePeers,
  FindPeersOptions,
  TreePeers,
} from "./types.js";

type Distance = NonNullable<CovariatePeers["distance"]>;

/** Options with their defaults. */
export type Chosen =
  | ClusterPeers
  | (ExpectedSharePeers & { readonly n: number })
  | (CovariatePeers & { readonly n: number; readonly distance: Distance })
  | TreePeers;

const by: OptionRule<never> = { expected: "a way of finding peers", accepts: () => true };
const rows: OptionRule<FindPeersOptions["rows"]> = {
  expected: "rows, or what a parser gave",
  accepts: (value) =>
    isRows(value) || (typeof value === "object" && value !== null && "rows" in value && isRows(value.rows)),
};
const text: OptionRule<string> = {
  expected: "a text",
  accepts: (value) => typeof value === "string" && value.trim() !== "",
};
const whole: OptionRule<number> = {
  expected: "a whole number from 1",
  accepts: (value) => Number.isInteger(value) && Number(value) >= 1,
};
const covariates: OptionRule<readonly string[]> = {
  expected: "names of framework conditions, each once",
  accepts: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(text.accepts) &&
    new Set(value).size === value.length,
};

const CLUSTER: OptionRules<ClusterPeers> = { by, rows, benefit: text, year: text };
const EXPECTED: OptionRules<ExpectedSharePeers & { readonly n: number }> = {
  by,
  rows,
  n: { ...whole, default: 10 },
  group: text,
  period: text,
};
const COVARIATES: OptionRules<CovariatePeers & { readonly n: number; readonly distance: Distance }> = {
  by,
  rows,
  distance: {
    default: "standardized",
    expected: "standardized or mahalanobis",
    accepts: (value) => value === "standardized" || value === "mahalanobis",
  },
  covariates,
  n: { ...whole, default: 10 },
  period: text,
};
const TREE: OptionRules<TreePeers> = {
  by,
  rows,
  height: { expected: "a number from 0", accepts: (value) => typeof value === "number" && value >= 0 },
  branches: whole,
  covariates,
  period: text,
};

/** The options with their defaults, and the record of who chose them; the rows stand among the inputs instead. */
export interface CheckedOptions {
  readonly options: Chosen;
  readonly record: Readonly<Record<string, ResolvedOption>>;
}

/**
 * The options of the way that `by` names.
 *
 * @throws CompetitionError `impossible-option`, `missing-option`, `unknown-option` also for options of another way.
 */
export function checkOptions(given: FindPeersOptions): CheckedOptions {
  const { values, record } = resolved(given);
  if (values.rows === undefined) throw missing("rows", rows.expected);
  if (values.by === "tree" && values.height !== undefined && values.branches !== undefined)
    throw competitionError({
      code: "impossible-option",
      path: "findPeers.height",
      received: "height and branches",
      expected: "where the tree is cut: either height or branches",
      hint: "Leave one of them out.",
    });
  if (values.by === "tree" && values.height === undefined && values.branches === undefined)
    throw missing("height", "where the tree is cut: either height or branches");
  const { rows: _, ...told } = record;
  return { options: values, record: told };
}

function resolved(given: FindPeersOptions): {
  readonly values: Chosen;
  readonly record: Readonly<Record<string, ResolvedOption>>;
} {
  const way: unknown = given?.by;
  switch (given?.by) {
    case "cluster":
      return resolveOptions<ClusterPeers>("findPeers", given, CLUSTER);
    case "expected-share":
      return resolveOptions<ExpectedSharePeers & { readonly n: number }>("findPeers", given, EXPECTED);
    case "covariates":
      return resolveOptions<CovariatePeers & { readonly n: number; readonly distance: Distance }>(
        "findPeers",
        given,
        COVARIATES,
      );
    case "tree":
      return resolveOptions<TreePeers>("findPeers", given, TREE);
    default:
      throw competitionError({
        code: way === undefined ? "missing-option" : "impossible-option",
        path: "findPeers.by",
        received: way,
        expected: "one of cluster, expected-share, covariates, tree",
      });
  }
}

function isRows(value: unknown): boolean {
  return Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null);
}

function missing(name: string, expected: string): Error {
  return competitionError({
    code: "missing-option",
    path: `findPeers.${name}`,
    received: undefined,
    expected,
  });
}
