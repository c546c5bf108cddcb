import { formatDay, parseDay } from "../../core/index.js";
import { drawsBatches, type BatchView } from "../batch-draw.js";
import type { DeclaredPlan } from "../declared.js";
import { procedureOf } from "../designs/table.js";
import { emptyMemory, type Rules } from "../memory.js";
import type { Step, Steps } from "../replay/steps.js";
import { rosterFacts } from "../roster.js";
import type { FrozenReferral } from "../strata.js";
import type { OpeningRecord, RosterRecord } from "../types.js";

/** Steps that haven't been taken yet, and the column of each referral that was given. */
export interface PlannedSteps extends Steps {
  readonly columns: readonly number[];
  readonly width: number;
}

/**
 * The steps that a ledger would take with these referrals: of a design that draws batches a roster for each
 * week, the earliest first; else each referral as it stands. The same citizen on the same date is the same
 * referral.
 */
export function plannedSteps(
  declared: DeclaredPlan,
  referrals: readonly FrozenReferral[],
  openedOn: string | undefined,
): PlannedSteps {
  const [earliest = "1970-01-01"] = referrals.map(({ referredOn }) => referredOn).toSorted();
  const rules = rulesOf(declared, openedOn ?? earliest);
  const view = { ...rules, memory: emptyMemory(), size: 1 };
  const drawn: FrozenReferral[] = [];
  const steps: Step[] = [];
  const next = { sequence: 1 };
  if (drawsBatches(view)) {
    for (const roster of rostersOf(view, referrals, next)) {
      steps.push({ kind: "roster", roster, column: drawn.length, beacon: undefined });
      drawn.push(...roster.referrals);
    }
  } else {
    const fresh = new Map(referrals.map((referral) => [keyOf(referral), referral]));
    for (const referral of fresh.values()) {
      steps.push({ kind: "single", sequence: next.sequence++, referral, column: drawn.length });
      drawn.push(referral);
    }
  }
  const columnOf = new Map(drawn.map((referral, column) => [keyOf(referral), column]));
  const columns = referrals.map((referral) => columnOf.get(keyOf(referral)) ?? 0);
  return { ...rules, steps, columns, width: drawn.length };
}

function rostersOf(
  view: BatchView,
  referrals: readonly FrozenReferral[],
  next: { sequence: number },
): readonly RosterRecord[] {
  const weeks = new Map<string, FrozenReferral[]>();
  for (const referral of referrals) {
    const week = view.procedure.batchOf(parseDay(referral.referredOn, "referral.referredOn"));
    weeks.set(week, [...(weeks.get(week) ?? []), referral]);
  }
  const inOrder = [...weeks].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, members]) => {
    const date =
      members
        .map(({ referredOn }) => referredOn)
        .toSorted()
        .at(-1) ?? formatDay(0);
    const facts = rosterFacts(view, members, date);
    const roster = { ...NOWHERE, ...facts, sequence: next.sequence, date };
    next.sequence += 1 + facts.referrals.length;
    return roster;
  });
}

/** What a line of a ledger has that nobody will write. */
const NOWHERE = { mode: "test", previous: "", digest: "" } as const;

function rulesOf({ plan, arms }: DeclaredPlan, date: string): Rules {
  const procedure = procedureOf(plan, arms);
  const opening: OpeningRecord = {
    ...NOWHERE,
    type: "opening",
    sequence: 0,
    date,
    format: "konkurrencemodel-ledger/1",
    protocol: "",
    arms,
    allocation: plan,
    algorithm: procedure.algorithm,
    commitment: "",
  };
  return { opening, procedure };
}

function keyOf({ citizen, referredOn }: FrozenReferral): string {
  return `${referredOn} ${citizen}`;
}
