import type { Publishable } from "../../core/index.js";
import type { ArmComparison, PublishableEffect } from "../../effects/index.js";
import { restOfKnown, withoutWeight } from "../facts/withoutWeight.js";
import { rateOf } from "../read.js";
import type { Audience } from "../types.js";
import { differenceId, leftOutId } from "./ids.js";
import { estimated, knownOf, placed, tested, type Told, type Unlabeled } from "./make.js";
import type { NumberRows } from "./types.js";
import { NAMES } from "./words.js";

interface Place {
  readonly audience: Audience;
  readonly effect: PublishableEffect;
  readonly at: string;
  readonly rule: Told["rule"];
}

type Comparison = Publishable<ArmComparison>;

/** Each difference with its test, the test by the allocation alone, and whom the difference leaves out. */
export function comparisonNumbers(place: Place): readonly Unlabeled[] {
  return place.effect.comparisons.flatMap((comparison, index) => {
    const at = `${place.at}/comparisons/${index}`;
    return [
      ...differenceNumbers(place, comparison, `${at}/difference`),
      ...randomizationNumber(place, comparison, `${at}/randomization`),
      ...leftOutNumbers(place, comparison),
    ];
  });
}

function differenceNumbers(place: Place, comparison: Comparison, at: string): readonly Unlabeled[] {
  const { difference } = comparison;
  const { test, method, counts = {} } = difference;
  const { comparator, reference } = counts;
  const rows =
    comparator === undefined || reference === undefined
      ? comparedOf(place, comparison)
      : [rowsOf(comparison.arm, comparator), rowsOf(comparison.reference, reference)];
  const told = { rule: place.rule, rows };
  return [
    estimated(
      {
        ...told,
        id: differenceId(place.effect.criterion, comparison),
        name: NAMES.difference(...namesOf(place, comparison)),
        unit: "proportion-difference",
      },
      at,
      difference,
    ),
    ...(test === undefined
      ? []
      : [
          placed(
            {
              ...told,
              id: `p.${pairOf(place, comparison)}`,
              name: NAMES.pValue(...namesOf(place, comparison)),
              unit: "p-value",
            },
            { at: `${at}/test/pValue`, value: test.pValue },
            method,
          ),
        ]),
  ];
}

function randomizationNumber(place: Place, comparison: Comparison, at: string): readonly Unlabeled[] {
  const { randomization } = comparison;
  if (randomization?.status !== "estimated") return [];
  const told: Told = {
    id: `randomization.${pairOf(place, comparison)}`,
    name: NAMES.randomization(...namesOf(place, comparison)),
    unit: "p-value",
    rule: place.rule,
    rows: knownOfBoth(place, comparison),
  };
  return [tested(told, at, randomization)];
}

function leftOutNumbers(place: Place, comparison: Comparison): readonly Unlabeled[] {
  const { effect, rule } = place;
  const found = withoutWeight(effect, comparison);
  if (found === undefined) return [];
  const at = `${place.at}/notices/${found.index}`;
  const told = { unit: "citizens", rule, rows: knownOfBoth(place, comparison) } as const;
  const names = namesOf(place, comparison);
  return [
    placed(
      { ...told, id: leftOutId(effect.criterion, "of", comparison), name: NAMES.leftOutOf(...names) },
      { at: `${at}/of`, value: found.known },
      "counted",
    ),
    placed(
      { ...told, id: leftOutId(effect.criterion, "left-out", comparison), name: NAMES.leftOut(...names) },
      { at: `${at}/citizens`, value: found.citizens },
      "counted",
    ),
  ];
}

function pairOf({ effect }: Place, { arm, reference }: Comparison): string {
  return `${effect.criterion}.${arm}-${reference}`;
}

function namesOf({ effect }: Place, { arm, reference }: Comparison): readonly [string, string] {
  return [rateOf(effect, arm)?.name ?? arm, rateOf(effect, reference)?.name ?? reference];
}

/** Where a difference doesn't say whom it rests on: everyone whose outcome is known, or as many as it doesn't leave out. */
function comparedOf(place: Place, comparison: Comparison): readonly NumberRows[] {
  const rest = restOfKnown(place.effect, comparison, place.audience);
  if (rest === undefined) return knownOfBoth(place, comparison);
  return [{ what: "citizens", arm: null, events: null, total: rest }];
}

/** Everyone whose outcome is known. */
function knownOfBoth({ effect }: Place, { arm, reference }: Comparison): readonly NumberRows[] {
  return [arm, reference].flatMap((id) => {
    const rate = rateOf(effect, id);
    return rate === undefined ? [] : [knownOf(id, rate.counts)];
  });
}

function rowsOf(arm: string, { events, total }: Publishable<{ events: number; total: number }>): NumberRows {
  return { what: "citizens", arm, events, total };
}
