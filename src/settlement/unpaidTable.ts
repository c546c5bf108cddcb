import { formatCount, type Language, type Table } from "../display/index.js";
import { nameOfCriterion } from "./criterionNames.js";
import type { StatementData, Unpaid } from "./types.js";
import { SETTLEMENT_WORDS } from "./words.js";

const STANDINGS: readonly Unpaid["standing"][] = ["open", "unknown", "lost"];

/** How many payments are still open, unknown or lost, by what they are for and why. */
export function unpaidTable(
  { unpaid, totals, criteria }: StatementData,
  nameOf: (arm: string) => string,
  language: Language,
): Table {
  const words = SETTLEMENT_WORDS[language];
  const headings = [words.unit, words.unpaid.payment, words.unpaid.standing, words.unpaid.reason];
  const arms = totals.map(({ arm }) => arm);
  return {
    block: "table",
    caption: words.captions.unpaid,
    columns: [
      ...headings.map((heading) => ({ heading, align: "left" as const })),
      { heading: words.number, align: "right" },
    ],
    rows: groupsOf(unpaid)
      .toSorted(([a], [b]) => byPlace(a, b, arms))
      .map(([{ arm, kind, criterion, standing, reason }, count]) => [
        nameOf(arm),
        criterion === undefined
          ? words.kinds[kind]
          : `${words.kinds[kind]}: ${nameOfCriterion({ criteria }, criterion, language)}`,
        words.standings[standing],
        words.reasons[reason],
        formatCount(count, { language }),
      ]),
  };
}

/** One of each group of entries that are alike but in whose they are, with the number of all. */
function groupsOf(unpaid: readonly Unpaid[]): readonly (readonly [Unpaid, number])[] {
  const groups = new Map<string, readonly [Unpaid, number]>();
  for (const entry of unpaid) {
    const { arm, term, standing, reason } = entry;
    const key = [arm, term, standing, reason].join(" ");
    const [first, count] = groups.get(key) ?? [entry, 0];
    groups.set(key, [first, count + 1]);
  }
  return [...groups.values()];
}

function byPlace(a: Unpaid, b: Unpaid, arms: readonly string[]): number {
  return (
    arms.indexOf(a.arm) - arms.indexOf(b.arm) ||
    (a.term < b.term ? -1 : a.term > b.term ? 1 : 0) ||
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    (a.reason < b.reason ? -1 : 1)
  );
}
