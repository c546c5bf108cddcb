import { competitionError, provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { explainOutcome, type Outcomes } from "../outcomes/index.js";
import { storyFace } from "./explainFace.js";
import { ruleOf } from "./explainRule.js";
import { stepsOf } from "./explainSteps.js";
import { checkGiven } from "./given.js";
import type { LineItemStory, LineItemStoryData } from "./explainTypes.js";
import { settleAccounts } from "./settle.js";
import type { PaymentPlan } from "./terms.js";
import type { LineItem } from "./types.js";

const makeStory: (data: LineItemStoryData) => LineItemStory = resultMaker<LineItemStoryData>(storyFace);

/**
 * Tells how a line of a statement came about: the rule, the ledger entry with its course, the arithmetic from the
 * plan's rate to the amount, and for a bonus (and what takes it back) how the outcome came about.
 *
 * @param plan The terms that were settled.
 * @param item A line of `settleAccounts(outcomes, plan)`.
 * @returns A result: the story as data, and in words in both languages.
 * @throws CompetitionError `unknown-line-item` if these outcomes and terms have no such line; otherwise as
 *   `settleAccounts`.
 * @example
 * explainLineItem(outcomes, protocol.payment, statement.items[0]).toText({ language: "da" });
 * @example
 * explainLineItem(outcomes, plan, { ...item, amount: item.amount + 1 }); // throws unknown-line-item
 */
export function explainLineItem(
  outcomes: Outcomes,
  plan: PaymentPlan | undefined,
  item: LineItem,
): LineItemStory {
  checkGiven("explainLineItem", { outcomes, item });
  const { items } = settleAccounts(outcomes, plan);
  const found = items.find((each) => isSame(each, item));
  const terms = plan?.terms.find(({ arm }) => arm === item.arm);
  if (found === undefined || plan === undefined || terms === undefined) throw unknownLine(item);

  const { protocol, participants, furtherReferrals } = outcomes;
  const rule = ruleOf(found, terms, protocol.criteria);
  const criterion = rule.of === "bonus" ? rule.criterion : rule.of === "clawback" ? rule.unless : undefined;
  const { citizen, sequence } = found;
  const referral = [...participants, ...furtherReferrals].find((each) => each.sequence === sequence);
  return makeStory({
    kind: "line-item-story",
    method: "base-and-bonus",
    references: [],
    notices: [],
    provenance: provenanceOf(
      "explainLineItem",
      { payment: { value: plan, source: "given" }, item: { value: found, source: "given" } },
      { outcomes: outcomes.provenance },
    ),
    item: found,
    name: protocol.arms.find(({ id }) => id === found.arm)?.name ?? found.arm,
    rule,
    ...(referral === undefined ? {} : { referral }),
    steps: stepsOf(rule, { item: found, terms }, { items, referral, plan }),
    ...(criterion === undefined || citizen === undefined
      ? {}
      : { outcome: explainOutcome(outcomes, citizen, criterion.id, "contract") }),
  });
}

function isSame(a: LineItem, b: LineItem): boolean {
  const keys = Object.keys(a) as (keyof LineItem)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function unknownLine(item: LineItem): Error {
  return competitionError({
    code: "unknown-line-item",
    path: "explainLineItem.item",
    received: item,
    expected: "a line of the statement that these outcomes and terms give",
    hint: "Take the line from settleAccounts(outcomes, plan).items.",
  });
}
