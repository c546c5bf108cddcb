import { describe, expect, it } from "vitest";
import { randomizationTest, referenceTest, type ReferenceStatistic } from "../../src/inference/index.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

const cases = referenceCases("randomization");

function listOf({ input }: ReferenceCase, name: string): readonly number[] {
  return input[name] as readonly number[];
}

/** All ways to draw, unit by unit; `groups` tells which units are drawn together with a fixed number of ones. */
function assignments(
  units: readonly (readonly number[])[],
  groups: readonly (readonly number[])[],
  drawn: readonly number[],
  citizens: number,
): number[] {
  let partial: number[][] = [Array.from({ length: citizens }, () => 0)];
  for (const [g, group] of groups.entries()) {
    const choices = subsets(group, drawn[g] ?? 0);
    partial = partial.flatMap((before) =>
      choices.map((chosen) => {
        const next = [...before];
        for (const unit of chosen) for (const citizen of units[unit] ?? []) next[citizen] = 1;
        return next;
      }),
    );
  }
  return partial.flat();
}

function subsets(items: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  const [first, ...rest] = items;
  if (first === undefined) return [];
  return [...subsets(rest, size - 1).map((each) => [first, ...each]), ...subsets(rest, size)];
}

/** Citizens by a label, in the order in which the labels first appear. */
function byLabel(labels: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const [index, label] of labels.entries()) groups.set(label, [...(groups.get(label) ?? []), index]);
  return [...groups.values()];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** The statistics of the cases that the test itself doesn't name. */
function statisticOf(given: ReferenceCase): ReferenceStatistic | "sum" | "difference-in-means" {
  const y = listOf(given, "y");
  const differenceOf = (groups: readonly (readonly number[])[], a: ArrayLike<number>): readonly number[] =>
    groups.map((group) => {
      const of = (arm: number): readonly number[] => group.filter((i) => a[i] === arm).map((i) => y[i] ?? 0);
      return mean(of(1)) - mean(of(0));
    });
  switch (given.input["statistic"]) {
    case "difference-in-means":
      return "difference-in-means";
    case "sum-treated":
      return "sum";
    case "block-weighted": {
      const blocks = byLabel(listOf(given, "block"));
      return (a) =>
        differenceOf(blocks, a).reduce(
          (sum, each, b) => sum + (each * (blocks[b]?.length ?? 0)) / y.length,
          0,
        );
    }
    case "mean-pair-difference":
      return (a) => mean(differenceOf(byLabel(listOf(given, "pair")), a));
    case "difference-in-cluster-means": {
      const clusters = byLabel(listOf(given, "cluster"));
      const means = clusters.map((cluster) => mean(cluster.map((i) => y[i] ?? 0)));
      return (a) => {
        const of = (arm: number): readonly number[] =>
          means.filter((_, c) => a[clusters[c]?.[0] ?? 0] === arm);
        return mean(of(1)) - mean(of(0));
      };
    }
    default:
      throw new Error("a statistic that this test doesn't know");
  }
}

/** Every draw that a case's design could have given, one citizen's arm after another, with its probability. */
function drawsOf(given: ReferenceCase): { readonly draws: number[]; readonly weights?: number[] } {
  const a = listOf(given, "a");
  const alone = a.map((_, citizen) => [citizen]);
  const ones = (group: readonly number[]): number => group.filter((i) => a[i] === 1).length;
  switch (given.method) {
    case "blocked":
    case "matched-pairs": {
      const groups = byLabel(listOf(given, given.method === "blocked" ? "block" : "pair"));
      return { draws: assignments(alone, groups, groups.map(ones), a.length) };
    }
    case "clustered": {
      const clusters = byLabel(listOf(given, "cluster"));
      const treated = clusters.filter(([first = 0]) => a[first] === 1).length;
      return { draws: assignments(clusters, [[...clusters.keys()]], [treated], a.length) };
    }
    case "bernoulli-unconditional": {
      const p = numberOf(given.input, "p");
      const all = Array.from({ length: 2 ** a.length }, (_, code) => code).map((code) =>
        a.map((_, i) => (code >> i) & 1),
      );
      return {
        draws: all.flat(),
        weights: all.map((each) => each.reduce((product, arm) => product * (arm === 1 ? p : 1 - p), 1)),
      };
    }
    default:
      return { draws: assignments(alone, [[...a.keys()]], [ones([...a.keys()])], a.length) };
  }
}

const NAMES = { "two-sided": "p_two_sided", "greater": "p_greater", "less": "p_less" } as const;

function misses(
  given: ReferenceCase,
  pValueOf: (alternative: "two-sided" | "greater" | "less") => number,
): string[] {
  return (["two-sided", "greater", "less"] as const).flatMap((alternative) => {
    const expected = numberOf(given.expected, NAMES[alternative]);
    const pValue = pValueOf(alternative);
    if (given.tol === undefined) throw new Error("a case without tolerance");
    return isNear(pValue, expected, given.tol)
      ? []
      : [`${given.id ?? ""} ${alternative}: ${pValue} for ${expected}`];
  });
}

describe("referenceTest and randomizationTest give the values of full enumeration", () => {
  it("over all draws of a design", () => {
    expect(cases).toHaveLength(36);
    // Designs with more draws than this would take the tests' time; the convolution below knows the sum of theirs.
    const enumerable = cases.filter(({ expected }) => Number(expected["n_assignments"] ?? 0) <= 200_000);
    expect(enumerable).toHaveLength(33);
    const found = enumerable.flatMap((given) => {
      const { draws, weights } = drawsOf(given);
      const observed = listOf(given, "a");
      const referenceSet = { draws, times: draws.length / observed.length, exact: true, weights };
      const data = { response: listOf(given, "y"), observed, referenceSet, statistic: statisticOf(given) };
      return misses(given, (alternative) => referenceTest(data, { alternative }).pValue);
    });
    expect(found).toEqual([]);
  });

  it("by convolution, of events drawn completely, in blocks, in pairs and in households", () => {
    // The comparator's events decide the difference in means of one block, and of blocks their centered sum.
    const binary = cases.filter(
      ({ method, input }) =>
        (input["y"] as readonly number[]).every((y) => y === 0 || y === 1) &&
        (method === "complete" ||
          method === "bernoulli-conditional" ||
          (method === "blocked" && input["statistic"] === "sum-treated") ||
          method === "matched-pairs"),
    );
    expect(binary).toHaveLength(12);
    const found = binary.flatMap((given) => {
      const [y, a] = [listOf(given, "y"), listOf(given, "a")];
      const labels = (given.input["block"] ?? given.input["pair"]) as readonly number[] | undefined;
      const blocks = byLabel(labels ?? a.map(() => 0)).map((group) => {
        const of = (arm: number): { events: number; total: number } => {
          const members = group.filter((i) => a[i] === arm);
          return { events: members.filter((i) => y[i] === 1).length, total: members.length };
        };
        return { comparator: of(1), reference: of(0) };
      });
      return misses(given, (alternative) => randomizationTest(blocks, { alternative }).pValue);
    });
    expect(found).toEqual([]);
  });
});
