import {
  ABSENT,
  formatCount,
  formatCounted,
  formatDate,
  formatKroner,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import { reasonText } from "./reconcileReason.js";
import type { ReconciledEntry, ReconciliationData } from "./reconcileTypes.js";
import { RECONCILIATION_WORDS } from "./reconcileWords.js";
import { SETTLEMENT_WORDS } from "./words.js";

/** How a reconciliation shows itself: the verdict, the sums, and what isn't agreed. All entries are its rows. */
export const reconciliationFace: Face<ReconciliationData> = {
  blocks: reconciliationBlocks,
  rows: ({ entries }) => entries.map(entryRow),
};

/** The most entries that a table shows. */
const SHOWN = 50;

/** A reconciliation as blocks, for a report that takes it in. */
function reconciliationBlocks(reconciliation: ReconciliationData, language: Language): readonly Block[] {
  const words = RECONCILIATION_WORDS[language];
  const { name, asOf, statuses, sums, entries } = reconciliation;
  const kroner = (amount: number): string => formatKroner(amount, { language });
  const present = statuses.filter((each) => each.entries > 0);
  const counted = present.map((each) =>
    formatCounted(each.entries, words.counted[each.status], { language }),
  );
  const open = entries.filter(({ status }) => status !== "agreed" && status !== "withdrawn");
  const lead = words.lead(name, kroner(sums.claimed), kroner(sums.owed), formatDate(asOf, { language }));
  const payable = words[sums.undisputed > 0 ? "payable" : "nothingPayable"](kroner(sums.undisputed));
  return [
    { block: "paragraph", style: "lead", text: `${lead} ${payable}` },
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
    { block: "paragraph", style: "small", text: words.withoutVat },
    ...openTable(reconciliation, open, language),
    ...noteTexts(reconciliation, language).map(([tone, text]): Block => ({ block: "note", tone, text })),
  ];
}

function openTable(
  reconciliation: ReconciliationData,
  open: readonly ReconciledEntry[],
  language: Language,
): readonly Block[] {
  if (open.length === 0) return [];
  const { caption, columns } = RECONCILIATION_WORDS[language].entries;
  const table: Block = {
    block: "table",
    caption,
    columns: columns.map((heading) => ({
      heading,
      align: AMOUNTS.includes(columns.indexOf(heading)) ? "right" : "left",
    })),
    rows: open.slice(0, SHOWN).map((entry) => cellsOf(reconciliation, entry, language)),
  };
  const further = formatCount(open.length - SHOWN, { language });
  return open.length <= SHOWN
    ? [table]
    : [table, { block: "paragraph", style: "small", text: RECONCILIATION_WORDS[language].further(further) }];
}

/** The columns of that table that hold amounts. */
const AMOUNTS: readonly number[] = [3, 5];

function cellsOf(
  { arms, dateTolerance }: ReconciliationData,
  entry: ReconciledEntry,
  language: Language,
): readonly string[] {
  const words = RECONCILIATION_WORDS[language];
  const { claim, line, status } = entry;
  const item = itemName(entry);
  const reason = reasonText(entry, { arms, dateTolerance, language });
  return [
    claim?.citizen ?? line?.citizen ?? ABSENT,
    { ...SETTLEMENT_WORDS[language].kinds, deduction: words.deduction }[item] ?? item,
    claim?.date ?? ABSENT,
    formatKroner(claim === undefined ? null : entry.claimed, { language }),
    line?.date ?? ABSENT,
    formatKroner(line === undefined ? null : entry.owed, { language }),
    reason === "" ? words.statuses[status] : `${words.statuses[status]}: ${reason}`,
  ];
}

function noteTexts(
  { notices }: ReconciliationData,
  language: Language,
): readonly (readonly ["info" | "caution" | "warning", string])[] {
  const words = RECONCILIATION_WORDS[language].notices;
  return notices.map((notice) => {
    const list = (fact: string): string => [notice[fact]].flat().join(", ");
    return [
      notice.severity,
      notice.code === "unknown-items"
        ? words.unknownItems(list("items"), list("known"))
        : words.participants(Number(notice["claims"])),
    ];
  });
}

/** What an entry is for: as the claim has it, else the line's criterion or kind. */
function itemName({ claim, line }: ReconciledEntry): string {
  return claim?.item ?? line?.criterion ?? line?.kind ?? "";
}

/** An entry as a row, amounts in øre. */
export function entryRow(entry: ReconciledEntry): Row {
  const { status, claim, line, days, reason, standing, otherArm, row } = entry;
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
    term: line?.term ?? null,
    reference: claim?.reference ?? null,
    row: row ?? null,
  };
}
