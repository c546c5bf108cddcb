import { mayBeSome, type Publishable } from "../../core/index.js";
import type { ArmRate, ContractualRate, PublishableEffect } from "../../effects/index.js";
import type { Wording } from "../../outcomes/index.js";
import { criterionName } from "../read.js";
import type { Audience } from "../types.js";
import { comparisonNumbers } from "./comparisons.js";
import { marginId, matureId, minimumId, rateId } from "./ids.js";
import { estimated, knownOf, placed, summed, type Told, type Unlabeled } from "./make.js";
import type { Numbered } from "./data.js";
import type { NumberRows } from "./types.js";
import { NAMES, RULES } from "./words.js";

/** What stands in an effect, and where that stands in the review. */
interface Place {
  readonly audience: Audience;
  readonly effect: PublishableEffect;
  readonly at: string;
  readonly rule: Wording;
  readonly contract: Wording;
}

/** Rates, differences and who was followed, by each criterion. */
export function effectNumbers(data: Numbered): readonly Unlabeled[] {
  return data.effects.flatMap((effect, index) => {
    const name = criterionName(data, effect.criterion);
    const place: Place = {
      audience: data.audience,
      effect,
      at: `/effects/${index}`,
      rule: RULES.outcome(name, effect.matureThrough),
      contract: RULES.contract(name),
    };
    return [
      ...effect.rates.flatMap((rate, of) => rateNumbers(place, rate, `${place.at}/rates/${of}`)),
      ...totals(place),
      ...comparisonNumbers(place),
      ...agreed(place),
      ...effect.contractual.flatMap((rate, of) =>
        contractNumbers(place, rate, `${place.at}/contractual/${of}/rate`),
      ),
    ];
  });
}

function rateNumbers(
  { effect: { criterion }, rule }: Place,
  { arm, name, counts, rate }: Publishable<ArmRate>,
  at: string,
): readonly Unlabeled[] {
  const standing = (of: "mature" | "pending" | "unknown", id: string): Unlabeled => {
    const rows: readonly NumberRows[] = [
      { what: "citizens", arm, events: counts[of], total: counts.allocated },
    ];
    const told: Told = { id, name: NAMES[of](name), unit: "citizens", rule, rows };
    return placed(told, { at: `${at}/counts/${of}`, value: counts[of] }, "counted");
  };
  return [
    estimated(
      {
        id: rateId(criterion, arm),
        name: NAMES.rate(name),
        unit: "proportion",
        rule,
        rows: [knownOf(arm, counts)],
      },
      `${at}/rate`,
      rate,
    ),
    standing("mature", matureId(criterion, arm)),
    standing("pending", `pending.${criterion}.${arm}`),
    standing("unknown", `unknown.${criterion}.${arm}`),
  ];
}

/** All arms together, as the line on who is still awaited counts them. */
function totals({ effect: { criterion, rates }, at, rule }: Place): readonly Unlabeled[] {
  const places = (of: "mature" | "pending" | "unknown"): Parameters<typeof summed>[1] =>
    rates.map(({ counts }, index) => ({ at: `${at}/rates/${index}/counts/${of}`, value: counts[of] }));
  const told = (id: string, name: Wording): Told => ({
    id: `${id}.${criterion}`,
    name,
    unit: "citizens",
    rule,
    rows: rates.map(({ arm, counts }) => ({
      what: "citizens",
      arm,
      events: null,
      total: counts.allocated,
    })),
  });
  return [
    summed(told("pending", NAMES.allPending), places("pending")),
    summed(told("unknown", NAMES.allUnknown), places("unknown")),
    ...(rates.some(({ counts }) => mayBeSome(counts.excluded))
      ? [summed(told("comparable", NAMES.allMature), [...places("mature"), ...places("pending")])]
      : []),
  ];
}

function agreed({ effect: { criterion, margin, minimumMature }, at }: Place): readonly Unlabeled[] {
  const told = { rule: RULES.protocol, rows: [] };
  return [
    ...(margin === null
      ? []
      : [
          placed(
            { ...told, id: marginId(criterion), name: NAMES.margin, unit: "proportion-difference" },
            { at: `${at}/margin`, value: margin },
            "agreed",
          ),
        ]),
    placed(
      { ...told, id: minimumId(criterion), name: NAMES.minimum, unit: "citizens" },
      { at: `${at}/minimumMature`, value: minimumMature },
      "agreed",
    ),
  ];
}

function contractNumbers(
  { effect: { criterion }, contract }: Place,
  { arm, name, success, failure, rate }: Publishable<ContractualRate>,
  at: string,
): readonly Unlabeled[] {
  const told: Told = {
    id: `contract-rate.${criterion}.${arm}`,
    name: NAMES.contractRate(name),
    unit: "proportion",
    rule: contract,
    rows: [knownOf(arm, { success, failure })],
  };
  return [estimated(told, at, rate)];
}
