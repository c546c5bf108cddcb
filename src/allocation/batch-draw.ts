import { canonicalJson, keyedStream, type KeyedHash } from "../core/index.js";
import type { BatchProcedure, Group, Share } from "./designs/procedure.js";
import { entryFacts, ownBlock, type EntryFacts } from "./entry.js";
import { closedReasons, limitsAfter, limitsOn, noRoom, type ArmLimits } from "./limits.js";
import { householdOf, visitsOf, type Origin, type View } from "./memory.js";
import { stratumKey } from "./strata.js";
import type { ClosedReason, OpeningRecord, RosterRecord, RosterReferral } from "./types.js";

/** A ledger whose design draws batches. */
export interface BatchView extends View {
  readonly procedure: BatchProcedure;
}

export function drawsBatches<Known extends View>(view: Known): view is Known & BatchView {
  return view.procedure.draws === "batch";
}

/** A roster before its draw: what is known of it without a key. */
export interface Prepared {
  readonly groups: readonly PlacedGroup[];
  /** Those whose arm was settled before, by position in the roster. */
  readonly settled: ReadonlyMap<number, Settled>;
  readonly share: Share;
  readonly closed: Readonly<Record<string, ClosedReason>> | undefined;
}

/** A group, with the positions in the roster of each unit's referrals. */
interface PlacedGroup extends Group {
  readonly places: readonly (readonly number[])[];
}

/** An arm that isn't drawn anew: the citizen's own first one, or that of an earlier draw of the household. */
interface Settled {
  readonly arm: string;
  readonly origin: Origin | undefined;
}

/**
 * How a roster will be drawn: who is drawn as one unit, in which groups, with which probabilities.
 *
 * The referrals of a household are a unit, or those of a citizen who keeps an arm; the unit is drawn in the
 * stratum of its first referral. Groups are units of one stratum and, where room is limited or households
 * are drawn, of one number of referrals, in the order in which the roster first has one of them.
 *
 * @param view The ledger as it stood when the roster was frozen.
 * @throws CompetitionError `no-room`.
 */
export function prepareBatch(view: BatchView, referrals: readonly RosterReferral[]): Prepared {
  const { opening, procedure } = view;
  const settled = new Map<number, Settled>();
  const units = unitsOf(view, referrals).filter((unit) => {
    const arms = settledArms(view, referrals, unit);
    for (const [index, arm] of arms.entries()) settled.set(unit[index] ?? 0, arm);
    return arms.length === 0;
  });
  const groups = groupsOf(view, referrals, units);
  const arms = Array.from(settled.values(), ({ arm }) => arm);
  const limits = limitsAfter(limitsOn(view, referrals[0]?.referredOn ?? ""), arms, "referrals");
  const share = procedure.share(groups, limits);
  if (share === undefined) throw noRoom(limits, "referrals", units.flat().length);
  const { designProbabilities } = share.odds;
  const shut = units.length === 0 ? [] : opening.arms.filter((arm) => designProbabilities[arm] === 0);
  return { groups, settled, share, closed: closedInBatch(shut, groups, limits) };
}

/**
 * Draws a roster: the arm of each unit, at the position of its first referral. The context of a stratum's
 * stream is the canonical JSON of algorithm, beacon (if there is one), protocol digest, roster digest and
 * the stratum's own canonical JSON; that of the whole batch's stream is the same without a stratum.
 */
export function drawBatch(
  { groups, share }: Prepared,
  { algorithm, protocol }: OpeningRecord,
  roster: RosterRecord,
  key: KeyedHash,
  beacon: string | undefined,
): ReadonlyMap<number, string> {
  const drawn = share.draw((stratum) => {
    const context = { algorithm, beacon, protocol, roster: roster.digest, stratum };
    return keyedStream(key, canonicalJson(context));
  });
  return new Map(
    groups.flatMap(({ places }, group) =>
      places.map(([first = 0], unit) => [first, drawn[group]?.[unit] ?? ""] as const),
    ),
  );
}

/** The entry at a position of a roster whose earlier entries the ledger has. */
export function batchFacts(
  view: View,
  { batch, referrals }: RosterRecord,
  { settled, share, closed }: Prepared,
  at: { readonly position: number; readonly arm: string; readonly beacon: string | undefined },
): EntryFacts {
  const { position, arm, beacon } = at;
  const referral = referrals[position] ?? NOBODY;
  return entryFacts(view, referral, {
    batch,
    beacon,
    origin: settled.get(position)?.origin,
    chance: () => ({
      block: ownBlock(view, referral, batch),
      ...(closed === undefined ? {} : { closed }),
      odds: share.odds,
      drawn: { arm },
    }),
  });
}

const NOBODY: RosterReferral = { citizen: "", referredOn: "", stratum: {} };

/** Positions of the referrals that belong together, in the order of the roster. */
function unitsOf({ opening }: View, referrals: readonly RosterReferral[]): readonly (readonly number[])[] {
  const { unit, referredAgain } = opening.allocation;
  const units = new Map<string | number, number[]>();
  for (const [position, { citizen, household = citizen }] of referrals.entries()) {
    const own = referredAgain === "draw-again" ? position : unit === "household" ? household : citizen;
    const places = units.get(own);
    if (places === undefined) units.set(own, [position]);
    else places.push(position);
  }
  return [...units.values()];
}

/**
 * The arms of a unit whose arm isn't drawn: of a household that has one or has a member who keeps one (the
 * first in the order of the roster), of a citizen who keeps one. None where it is to be drawn.
 */
function settledArms(
  view: View,
  referrals: readonly RosterReferral[],
  unit: readonly number[],
): readonly Settled[] {
  const { unit: drawn, referredAgain } = view.opening.allocation;
  if (referredAgain === "draw-again") return [];
  const members = unit.map((position) => {
    const referral = referrals[position];
    return { household: referral?.household, first: visitsOf(view, referral?.citizen ?? "")[0] };
  });
  const kept = members.find(({ first }) => first !== undefined)?.first;
  const origin =
    drawn === "household" ? (householdOf(view, members[0]?.household) ?? kept?.origin) : undefined;
  const arm = origin?.arm ?? kept?.arm;
  return arm === undefined ? [] : members.map(({ first }) => ({ arm: first?.arm ?? arm, origin }));
}

function groupsOf(
  { opening }: View,
  referrals: readonly RosterReferral[],
  units: readonly (readonly number[])[],
): readonly PlacedGroup[] {
  const { unit: drawn, quotas = [] } = opening.allocation;
  const bySize = drawn === "household" || quotas.length > 0;
  const groups = new Map<string, { stratum: string; members: number; places: (readonly number[])[] }>();
  for (const unit of units) {
    const stratum = stratumKey(referrals[unit[0] ?? 0]?.stratum ?? {});
    const members = bySize ? unit.length : 1;
    const key = `${members} ${stratum}`;
    const group = groups.get(key) ?? { stratum, members, places: [] };
    group.places.push(unit);
    groups.set(key, group);
  }
  return Array.from(groups.values(), (group) => ({ ...group, units: group.places.length }));
}

/**
 * Why arms of probability 0 couldn't be drawn. An arm with room for a unit of each size could have had one
 * of them: it was the others that were owed everyone.
 */
function closedInBatch(
  shut: readonly string[],
  groups: readonly Group[],
  limits: ArmLimits,
): Readonly<Record<string, ClosedReason>> | undefined {
  if (shut.length === 0) return undefined;
  const sizes = new Set(groups.map(({ members }) => members));
  const smallest = [...sizes].reduce((sum, members) => sum + members, 0);
  return closedReasons(shut, smallest, limits);
}
