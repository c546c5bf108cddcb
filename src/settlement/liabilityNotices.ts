import type { Notice } from "../core/index.js";
import type { OpenBonus } from "./liabilityTypes.js";
import type { ArmTerms, Ore } from "./terms.js";

/** With fewer decided outcomes a curve of them says little. */
const FEW_DECIDED = 20;

/** A sum of probabilities below this is rounding, not people. */
const NOBODY = 1e-9;

/** An arm's terms, and what citizens with several open ones have of the lower. */
export interface ArmAhead {
  readonly terms: ArmTerms;
  readonly overlap: Ore;
}

/** What to know of expected payments: what they rest on, what they leave out, and where nothing can be said. */
export function liabilityNotices(
  bonuses: readonly OpenBonus[],
  arms: readonly ArmAhead[],
  hasSeed: boolean,
): readonly Notice[] {
  return [
    ...(hasSeed ? [] : [{ code: "no-interval", severity: "info" } as const]),
    ...bonuses.flatMap(bonusNotices),
    ...arms.flatMap((arm): readonly Notice[] => {
      const left = leftOut(arm);
      return left.length === 0
        ? []
        : [{ code: "terms-left-out", severity: "caution", arm: arm.terms.arm, terms: left }];
    }),
  ];
}

function bonusNotices({
  arm,
  criterion,
  pending,
  unknown,
  worst,
  successes,
  failures,
  notEstimable,
}: OpenBonus): readonly Notice[] {
  const about = { arm, criterion };
  const decided = successes + failures;
  const { citizens, amount } = notEstimable;
  return [
    ...(pending > 0 && worst > 0 && decided < FEW_DECIDED
      ? [{ code: "few-decided", severity: "caution", ...about, decided, fewest: FEW_DECIDED } as const]
      : []),
    ...(citizens > NOBODY
      ? [{ code: "followed-too-briefly", severity: "caution", ...about, citizens, amount } as const]
      : []),
    ...(unknown > 0 ? [{ code: "unknown-not-expected", severity: "info", ...about, unknown } as const] : []),
  ];
}

/** Terms of an arm that change what its bonuses come to, and that the expectation doesn't follow. */
function leftOut({
  terms: { bonuses, bonusesPaid, caps = [], minimums = [] },
  overlap,
}: ArmAhead): readonly string[] {
  const clawback = bonuses.some((bonus) => bonus.clawback !== undefined);
  const present: Readonly<Record<string, boolean>> = {
    "clawback": clawback,
    "bonuses-paid-once": bonusesPaid === "once" && overlap > 0,
    "caps": caps.some(({ of, per }) => of !== "base" && per !== "contract"),
    "minimums": minimums.length > 0,
  };
  return Object.keys(present).filter((term) => present[term] === true);
}
