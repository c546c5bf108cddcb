import type { CostComparison, CostEffectivenessData } from "../../settlement/index.js";
import { unstatedOf } from "../../settlement/index.js";
import { termsOf } from "../facts/terms.js";
import { restOfKnown } from "../facts/withoutWeight.js";
import type { Numbered } from "./data.js";
import { estimated, placed, plainOptions, type Told, type Unlabeled } from "./make.js";
import type { NumberRows } from "./types.js";
import { NAMES, RULES } from "./words.js";

/** What each arm is due, as far as anyone stated it, and what the results cost. */
export function moneyNumbers(data: Numbered): readonly Unlabeled[] {
  return [...settlementNumbers(data), ...costNumbers(data), ...expectedNumbers(data)];
}

const SUMS = ["base", "bonus", "adjustments", "total", "vat"] as const;

function settlementNumbers(data: Numbered): readonly Unlabeled[] {
  const { statement } = data;
  if (statement === null) return [];
  const rule = RULES.settlement(termsOf(data));
  return statement.totals.flatMap((total, index) => {
    const unstated = unstatedOf(statement, total.arm);
    const lines = statement.items.filter(({ arm }) => arm === total.arm);
    const rows: readonly NumberRows[] =
      lines.length === 0 ? [] : [{ what: "lines", arm: total.arm, events: null, total: lines.length }];
    const stated = SUMS.filter((sum) => unstated === undefined || (unstated === "base" && sum !== "base"));
    return stated.map((sum) => {
      const name = unstated === "base" && sum === "total" ? NAMES.withoutBase : NAMES.settlement[sum];
      return placed(
        {
          id: `settlement.${total.arm}.${sum}`,
          name: name(total.name),
          unit: "ore",
          rule,
          rows,
        },
        { at: `/statement/totals/${index}/${sum}`, value: total[sum] },
        "settled",
      );
    });
  });
}

function costNumbers(data: Numbered): readonly Unlabeled[] {
  const { costs } = data;
  if (costs === null) return [];
  const rule = RULES.costs(costs.criterionName, termsOf(data));
  return [
    ...costs.comparisons.flatMap((comparison, index) =>
      comparison.standing === "too-early"
        ? []
        : comparisonNumbers(data, costs, comparison, { at: `/costs/comparisons/${index}`, rule }),
    ),
    ...costs.arms.flatMap(({ arm, name, citizens, successes, perSuccess }, index) =>
      perSuccess === null
        ? []
        : [
            estimated(
              {
                id: `cost-per-success.${arm}`,
                name: NAMES.costPerSuccess(name),
                unit: "ore",
                rule,
                rows: [{ what: "citizens", arm, events: successes, total: citizens }],
              },
              `/costs/arms/${index}/perSuccess`,
              perSuccess,
            ),
          ],
    ),
  ];
}

function comparisonNumbers(
  data: Numbered,
  costs: CostEffectivenessData,
  comparison: CostComparison,
  { at, rule }: { readonly at: string; readonly rule: Told["rule"] },
): readonly Unlabeled[] {
  const { arm, reference, cost, perAdditionalSuccess } = comparison;
  const rows = comparedRows(data, costs.criterion, comparison);
  const names = [arm, reference].map((id) => costs.arms.find((each) => each.arm === id)?.name ?? id);
  const [ours = arm, theirs = reference] = names;
  const told = (id: string, of: "costDifference" | "costRatio"): Told => ({
    id: `${id}.${arm}-${reference}`,
    name: NAMES[of](ours, theirs),
    unit: "ore",
    rule,
    rows,
  });
  const { estimate, lower, upper, level } = cost;
  const isFixed = lower === upper;
  return [
    {
      ...placed(
        told("cost-difference", "costDifference"),
        { at: `${at}/cost/estimate`, value: estimate },
        "costs-within-blocks",
      ),
      limits: isFixed ? null : { lower, upper, level },
      reason: isFixed ? "costs-alike" : null,
      options: { level },
    },
    ...(perAdditionalSuccess === null
      ? []
      : [
          estimated(
            told("cost-per-additional-success", "costRatio"),
            `${at}/perAdditionalSuccess`,
            perAdditionalSuccess,
          ),
        ]),
  ];
}

/** All of both arms, or as many of them as are in a block with both. */
function comparedRows(
  { audience, effects }: Numbered,
  criterion: string,
  { arm, reference, citizens }: CostComparison,
): readonly NumberRows[] {
  const effect = effects.find((each) => each.criterion === criterion);
  const rest = effect === undefined ? undefined : restOfKnown(effect, { arm }, audience);
  if (rest !== undefined) return [{ what: "citizens", arm: null, events: null, total: rest }];
  return [
    { what: "citizens", arm, events: null, total: citizens.comparator },
    { what: "citizens", arm: reference, events: null, total: citizens.reference },
  ];
}

/** Only in an internal edition. */
function expectedNumbers(data: Numbered): readonly Unlabeled[] {
  const payments = data.beside?.expectedPayments ?? null;
  if (payments === null) return [];
  const { total, level, bonuses, provenance } = payments;
  const rows = bonuses.map(({ arm, pending }): NumberRows => ({
    what: "citizens",
    arm,
    events: null,
    total: pending,
  }));
  const told: Told = {
    id: "expected-payments.total",
    name: NAMES.expectedPayments,
    unit: "ore",
    rule: RULES.settlement(termsOf(data)),
    rows,
  };
  return [
    {
      ...placed(
        told,
        { at: "/beside/expectedPayments/total/expected", value: total.expected },
        payments.method,
      ),
      limits: total.interval === null ? null : { ...total.interval, level },
      options: plainOptions(provenance.options),
    },
  ];
}
