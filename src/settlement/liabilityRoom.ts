import type { Outcomes } from "../outcomes/index.js";
import type { BonusEstimate, ByMonth } from "./liabilityEstimate.js";
import type { BonusGround } from "./liabilityGround.js";
import type { Monthly } from "./liabilitySums.js";
import { settleAccounts } from "./settle.js";
import type { ArmTerms, Ore, PaymentCap, PaymentPlan } from "./terms.js";
import type { LineItem } from "./types.js";

/** A bonus of an arm, and what it can cost by itself. */
export interface Alone {
  readonly ground: BonusGround;
  readonly estimate: Pick<BonusEstimate, "worst">;
}

/**
 * The most that all bonuses of each arm can still come to: what they can by themselves, where only one is paid no
 * more than the highest that is open for each citizen, and no more than caps of the whole contract leave.
 */
export function mostByArm(
  outcomes: Outcomes,
  plan: PaymentPlan,
  open: readonly Alone[],
): ReadonlyMap<string, Ore> {
  const isCapped = plan.terms.some(({ caps = [] }) => caps.some(({ per }) => per === "contract"));
  const items = isCapped ? settleAccounts(outcomes, plan).items : [];
  return new Map(
    plan.terms.map((terms, index) => {
      const own = open.filter(({ ground }) => ground.arm === terms.arm);
      const whole = own.reduce((sum, { estimate }) => sum + estimate.worst, 0);
      const alone = terms.bonusesPaid === "once" ? whole - overlap(own) : whole;
      const paid = items.filter(({ arm }) => arm === terms.arm);
      return [terms.arm, Math.min(alone, roomLeft(terms, `terms[${index}]`, paid))];
    }),
  );
}

/** What several open bonuses of one citizen come to beyond the highest of them. */
export function overlap(open: readonly Alone[]): Ore {
  const byPlace = new Map<number, Ore[]>();
  for (const { ground } of open) {
    for (const { place } of ground.alike.flatMap(({ pending }) => pending)) {
      byPlace.set(place, [...(byPlace.get(place) ?? []), ground.highest]);
    }
  }
  return [...byPlace.values()].reduce(
    (all, amounts) => all + amounts.reduce((sum, amount) => sum + amount, 0) - Math.max(...amounts),
    0,
  );
}

/** What caps of the whole contract leave of what hasn't been paid. */
function roomLeft({ caps = [] }: ArmTerms, place: string, paid: readonly LineItem[]): Ore {
  const ofBonuses = new Set(
    caps.flatMap(({ of }, index) => (of === "base" ? [] : [`${place}.caps[${index}]`])),
  );
  const counts = (of: PaymentCap["of"], { kind, term }: LineItem): boolean =>
    of === "all" || kind === "bonus" || kind === "clawback" || ofBonuses.has(term);
  return caps
    .filter(({ of, per }) => of !== "base" && per === "contract")
    .map(({ of, amount }) => {
      const own = paid.filter((item) => counts(of, item));
      return Math.max(0, amount - own.reduce((sum, item) => sum + item.amount, 0));
    })
    .reduce((least, room) => Math.min(least, room), Infinity);
}

/** Amounts of an arm's bonuses as far as there is room for them: those of earlier months first, of one month in proportion. */
export function withinRoom(bonuses: readonly Monthly[], room: Ore): readonly Monthly[] {
  const certain = filled(
    bonuses.map((each) => each.certain),
    room,
  );
  const expected = filled(
    bonuses.map((each) => each.expected),
    room,
  );
  const ways = bonuses[0]?.draws?.map((_, way) => {
    const drawn = bonuses.flatMap(({ draws }) => draws?.[way] ?? []);
    return {
      paid: filled(
        drawn.map(({ paid }) => paid),
        room,
      ),
      beyond: filled(
        drawn.map(({ beyond }) => beyond),
        room,
      ),
    };
  });
  return bonuses.map((_, at) => ({
    certain: certain[at] ?? [],
    expected: expected[at] ?? [],
    draws: ways?.map(({ paid, beyond }) => ({ paid: paid[at] ?? [], beyond: beyond[at] ?? [] })),
  }));
}

function filled(lists: readonly ByMonth[], room: Ore): readonly ByMonth[] {
  let left = room;
  const shares: number[] = [];
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  for (let month = 0; month < length; month++) {
    const sum = lists.reduce((all, list) => all + (list[month] ?? 0), 0);
    shares.push(sum <= left ? 1 : left / sum);
    left = Math.max(0, left - sum);
  }
  return lists.map((list) => list.map((amount, month) => amount * (shares[month] ?? 1)));
}
