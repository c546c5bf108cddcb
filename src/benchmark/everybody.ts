import type { Count } from "../inference/index.js";
import { comparable } from "./names.js";

/** How tables call everybody together where they tell groups apart. */
const EVERYBODY: ReadonlySet<string> = new Set(
  ["i alt", "ialt", "alle", "total", "totalt", "sum", "samlet", "in all", "all", "everybody"].concat(
    ["hele gruppen", "hele kommunen", "kommunen i alt", "kommunen samlet"],
    ["alle borgere", "alle personer", "alle aldre"],
  ),
);

const SOUNDS_LIKE =
  /(^|[^\p{L}])(i alt|ialt|in all|totalt?|sum|samlet)($|[^\p{L}])|^(hele|alle?|whole|entire) /u;

/** What a group is called by: "" without a name, and under a name that means everybody. */
export function groupKey(name: string | undefined): string {
  const key = comparable(name ?? "");
  return EVERYBODY.has(key) ? "" : key;
}

/** Whether a name may mean everybody: `I alt (25–66 år)`, `Over 25 år i alt`, `Alle ledige`; the figures have to say. */
export function mayBeEverybody(name: string | undefined): boolean {
  const key = groupKey(name);
  return key === "" || SOUNDS_LIKE.test(key);
}

/** The name of the group, of three or more with people, that has as many events and people as all others together. */
export function sumOfOthers(groups: ReadonlyMap<string, Count>): string | undefined {
  const peopled = [...groups].filter(([, { total }]) => total > 0);
  const all = peopled.reduce(
    (sum, [, { events, total }]) => ({ events: sum.events + events, total: sum.total + total }),
    { events: 0, total: 0 },
  );
  const isHalf = ({ events, total }: Count): boolean =>
    2 * total === all.total && Math.abs(2 * events - all.events) < 1e-9;
  return peopled.find(
    ([name, count]) => peopled.length >= (mayBeEverybody(name) ? 2 : 3) && isHalf(count),
  )?.[0];
}
