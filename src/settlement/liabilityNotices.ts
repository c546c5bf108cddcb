import type { Notice } from "../core/index.js";
import type { OpenBonus } from "./liabilityTypes.js";
import type { ArmTerms } from "./terms.js";

/** With fewer decided outcomes a curve of them says little. */
const FEW_DECIDED = 20;

/** A sum of probabilities below this is rounding, not people. */
const NOBODY = 1e-9;

/** What to know of expected payments: what they rest on, what they leave out, and where nothing can be said. */
export function liabilityNotices(
  bonuses: readonly OpenBonus[],
  terms: readonly ArmTerms[],
  hasSeed: boolean,
): readonly Notice[] {
  return [
    ...(hasSeed ? [] : [{ code: "no-interval", severity: "info" } as const]),
    ...bonuses.flatMap(bonusNotices),
    ...terms.flatMap((term): readonly Notice[] => {
      const left = leftOut(term);
      return left.length === 0
        ? []
        : [{ code: "terms-left-out", severity: "caution", arm: term.arm, terms: left }];
    }),
  ];
}

function bonusNotices({
  arm,
  criterion,
  pending,
  unknown,
  successes,
  failures,
  notEstimable,
}: OpenBonus): readonly Notice[] {
  const about = { arm, criterion };
  const decided = successes + failures;
  const { citizens, amount } = notEstimable;
  return [
    ...(pending > 0 && decided < FEW_DECIDED
      ? [{ code: "few-decided", severity: "caution", ...about, decided, fewest: FEW_DECIDED } as const]
      : []),
    ...(citizens > NOBODY
      ? [{ code: "followed-too-briefly", severity: "caution", ...about, citizens, amount } as const]
      : []),
    ...(unknown > 0 ? [{ code: "unknown-not-expected", severity: "info", ...about, unknown } as const] : []),
  ];
}

/** Terms of an arm that change what its bonuses come to, and that the expectation doesn't follow. */
function leftOut({ bonuses, bonusesPaid, caps, minimums }: ArmTerms): readonly string[] {
  const clawback = bonuses.some((bonus) => bonus.clawback !== undefined);
  const present: Readonly<Record<string, boolean>> = {
    "clawback": clawback,
    "bonuses-paid-once": bonusesPaid === "once" && bonuses.length > 1,
    "caps": (caps ?? []).length > 0,
    "minimums": (minimums ?? []).length > 0,
  };
  return Object.keys(present).filter((term) => present[term] === true);
}
