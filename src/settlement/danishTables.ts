import type { Row } from "../display/index.js";
import { nameOfItem } from "./itemNames.js";
import { openEntries, type DisputeSide } from "./reconcileDisputes.js";
import { entryName } from "./reconcileFace.js";
import { reasonText } from "./reconcileReason.js";
import type { ReconciledEntry, Reconciliation } from "./reconcileTypes.js";
import { RECONCILIATION_WORDS } from "./reconcileWords.js";
import { nameOfMonth } from "./shortDates.js";
import type { NamedTable, TableCell } from "./tables.js";
import { nameOfTerm } from "./termNames.js";
import type { LineItem, MonthSum, StatementData, Unpaid } from "./types.js";
import { SETTLEMENT_WORDS } from "./words.js";

const WORDS = SETTLEMENT_WORDS.da;

/** A column of a table of some kind of rows. */
type Columns<Of> = Readonly<Record<string, (row: Of) => TableCell>>;

/** The tables of a statement as a Danish supplier reads them: names in place of ids, under headings of their own. */
export function danishStatement(statement: StatementData): readonly NamedTable[] {
  return [
    ["statement", tableOf(statement.items, lineColumns(statement))],
    ["months", tableOf(statement.months, monthColumns(statement))],
    ["unpaid", tableOf(statement.unpaid, unpaidColumns(statement))],
  ];
}

/** The claims that were held against it, and what each side is asked. */
export function danishClaims(reconciliation: Reconciliation): readonly NamedTable[] {
  const columns = entryColumns(reconciliation);
  const of = (side: DisputeSide): NamedTable => {
    const open = openEntries(reconciliation, side, "da");
    const asks = new Map(open.map(({ entry, ask }) => [entry, ask]));
    const withAsk = { ...columns, "Hvad der skal ske": (entry: ReconciledEntry) => asks.get(entry) };
    const entries = open.map(({ entry }) => entry);
    return [`disputes-${side}`, tableOf(entries, withAsk)];
  };
  return [["reconciliation", tableOf(reconciliation.entries, columns)], of("municipality"), of("supplier")];
}

/** The same headings that claims may have, so that a statement can come back as one. */
function lineColumns(statement: StatementData): Columns<LineItem> {
  return {
    Enhed: ({ arm }) => nameOfArm(statement, arm),
    Borger: ({ citizen }) => citizen,
    Visiteret: ({ referredOn }) => referredOn,
    Løbenummer: ({ sequence }) => sequence,
    Post: (item) => nameOfItem(item, statement, "da"),
    Grad: ({ criterion, degree }) => nameOfDegree(statement, criterion, degree),
    Uge: ({ week }) => week,
    Rate: ({ instalment }) => instalment,
    Hold: ({ team }) => team,
    Vilkår: ({ term }) => nameOfTerm(term, "da"),
    Dato: ({ date }) => date,
    Beløb: ({ amount }) => amount,
    Moms: ({ vat }) => vat,
  };
}

function monthColumns(statement: StatementData): Columns<MonthSum> {
  return {
    Enhed: ({ arm }) => nameOfArm(statement, arm),
    Måned: ({ month }) => nameOfMonth(month, "da"),
    Post: ({ kind }) => WORDS.kinds[kind],
    Linjer: ({ lines }) => lines,
    Beløb: ({ amount }) => amount,
    Moms: ({ vat }) => vat,
  };
}

function unpaidColumns(statement: StatementData): Columns<Unpaid> {
  return {
    Enhed: ({ arm }) => nameOfArm(statement, arm),
    Borger: ({ citizen }) => citizen,
    Visiteret: ({ referredOn }) => referredOn,
    Løbenummer: ({ sequence }) => sequence,
    Post: (each) => nameOfItem(each, statement, "da"),
    Rate: ({ instalment }) => instalment,
    Vilkår: ({ term }) => nameOfTerm(term, "da"),
    Stilling: ({ standing }) => WORDS.standings[standing],
    Årsag: ({ reason }) => WORDS.reasons[reason],
  };
}

function entryColumns(reconciliation: Reconciliation): Columns<ReconciledEntry> {
  const { statuses } = RECONCILIATION_WORDS.da;
  return {
    "Stilling": ({ status }) => statuses[status],
    "Borger": ({ claim, line }) => claim?.citizen ?? line?.citizen,
    "Visiteret": ({ claim, line }) => claim?.referredOn ?? line?.referredOn,
    "Hold": ({ claim, line }) => claim?.team ?? line?.team,
    "Post": (entry) => entryName(entry, reconciliation, "da", true),
    "Krævet den": ({ claim }) => claim?.date,
    "Krævet": ({ claim, claimed }) => (claim === undefined ? undefined : claimed),
    "Forfaldent": ({ line }) => line?.date,
    "Efter afregningen": ({ line, owed }) => (line === undefined ? undefined : owed),
    "Enighed om": ({ undisputed }) => undisputed,
    "Forskel": ({ claimed, owed }) => claimed - owed,
    "Dage": ({ days }) => days,
    "Vilkår": ({ line }) => (line === undefined ? undefined : nameOfTerm(line.term, "da")),
    "Reference": ({ claim }) => claim?.reference,
    "Række": ({ row }) => row,
    "Hvorfor": (entry) => reasonText(entry, { ...reconciliation, language: "da" }) || undefined,
  };
}

function tableOf<Of>(rows: readonly Of[], columns: Columns<Of>): NamedTable[1] {
  const cells = Object.entries(columns);
  return {
    columns: cells.map(([heading]) => heading),
    rows: rows.map((row): Row =>
      Object.fromEntries(cells.map(([heading, cell]) => [heading, cell(row) ?? null])),
    ),
  };
}

function nameOfArm({ totals }: StatementData, arm: string): string {
  return totals.find((total) => total.arm === arm)?.name ?? arm;
}

function nameOfDegree(
  { criteria }: StatementData,
  criterion: string | undefined,
  degree: string | undefined,
): string | undefined {
  const { degrees = [] } = criteria.find(({ id }) => id === criterion) ?? {};
  return degrees.find(({ id }) => id === degree)?.name.da ?? degree;
}
