import { competitionError, requireObjects } from "../core/index.js";
import type { GroupShare, Target } from "./targetsTypes.js";

/** What a mix of groups would have to reach together. */
export interface ExpectedShare {
  /** As a proportion. */
  readonly share: number;
  /** What the shares of the mix add up to: 1, but for rounding in the text. */
  readonly mixSum: number;
}

/**
 * What share of everyone succeeds if each group reaches its target, given how the groups are mixed?
 *
 * Σ mᵍ tᵍ / Σ mᵍ over the groups g, with mᵍ the group's share of everyone and tᵍ its target. Dividing by
 * the sum makes good for a mix that is rounded and doesn't add up to 1, as if the missing were like the
 * others; `mixSum` says how much there was.
 *
 * @param mix Shares of everyone, as proportions.
 * @param targets Those of one criterion; each group of the mix needs the one that has exactly its levels.
 * @throws CompetitionError `empty-mix`; `impossible-share` for one that is no proportion; `impossible-mix` for shares of
 *   more than everyone; `target-missing`, `target-repeated` for a group with no target or more than one.
 *
 * @example
 * const [, uninsured] = tenders.odense.mix;
 * expectedShare(uninsured.shares, tenders.odenseJobs.targets); // { share: 0.394, mixSum: 1 }
 * @example
 * // The mix of the insured adds up to 99 %: 0.7995 / 0.99.
 * const [insured] = tenders.odense.mix;
 * expectedShare(insured.shares, tenders.odenseJobs.targets); // { share: 0.8076, mixSum: 0.99 }
 */
export function expectedShare(mix: readonly GroupShare[], targets: readonly Target[]): ExpectedShare {
  requireObjects("expectedShare.mix", mix, {
    expected: "a list of groups with their shares: { group, share }",
  });
  requireObjects("expectedShare.targets", targets, {
    expected: "a list of targets: { criterion, group, share }",
  });
  if (mix.length === 0) {
    throw competitionError({
      code: "empty-mix",
      path: "mix",
      received: mix,
      expected: "at least one group with its share",
    });
  }
  const weighted = mix.map(({ group, share }, index) => {
    if (!(share > 0 && share <= 1)) throw impossibleShare(`mix[${index}].share`, share);
    return { share, target: targetOf(group, targets, `mix[${index}].group`) };
  });
  const mixSum = weighted.reduce((sum, { share }) => sum + share, 0);
  if (mixSum > 1 + HALF_A_PERCENT * mix.length) {
    throw competitionError({
      code: "impossible-mix",
      path: "mix",
      received: mixSum,
      expected: "shares that add up to 1 or less, but for each one's rounding to whole percent",
      hint: "Give the shares of one group's members only, each once.",
    });
  }
  const reached = weighted.reduce((sum, { share, target }) => sum + share * target, 0);
  return Object.freeze({ share: reached / mixSum, mixSum });
}

/** What rounding to whole percent, as texts do, adds to a share at most. */
const HALF_A_PERCENT = 0.005;

function targetOf(group: GroupShare["group"], targets: readonly Target[], path: string): number {
  const own = targets.filter((target) => isSameGroup(group, target.group ?? {}));
  const [target, another] = own;
  if (target === undefined || another !== undefined) {
    throw competitionError({
      code: target === undefined ? "target-missing" : "target-repeated",
      path,
      received: group,
      expected: "a group with one target",
    });
  }
  return target.share;
}

function isSameGroup(one: GroupShare["group"], other: GroupShare["group"]): boolean {
  const columns = Object.keys(one);
  return (
    columns.length === Object.keys(other).length && columns.every((column) => one[column] === other[column])
  );
}

export function impossibleShare(path: string, received: unknown): Error {
  return competitionError({
    code: "impossible-share",
    path,
    received,
    expected: "a proportion above 0, 1 at most",
  });
}
