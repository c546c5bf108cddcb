import type { Notice } from "../core/index.js";
import type { TargetComparison, TargetRate } from "./targetsTypes.js";

/**
 * What to know of rates beside targets: groups that nobody is of, criteria without an end, few outcomes, and unknown ones
 * that could change the standing.
 *
 * @param openEnded Whether a criterion has no end.
 */
export function targetNotices(
  targets: readonly TargetComparison[],
  fewest: number,
  openEnded: (criterion: string) => boolean,
): readonly Notice[] {
  return targets.flatMap(({ target, rates }, index): readonly Notice[] => {
    const about = { target: index + 1, criterion: target.criterion };
    const everyone = rates.at(-1);
    if (everyone === undefined || everyone.counts.allocated === 0) {
      return [{ code: "target-without-citizens", severity: "caution", ...about }];
    }
    if (openEnded(target.criterion)) {
      return [{ code: "target-follow-up-unstated", severity: "warning", ...about }];
    }
    const few = rates.filter(({ standing }) => standing === "too-few");
    const open = rates.filter((rate) => couldChange(rate, target.share));
    return [
      ...(few.length === 0
        ? []
        : [{ code: "target-too-few", severity: "info", ...about, arms: namesOf(few), fewest } as const]),
      ...(open.length === 0
        ? []
        : [{ code: "target-unknown-decide", severity: "caution", ...about, arms: namesOf(open) } as const]),
    ];
  });
}

/** Whether the unknown, all of one kind, would put the rate itself on the target's other side. */
function couldChange({ standing, bounds }: TargetRate, share: number): boolean {
  if (bounds.lower === null || bounds.upper === null) return false;
  return (
    (standing === "reached" && bounds.lower < share) || (standing === "not-reached" && bounds.upper >= share)
  );
}

/** Arms by name; all together is the empty name, put in words where it is shown. */
function namesOf(rates: readonly TargetRate[]): readonly string[] {
  return rates.map(({ name }) => name);
}
