import type { Rules } from "../memory.js";
import type { FrozenReferral } from "../strata.js";
import type {
  AllocationRecord,
  AmendmentRecord,
  LedgerRecord,
  OccupancyRecord,
  RosterRecord,
} from "../types.js";

/** What a ledger's lines ask for, one after the other: draws, and lines that no draw changes. */
export interface Steps extends Rules {
  readonly steps: readonly Step[];
}

export type Step = RosterStep | SingleStep | FixedStep;

/** A roster, all of which is drawn; its entries have the columns from `column` on, in its order. */
export interface RosterStep {
  readonly kind: "roster";
  readonly roster: RosterRecord;
  readonly column: number;
  readonly beacon: string | undefined;
}

/** A referral to a design that draws one citizen at a time. */
export interface SingleStep {
  readonly kind: "single";
  readonly sequence: number;
  readonly referral: FrozenReferral;
  readonly column: number;
}

export interface FixedStep {
  readonly kind: "fixed";
  readonly record: OccupancyRecord | AmendmentRecord;
}

/** The steps of a ledger's lines; a roster at the end that isn't drawn yet is left out. */
export function recordedSteps(rules: Rules, records: readonly LedgerRecord[]): Steps {
  const steps: Step[] = [];
  let width = 0;
  for (const [index, record] of records.entries()) {
    if (record.type === "roster") {
      const next = records[index + 1];
      if (next?.type !== "allocation") continue;
      steps.push({ kind: "roster", roster: record, column: width, beacon: next.beacon });
    } else if (record.type === "allocation") {
      if (rules.procedure.draws === "single") {
        steps.push({
          kind: "single",
          sequence: record.sequence,
          referral: referralOf(record),
          column: width,
        });
      }
      width++;
    } else if (record.type !== "opening") {
      steps.push({ kind: "fixed", record });
    }
  }
  return { ...rules, steps };
}

function referralOf({ citizen, referredOn, stratum, factors, household }: AllocationRecord): FrozenReferral {
  return {
    citizen,
    referredOn,
    stratum,
    ...(factors === undefined ? {} : { factors }),
    ...(household === undefined ? {} : { household }),
  };
}
