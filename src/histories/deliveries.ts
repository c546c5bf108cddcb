import {
  canonicalJson,
  competitionError,
  formatDay,
  provenanceOf,
  type Notice,
  type Period,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { citizenChange, commonDays, daysOf, shared, type CitizenChange } from "./deliveries-citizen.js";
import { daysIn } from "./deliveries-days.js";
import { deliveriesFace } from "./deliveries-face.js";
import { bandsOf, reachOf, stretchesBack } from "./deliveries-reach.js";
import type { DeliveryComparison, DeliveryComparisonData, StateChange } from "./deliveries-types.js";
import type { Histories } from "./types.js";

const makeComparison: (data: DeliveryComparisonData) => DeliveryComparison =
  resultMaker<DeliveryComparisonData>(deliveriesFace);

/**
 * Tells what a later delivery of a register says otherwise than an earlier one, of whom, and how far back it does.
 *
 * Registers are corrected afterwards: the last weeks of a delivery are rarely complete. Both deliveries are compared
 * day by day and state by state, on the days that both cover and for the citizens whom both have. A day changed if
 * the citizen's states on it differ in any way; it lies as many days back as it comes before the last day that the
 * earlier delivery covers. `reach` says within how many days back half of the changed days lie, 90 %, 95 %, 99 % and
 * all: how long one has to wait until a delivery can be relied on.
 *
 * @returns `changes` by citizen and state (periods that came, went or have other days), `states` with the days that
 * were gained and lost, `bands` by age with the share of all days that changed, `reach`; notices `states-differ` (the
 * vocabularies aren't the same), `later-ends-earlier` and `no-common-days`.
 * @throws CompetitionError `impossible-input`.
 * @example
 * const before = deriveHistories(spells, { observedUntil: "2005-12-31" });
 * compareDeliveries(before, deriveHistories(newer, { observedUntil: "2006-03-31" })).citizens.changed;
 * @example
 * compareDeliveries(before, before).changes // []
 */
export function compareDeliveries(before: Histories, after: Histories): DeliveryComparison {
  requireHistories({ before, after });
  const common = commonDays(before, after);
  const covered = shared(daysOf(before), daysOf(after));
  const all = [...before.columns().citizens()];
  const both = all.filter((citizen) => after.of(citizen) !== undefined);
  const found = both.flatMap((citizen) => citizenChange(citizen, before, after, common) ?? []);

  const last = daysOf(before).end - 1;
  const stretches = stretchesBack(
    found.flatMap(({ changed }) => changed),
    last,
  );
  return makeComparison({
    kind: "delivery-comparison",
    method: "day-by-day",
    references: [],
    notices: noticesOf(before, after, covered),
    provenance: provenanceOf(
      "compareDeliveries",
      {},
      {
        before: structuredClone(before.provenance.inputs),
        after: structuredClone(after.provenance.inputs),
      },
    ),
    observedUntil: before.observedUntil,
    ...(covered.start < covered.end ? { covered: coveredRange(covered) } : {}),
    citizens: {
      both: both.length,
      changed: found.length,
      onlyBefore: all.filter((citizen) => after.of(citizen) === undefined),
      onlyAfter: [...after.columns().citizens()].filter((citizen) => before.of(citizen) === undefined),
    },
    changes: found.flatMap(({ changes }) => changes),
    states: [...common.keys()].flatMap((state) => stateChange(state, found)),
    changedDays: found.reduce((days, { changed }) => days + daysIn(changed), 0),
    bands: bandsOf(stretches, covered, last, both.length),
    reach: reachOf(stretches),
  });
}

/** For callers whom no compiler tells what is wanted. */
function requireHistories(given: Readonly<Record<string, { readonly kind?: unknown } | undefined>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (value?.kind === "histories") continue;
    throw competitionError({
      code: "impossible-input",
      path: `compareDeliveries.${name}`,
      received: value,
      expected: "histories, as deriveHistories gives them",
      hint: "Write compareDeliveries(before, after).",
    });
  }
}

function coveredRange({ start, end }: Period): { from?: string; to: string } {
  return { ...(Number.isFinite(start) ? { from: formatDay(start) } : {}), to: formatDay(end - 1) };
}

function stateChange(state: string, found: readonly CitizenChange[]): readonly StateChange[] {
  const own = found.filter(({ gained }) => gained.has(state));
  if (own.length === 0) return [];
  const daysGained = own.reduce((days, { gained }) => days + daysIn(gained.get(state) ?? []), 0);
  const daysLost = own.reduce((days, { lost }) => days + daysIn(lost.get(state) ?? []), 0);
  return [{ state, daysGained, daysLost, citizens: own.length }];
}

function noticesOf(before: Histories, after: Histories, covered: Period): readonly Notice[] {
  const notices: Notice[] = [];
  if (canonicalJson(before.states) !== canonicalJson(after.states))
    notices.push({ code: "states-differ", severity: "caution" });
  if (after.observedUntil < before.observedUntil)
    notices.push({ code: "later-ends-earlier", severity: "caution", observedUntil: after.observedUntil });
  if (covered.start >= covered.end) notices.push({ code: "no-common-days", severity: "warning" });
  return notices;
}
