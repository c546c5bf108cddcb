import { competitionError, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { normalQuantile } from "../numerics/index.js";
import type { ArmCost, CostComparison, CostEffectiveness } from "./costTypes.js";
import { checkGiven } from "./given.js";
import { shareFace } from "./shareFace.js";
import type { CostsByShare, CostsByShareData, Range, ShareOptions, ShareRow } from "./shareTypes.js";

interface ShareSettings {
  readonly volume?: number;
  readonly capacity: Readonly<Record<string, number>>;
  readonly shares: readonly number[];
  readonly arm?: string;
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isShare = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1;
const RULES: OptionRules<ShareSettings> = {
  volume: {
    expected: "a whole number of referrals from 1",
    accepts: (value) => isCount(value) && value !== 0,
  },
  capacity: {
    default: {},
    expected: "whole numbers of referrals by arm",
    accepts: (value) =>
      typeof value === "object" && value !== null && Object.values(value).every((each) => isCount(each)),
  },
  shares: {
    default: Array.from({ length: 11 }, (_, step) => step / 10),
    expected: "a list of shares from 0 to 1",
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every((each) => isShare(each)),
  },
  arm: { expected: "an arm's id", accepts: (value) => typeof value === "string" && value !== "" },
};

const makeShares: (data: CostsByShareData) => CostsByShare = resultMaker<CostsByShareData>(shareFace);

/**
 * What would the same volume of referrals cost, and how many would succeed, if another share were bought outside?
 *
 * For a share s of V referrals the supplier takes min(round(sV), its capacity), the unit that it is compared with all
 * others as far as it has room; costs are Σ n c over the two with mean costs c per referral, successes Σ n e with the
 * success rates e. The intervals tell how well c and e are known, by the normal approximation with their
 * variances; they are no prediction of a year, which has chance of its own.
 *
 * Caps and minimums aren't held anew at the other volumes: each referral costs what it did with them at the share
 * that was drawn (the notice `limits-shared`, where the statement has any).
 *
 * The figures were seen at the share that was drawn. At another one the citizens, the prices and how busy
 * everyone is may differ: a plan to look at, not an estimate of an effect.
 *
 * @param options `volume`, required; `capacity` by arm (any number by default); `shares` (0, 0.1, … 1); `arm`, whose share it is.
 * @throws CompetitionError `missing-option` without `volume`; `unknown-arm`; `not-compared` where no two arms have
 *   costs; `unknown-option`, `impossible-option`.
 * @example
 * costsByShare(costs, { volume: 400, capacity: { municipal: 250 } }).rows[0] // share 0: 250 inside, 150 without a place
 * @example
 * costsByShare(costs, { volume: 400, shares: [1] }).rows.length // 1: everything is bought
 */
export function costsByShare(costs: CostEffectiveness, options: ShareOptions): CostsByShare {
  checkGiven("costsByShare", { costs });
  const { values, record } = resolveOptions<ShareSettings>("costsByShare", options, RULES);
  const { volume, capacity, shares } = values;
  if (volume === undefined) throw missingVolume();
  const comparison = comparisonOf(costs, values.arm);
  const [outside, inside] = [armOf(costs, comparison.arm), armOf(costs, comparison.reference)];
  const z = normalQuantile((1 - costs.level) / 2, "upper");
  const known = costs.arms.map(({ arm }) => arm);
  for (const arm of Object.keys(capacity)) if (!known.includes(arm)) throw unknownArm("capacity", arm, known);
  return makeShares({
    kind: "costs-by-share",
    method: "normal-approximation",
    references: [],
    notices: [
      { code: "seen-at-one-share", severity: "caution" },
      ...costs.notices.filter(({ code }) => code === "limits-shared"),
    ],
    provenance: provenanceOf("costsByShare", record, { costs: costs.provenance }),
    arm: outside.arm,
    armName: outside.name,
    reference: inside.arm,
    referenceName: inside.name,
    volume,
    drawn: comparison.citizens.comparator / (comparison.citizens.comparator + comparison.citizens.reference),
    level: costs.level,
    rows: shares.map((share): ShareRow => {
      const out = Math.min(Math.round(share * volume), capacity[outside.arm] ?? Infinity);
      const own = Math.min(volume - out, capacity[inside.arm] ?? Infinity);
      const total = (place: 0 | 1): Range => rangeOf([out, outside], [own, inside], comparison, place, z);
      return {
        share,
        outside: out,
        inside: own,
        without: volume - out - own,
        cost: total(0),
        successes: total(1),
      };
    }),
  });
}

type Referred = readonly [number: number, arm: ArmCost];

/**
 * n₁m₁ + n₀m₀ with the variance n₁²v₁ + n₀²v₀, of costs (0) or of successes (1). The means differ by what they do
 * within the blocks of the draw: m₁ = m + (1 − p)d and m₀ = m − pd with the mean m of both and the supplier's share p.
 */
function rangeOf(
  [out, outside]: Referred,
  [own, inside]: Referred,
  { mean, difference, citizens }: CostComparison,
  place: 0 | 1,
  z: number,
): Range {
  const [middle, apart] = place === 0 ? [mean.cost, difference.cost] : [mean.effect, difference.effect];
  const part = citizens.comparator / (citizens.comparator + citizens.reference);
  const expected = out * (middle + (1 - part) * apart) + own * (middle - part * apart);
  const error = Math.sqrt(
    out * out * outside.covariance[place][place] + own * own * inside.covariance[place][place],
  );
  const most = place === 0 ? Infinity : out + own;
  return {
    expected,
    lower: Math.max(0, expected - z * error),
    upper: Math.min(most, expected + z * error),
  };
}

function comparisonOf({ comparisons }: CostEffectiveness, arm: string | undefined): CostComparison {
  const found = arm === undefined ? comparisons : comparisons.filter((each) => each.arm === arm);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (comparisons.length === 0) {
    throw competitionError({
      code: "not-compared",
      path: "costsByShare.costs",
      received: "no comparison",
      expected: "costs of two arms at least",
      hint: "Give both arms payment terms.",
    });
  }
  throw unknownArm(
    "arm",
    arm,
    comparisons.map((each) => each.arm),
  );
}

function armOf({ arms }: CostEffectiveness, arm: string): ArmCost {
  const found = arms.find((each) => each.arm === arm);
  if (found === undefined)
    throw unknownArm(
      "arm",
      arm,
      arms.map((each) => each.arm),
    );
  return found;
}

function unknownArm(option: string, received: unknown, known: readonly string[]): Error {
  return competitionError({
    code: "unknown-arm",
    path: `costsByShare.${option}`,
    received,
    expected: `one of ${known.join(", ")}`,
  });
}

function missingVolume(): Error {
  return competitionError({
    code: "missing-option",
    path: "costsByShare.volume",
    received: undefined,
    expected: "a whole number of referrals from 1",
    hint: "Write costsByShare(costs, { volume: 400 }).",
  });
}
