import { group } from "d3-array";
import type { Ledger } from "../allocation/index.js";
import type { Language } from "../display/index.js";
import type { Protocol } from "../protocol/index.js";
import { counted } from "./counted.js";

/** From so many citizens on what a share of them is can be told from chance. */
const ENOUGH = 20;

/** Of more than a third without weight a comparison is another than was planned. */
const MANY = 1 / 3;

/** From so many groups on a week's draw leaves many citizens alone in theirs, at the numbers that municipalities refer. */
const MANY_GROUPS = 4;

/** That the plan draws in so many groups a week that many may carry no weight in the comparison. */
export function manyGroupsText(
  { allocation }: Pick<Protocol, "allocation">,
  language: Language,
): string | undefined {
  const { design, strata, levels } = allocation;
  if (design.kind !== "complete") return undefined;
  const groups = strata.reduce((product, column) => product * (levels?.[column]?.length ?? 1), 1);
  if (groups < MANY_GROUPS) return undefined;
  const columns = strata.join(", ");
  return language === "da"
    ? `hver uge trækkes der lod i ${groups} grupper (${columns}); den, der er alene i en gruppe, vejer ikke med, når enhederne sammenlignes, så vælg færre inddelinger, medmindre der visiteres mange hver uge`
    : `each week is drawn in ${groups} groups (${columns}); someone who is alone in a group carries no weight in the comparison of the arms, so take fewer strata unless many are referred each week`;
}

/** How many of those drawn so far were drawn with nobody of another arm, where they are many. */
export function withoutOthersText({ entries }: Ledger): string | undefined {
  const blocks = [...group(entries, ({ block }) => block).values()];
  const alone = blocks
    .filter((members) => new Set(members.map(({ arm }) => arm)).size === 1)
    .reduce((sum, members) => sum + members.length, 0);
  return entries.length < ENOUGH || alone <= MANY * entries.length
    ? undefined
    : `of ${counted(entries.length, "citizen", "citizens")} drawn so far, ${alone} were drawn in a block with nobody of another arm; they carry no weight in the comparison of the arms`;
}
