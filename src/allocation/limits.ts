import { competitionError, parseDay } from "../core/index.js";
import { countersOf, type View } from "./memory.js";
import { limitsOf, quotaDay, type ArmLimit } from "./quotas/index.js";
import type { ClosedReason, Quota } from "./types.js";

/** What the arms can take and are owed; arms that aren't named can take everyone. */
export type ArmLimits = Readonly<Record<string, ArmLimit>>;

/** What the arms can take of those referred on a date (ISO), by the plan's quotas and the ledger before. */
export function limitsOn(view: View, referredOn: string): ArmLimits {
  const { opening, procedure } = view;
  const { quotas = [] } = opening.allocation;
  const counters = countersOf(view);
  if (counters === undefined) return {};
  return limitsOf(quotas, counters, quotaDay(procedure.draws, parseDay(referredOn, "referral.referredOn")));
}

/**
 * What is left of the limits when some go to arms that aren't drawn anew.
 *
 * @throws CompetitionError `no-room`.
 */
export function limitsAfter(limits: ArmLimits, settled: readonly string[], path: string): ArmLimits {
  return Object.fromEntries(
    Object.entries(limits).map(([arm, limit]) => {
      const taken = settled.filter((each) => each === arm).length;
      if (taken > limit.room) throw keptWithoutRoom(arm, taken, limit, path);
      return [arm, { ...limit, room: limit.room - taken, owed: Math.max(0, limit.owed - taken) }];
    }),
  );
}

/**
 * Why arms couldn't be drawn.
 *
 * @param needed The room that makes an arm possible; one that has it was shut because others were owed everyone.
 */
export function closedReasons(
  shut: readonly string[],
  needed: number,
  limits: ArmLimits,
): Readonly<Record<string, ClosedReason>> {
  const owed = Object.entries(limits).filter(([arm, limit]) => !shut.includes(arm) && limit.owed > 0);
  return Object.fromEntries(
    shut.map((arm) => {
      const { room = Infinity, tightest } = limits[arm] ?? {};
      return [
        arm,
        room < needed && tightest !== undefined
          ? reasonOf(tightest.quota)
          : { owedTo: owed.map(([each]) => each) },
      ];
    }),
  );
}

function reasonOf(quota: Quota): ClosedReason {
  if ("participants" in quota) return { participants: quota.participants };
  if ("weeksPerYear" in quota) return { weeksPerYear: quota.weeksPerYear };
  return { per: quota.per, most: quota.most ?? 0 };
}

/** The arms have no room for those who are to be drawn. */
export function noRoom(limits: ArmLimits, path: string, citizens: number): Error {
  const limited = Object.entries(limits).filter(([, { room }]) => room < Infinity);
  const most = Object.values(limits).reduce((sum, { room }) => sum + room, 0);
  const fewer = most < citizens ? `Refer at most ${most} of them now` : "Refer fewer of them now";
  return competitionError({
    code: "no-room",
    path,
    received: citizens === 1 ? "a citizen to be drawn" : `${citizens} citizens to be drawn`,
    expected: `no more than the arms have room for: ${limited.map(([arm, limit]) => roomText(arm, limit)).join("; ")}`,
    hint:
      citizens === 1
        ? "Refer the citizen when there is room again, or agree on an arm and record it with amend as an exemption from the draw."
        : `${fewer} and the others when there is room again, or agree on an arm for some and record it with amend as an exemption from the draw.`,
  });
}

function keptWithoutRoom(arm: string, taken: number, limit: ArmLimit, path: string): Error {
  return competitionError({
    code: "no-room",
    path,
    received: `${taken === 1 ? "a citizen" : `${taken} citizens`} whose arm is ${arm} already`,
    expected: `no more than ${roomText(arm, limit)}`,
    hint: "Agree where they go and record it with amend as an exemption from the draw, or refer them when there is room again.",
  });
}

function roomText(arm: string, { room, tightest }: ArmLimit): string {
  return `${arm} ${room}${tightest === undefined ? "" : ` (${quotaText(tightest.quota)})`}`;
}

function quotaText(quota: Quota): string {
  if ("participants" in quota) return `${quota.participants} participants at a time`;
  if ("weeksPerYear" in quota) return `${quota.weeksPerYear} weeks a year`;
  return `${quota.most} in the ${quota.per.replace("-", " ")}`;
}
