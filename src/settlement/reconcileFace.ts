import {
  ABSENT,
  formatCount,
  formatCounted,
  formatDate,
  formatKroner,
  type Block,
  type Face,
  type Language,
  type Noun,
  type Row,
} from "../display/index.js";
import { ITEM_KINDS, nameOfItem } from "./itemNames.js";
import { reasonText } from "./reconcileReason.js";
import type { ReconciledEntry, ReconciliationData } from "./reconcileTypes.js";
import { RECONCILIATION_WORDS } from "./reconcileWords.js";
import { shortDate } from "./shortDates.js";

/** How a reconciliation shows itself: the verdict, the sums, and what isn't agreed. All entries are its rows. */
export const reconciliationFace: Face<ReconciliationData> = {
  blocks: reconciliationBlocks,
  rows: ({ entries }) => entries.map(entryRow),
};

/** The most entries that a table shows. */
const SHOWN = 50;

/** A reconciliation as blocks, for a report that takes it in. */
export function reconciliationBlocks(
  reconciliation: ReconciliationData,
  language: Language,
): readonly Block[] {
  const words = RECONCILIATION_WORDS[language];
  const { name, asOf, statuses, sums, entries } = reconciliation;
  const kroner = (amount: number): string => formatKroner(amount, { language });
  const present = statuses.filter((each) => each.entries > 0);
  const counted = present.map((each) =>
    formatCounted(each.entries, words.counted[each.status], { language }),
  );
  const open = entries.filter(({ status }) => status !== "agreed" && status !== "withdrawn");
  const parts = entries.filter(({ part, status }) => part !== undefined && status === "agreed");
  const summed = summedText(parts, language);
  const lead = words.lead(name, kroner(sums.claimed), kroner(sums.owed), formatDate(asOf, { language }));
  const { undisputed, unclaimedDeductions, unplacedCredits } = sums;
  const isPayable = undisputed > 0 && unclaimedDeductions === 0 && unplacedCredits === 0;
  const payable = words[isPayable ? "payable" : "nothingPayable"](kroner(undisputed));
  const apart = [
    unclaimedDeductions === 0 ? "" : words.unclaimedDeductions(kroner(-unclaimedDeductions)),
    unplacedCredits === 0 ? "" : words.unplacedCredits(kroner(-unplacedCredits)),
  ].filter((text) => text !== "");
  const isUnclaimed = entries.some(({ status }) => status === "not-claimed");
  return [
    { block: "paragraph", style: "lead", text: [lead, payable, ...apart].join(" ") },
    { block: "paragraph", text: present.length === 0 ? words.none : words.counts(counted.join(", ")) },
    {
      block: "table",
      caption: words.sums.caption,
      columns: words.sums.columns.map((heading, index) => ({
        heading,
        align: index === 0 ? "left" : "right",
      })),
      rows: [
        ...present.map((each) => [
          words.statuses[each.status],
          formatCount(each.entries, { language }),
          kroner(each.claimed),
          kroner(each.owed),
          kroner(each.undisputed),
        ]),
        [
          words.sums.total,
          formatCount(entries.length, { language }),
          kroner(sums.claimed),
          kroner(sums.owed),
          kroner(sums.undisputed),
        ],
      ],
    },
    {
      block: "paragraph",
      style: "small",
      text: isUnclaimed ? `${words.withoutVat} ${words.sinceStart}` : words.withoutVat,
    },
    ...entryTable(reconciliation, open, words.entries.caption, language),
    ...(summed === "" ? [] : [{ block: "paragraph", text: summed } as const]),
    ...entryTable(reconciliation, parts, words.summed.caption, language),
    ...noteTexts(reconciliation, language).map(([tone, text]): Block => ({ block: "note", tone, text })),
  ];
}

/** How many claims and lines agree only when they are summed up, all their parts; empty where none does. */
function summedText(parts: readonly ReconciledEntry[], language: Language): string {
  const { told, claims, lines } = RECONCILIATION_WORDS[language].summed;
  const counted = (of: "claim" | "line", noun: Noun): string | undefined => {
    const own = parts.filter(({ part }) => part?.of === of);
    const found = new Map<unknown, number>();
    for (const { claim, line } of own) {
      const whole = of === "claim" ? claim : line;
      found.set(whole, (found.get(whole) ?? 0) + 1);
    }
    const agreed = own.filter(
      ({ part, claim, line }) =>
        part?.number === 1 && found.get(of === "claim" ? claim : line) === part.count,
    ).length;
    return agreed === 0 ? undefined : formatCounted(agreed, noun, { language });
  };
  const [ofClaims, ofLines] = [counted("claim", claims), counted("line", lines)];
  return ofClaims === undefined && ofLines === undefined ? "" : told(ofClaims, ofLines);
}

function entryTable(
  reconciliation: ReconciliationData,
  entries: readonly ReconciledEntry[],
  caption: string,
  language: Language,
): readonly Block[] {
  if (entries.length === 0) return [];
  const { columns } = RECONCILIATION_WORDS[language].entries;
  const bonuses = new Set(
    reconciliation.entries.flatMap(({ line, item }) => (line ?? item)?.criterion ?? []),
  );
  const nameOf = (entry: ReconciledEntry): string =>
    entryName(entry, reconciliation, language, bonuses.size > 1);
  const table: Block = {
    block: "table",
    caption,
    columns: columns.map((heading) => ({
      heading,
      align: AMOUNTS.includes(columns.indexOf(heading)) ? "right" : "left",
    })),
    rows: entries.slice(0, SHOWN).map((entry) => cellsOf(reconciliation, entry, nameOf(entry), language)),
  };
  const further = formatCount(entries.length - SHOWN, { language });
  return entries.length <= SHOWN
    ? [table]
    : [table, { block: "paragraph", style: "small", text: RECONCILIATION_WORDS[language].further(further) }];
}

/** The columns of that table that hold amounts. */
const AMOUNTS: readonly number[] = [3, 5];

function cellsOf(
  reconciliation: ReconciliationData,
  entry: ReconciledEntry,
  name: string,
  language: Language,
): readonly string[] {
  const words = RECONCILIATION_WORDS[language];
  const { claim, line, status } = entry;
  const day = (date: string | undefined): string => (date === undefined ? ABSENT : shortDate(date, language));
  const reason = reasonText(entry, { ...reconciliation, language });
  return [
    claim?.citizen ?? line?.citizen ?? ABSENT,
    name,
    day(claim?.date),
    formatKroner(claim === undefined ? null : entry.claimed, { language }),
    day(line?.date),
    formatKroner(line === undefined ? null : entry.owed, { language }),
    reason === "" ? words.statuses[status] : `${words.statuses[status]}: ${reason}`,
  ];
}

/**
 * What an entry is for, in the reader's words, of a bonus with its criterion where there are several; as the claim has
 * it where nobody knows what is meant.
 */
export function entryName(
  { claim, line, item }: ReconciledEntry,
  statement: Pick<ReconciliationData, "criteria">,
  language: Language,
  severalBonuses: boolean,
): string {
  const of = line ?? item;
  if (of === undefined) return claim?.item ?? "";
  return nameOfItem(severalBonuses ? of : { kind: of.kind }, statement, language);
}

function noteTexts(
  { notices, criteria }: ReconciliationData,
  language: Language,
): readonly (readonly ["info" | "caution" | "warning", string])[] {
  const words = RECONCILIATION_WORDS[language].notices;
  return notices.map((notice) => {
    const list = (fact: string): string => [notice[fact]].flat().join(", ");
    return [
      notice.severity,
      notice.code === "unknown-items"
        ? words.unknownItems(list("items"), namesOf(notice["known"], { criteria }, language))
        : words.participants(Number(notice["claims"])),
    ];
  });
}

/** Items that can be claimed, in the reader's words, each once. */
function namesOf(
  codes: unknown,
  statement: Pick<ReconciliationData, "criteria">,
  language: Language,
): string {
  const names = [codes].flat().map((code) => {
    const kind = ITEM_KINDS.find((each) => each === code);
    return kind === undefined
      ? nameOfItem({ kind: "bonus", criterion: String(code) }, statement, language)
      : nameOfItem({ kind }, statement, language);
  });
  return [...new Set(names)].join(", ");
}

/** What an entry is for: as the claim has it, else the line's criterion or kind. */
function itemName({ claim, line }: ReconciledEntry): string {
  return claim?.item ?? line?.criterion ?? line?.kind ?? "";
}

/** An entry as a row, amounts in øre. */
export function entryRow(entry: ReconciledEntry): Row {
  const { status, claim, line, days, reason, standing, otherArm, row, part } = entry;
  return {
    status,
    citizen: claim?.citizen ?? line?.citizen ?? null,
    item: itemName(entry),
    claimedOn: claim?.date ?? null,
    claimed: claim === undefined ? null : entry.claimed,
    dueOn: line?.date ?? null,
    owed: line === undefined ? null : entry.owed,
    undisputed: entry.undisputed,
    difference: entry.claimed - entry.owed,
    days: days ?? null,
    reason: reason ?? null,
    standing: standing ?? null,
    otherArm: otherArm ?? null,
    referredOn: claim?.referredOn ?? line?.referredOn ?? null,
    team: claim?.team ?? line?.team ?? null,
    part: part?.number ?? null,
    parts: part?.count ?? null,
    term: line?.term ?? null,
    reference: claim?.reference ?? null,
    row: row ?? null,
  };
}
