import type { Showable } from "../../core/index.js";
import type { SampleRatio } from "../../effects/index.js";
import type { Numbered } from "./data.js";
import { otherReadingsId } from "./ids.js";
import { left, placed, type Told, type Unlabeled } from "./make.js";
import type { NumberUnit } from "./types.js";
import { NAMES, RULES } from "./words.js";

/** Who was referred and drawn, and how small a count may be that is published. */
export function allocationNumbers(data: Numbered): readonly Unlabeled[] {
  const { flow, minimumCount } = data;
  const whole = (id: string, name: Told["name"], unit: NumberUnit): Told => ({
    id: `allocation.${id}`,
    name,
    unit,
    rule: RULES.allocation,
    rows: [{ what: "citizens", arm: null, events: null, total: flow.citizens }],
  });
  return [
    placed(
      {
        id: "edition.minimum-count",
        name: NAMES.minimumCount,
        unit: "citizens",
        rule: RULES.edition,
        rows: [],
      },
      { at: "/minimumCount", value: minimumCount },
      "agreed",
    ),
    counted(whole("citizens", NAMES.citizens, "citizens"), "/flow/citizens", flow.citizens),
    counted(whole("referrals", NAMES.referrals, "referrals"), "/flow/referrals", flow.referrals),
    counted(
      whole("referred-again", NAMES.referredAgain, "referrals"),
      "/flow/referredAgain",
      flow.referredAgain,
    ),
    ...flow.arms.map(({ arm, name, allocated }, index) =>
      counted(
        whole(`allocated.${arm}`, NAMES.allocated(name), "citizens"),
        `/flow/arms/${index}/allocated`,
        allocated,
      ),
    ),
    ...sampleRatioNumbers(data),
  ];
}

function counted(told: Told, at: string, value: Showable): Unlabeled {
  return placed(told, { at, value }, "counted");
}

/** It stands beside the comparison in an internal edition, and by itself in a published one. */
function sampleRatioNumbers({ beside, sampleRatio }: Numbered): readonly Unlabeled[] {
  const own: SampleRatio | null = sampleRatio ?? beside?.sampleRatio ?? null;
  if (own === null) return [];
  return [
    placed(
      {
        id: "allocation.p",
        name: NAMES.sampleRatio,
        unit: "p-value",
        rule: RULES.allocation,
        rows: own.arms.map(({ arm, count }) => ({ what: "units-drawn", arm, events: null, total: count })),
      },
      { at: beside === undefined ? "/sampleRatio/pValue" : "/beside/sampleRatio/pValue", value: own.pValue },
      "sample-ratio",
    ),
  ];
}

/** How many readings of the deciding criterion were tried, and how many of them conclude otherwise about each arm. */
export function readingNumbers({ specification }: Numbered): readonly Unlabeled[] {
  if (specification === null) return [];
  const { tried, conclusions, arms } = specification;
  const nameOf = (arm: string): string => arms.find(({ id }) => id === arm)?.name ?? arm;
  const told = { unit: "readings", rule: RULES.readings, rows: [] } as const;
  const all = { at: "/specification/tried", value: tried };
  return [
    ...conclusions.map(({ arm, reference, same }, index) =>
      left(
        {
          ...told,
          id: otherReadingsId({ arm, reference }),
          name: NAMES.otherReadings(nameOf(arm), nameOf(reference)),
        },
        all,
        { at: `/specification/conclusions/${index}/same`, value: same },
      ),
    ),
    placed({ ...told, id: "readings.tried", name: NAMES.readings }, all, "counted"),
  ];
}
