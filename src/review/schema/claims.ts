import type {
  Claim,
  ReconciledEntry,
  Reconciliation,
  ReconciliationStatus,
  ReportedData,
  StatusSum,
} from "../../settlement/index.js";
import {
  closed,
  codes,
  count,
  date,
  exactly,
  listOf,
  mayMiss,
  number,
  recordOf,
  ref,
  text,
  type Schema,
} from "./build.js";
import { facts } from "./common.js";

const status = codes<ReconciliationStatus>({
  "agreed": true,
  "another-amount": true,
  "another-date": true,
  "claimed-twice": true,
  "not-owed": true,
  "other-arm": true,
  "unknown-citizen": true,
  "unknown-item": true,
  "not-claimed": true,
  "deduction": true,
  "withdrawn": true,
});

/** What a supplier claims and reports, held against the statement and the register. */
export const CLAIMS: Readonly<Record<string, Schema>> = {
  claim: closed<Claim>({
    citizen: mayMiss(text),
    item: text,
    date,
    amount: number,
    reference: mayMiss(text),
    referredOn: mayMiss(date),
    team: mayMiss(text),
  }),
  reconciliation: closed<Reconciliation>({
    ...facts,
    kind: exactly("reconciliation"),
    asOf: date,
    arm: text,
    name: text,
    arms: recordOf(text),
    criteria: ref("namedCriteria"),
    dateTolerance: count,
    entries: listOf(
      closed<ReconciledEntry>({
        status,
        claimed: number,
        owed: number,
        undisputed: number,
        claim: mayMiss(ref("claim")),
        item: mayMiss(closed<NonNullable<ReconciledEntry["item"]>>({ kind: text, criterion: mayMiss(text) })),
        row: mayMiss(count),
        credit: mayMiss(ref("claim")),
        creditRow: mayMiss(count),
        line: mayMiss(ref("lineItem")),
        part: mayMiss(
          closed<NonNullable<ReconciledEntry["part"]>>({
            number: count,
            count,
            of: codes<NonNullable<ReconciledEntry["part"]>["of"]>({ claim: true, line: true }),
          }),
        ),
        withVat: mayMiss(exactly(true)),
        days: mayMiss(number),
        reason: mayMiss(text),
        standing: mayMiss(
          codes<NonNullable<ReconciledEntry["standing"]>>({ open: true, lost: true, unknown: true }),
        ),
        otherArm: mayMiss(text),
      }),
    ),
    statuses: listOf(
      closed<StatusSum>({ status, entries: count, claimed: number, owed: number, undisputed: number }),
    ),
    sums: closed<Reconciliation["sums"]>({
      claimed: number,
      owed: number,
      agreed: number,
      deductions: number,
      unclaimedDeductions: number,
      unplacedCredits: number,
      undisputed: number,
      claimedBeyond: number,
      owedBeyond: number,
    }),
  }),
  reported: closed<ReportedData>({
    ...facts,
    kind: exactly("reported"),
    asOf: date,
    criteria: listOf(
      closed<ReportedData["criteria"][number]>({
        criterion: text,
        criterionName: ref("wording"),
        arm: text,
        name: text,
        reported: count,
        success: count,
        failure: count,
        pending: count,
        unknown: count,
        notReported: count,
      }),
    ),
  }),
};
