import type { Review, ReviewData } from "../../../src/review/index.js";

/** A review as its JSON has it. */
type Data = Pick<Review, keyof ReviewData>;

const compared = ({ effects: [first] }: Data): Data["effects"][number]["comparisons"] =>
  first?.comparisons ?? [];

/** What the sections of a review are made of, by the id of their heading. */
const PLACES: Readonly<Record<string, (data: Data) => unknown>> = {
  "brief": ({ effects, specification, flow, benchmark, statement, costs, targets }) => [
    effects.map(({ rates, comparisons, minimumMature, margin }) => [
      rates,
      comparisons,
      minimumMature,
      margin,
    ]),
    [specification.tried, specification.sameConclusion, specification.tried - specification.sameConclusion],
    [flow, benchmark?.arms, benchmark?.clusterRate, benchmark?.minimumMature, benchmark?.peers.length],
    [statement?.totals, costs?.comparisons, targets?.met],
  ],
  "chance": ({ flow, draw, effects: [first], beside }) => [
    [flow, draw, beside.sampleRatio],
    first?.rates.map(({ counts }) => [counts, counts.success + counts.failure]),
  ],
  "balance": (data) => compared(data).map(({ balance }) => balance),
  "results": () => [],
  "time": ({ beside }) => [beside.time, weeksOf(beside.time)],
  "targets": ({ targets }) => targets,
  "exits": ({ exits }) => exits,
  "analysis-sets": ({ effects: [first] }) => first?.sets,
  "sensitivity": (data) => compared(data).map(({ sensitivity }) => sensitivity),
  "readings": ({ specification }) => [specification, specification.tried - specification.sameConclusion],
  "subgroups": (data) =>
    compared(data).map(({ subgroups }) => [
      subgroups,
      subgroups.map(({ groups }) =>
        groups.map(({ comparator, reference }) =>
          [comparator, reference].map(({ success, failure }) => success + failure),
        ),
      ),
    ]),
  "months": ({ beside }) => beside.months,
  "ratings": ({ beside }) => beside.ratings,
  "cluster": ({ benchmark }) => [
    [benchmark, benchmark?.peers.length],
    [...(benchmark?.arms ?? []), benchmark?.whole].map((unit) =>
      runningSums(unit?.rank?.probabilities ?? []),
    ),
  ],
  "trend": ({ beside }) => beside.trend,
  "settlement": ({ statement, beside }) => [statement?.totals, statement?.notices, beside.expectedPayments],
  "expected-payments": ({ beside: { expectedPayments } }) => [
    expectedPayments,
    expectedPayments?.bonuses.reduce((sum, { pending }) => sum + pending, 0),
  ],
  "claims": ({ beside }) => [beside.claims, beside.reported],
  "costs": ({ costs }) => costs,
  "method": () => [],
  "analysis": ({ effects: [first] }) => first?.provenance.options,
  "open-points": ({ openPoints }) => openPoints,
  "about-data": ({ notices }) => notices,
  "missing": ({ beside }) => beside.missing.map((arm) => [arm, unknownOf(arm), unknownOf(arm) / arm.mature]),
  "repeat": ({ provenance }) => provenance,
  "references": () => [],
  "origins": ({ effects, flow, benchmark }) => [
    effects.map(({ rates, level, comparisons }) => [
      level,
      comparisons,
      summed(rates.map(({ counts }) => counts)),
    ]),
    [flow, benchmark?.peers.length],
  ],
  "numbers": ({ numbers }) => numbers,
};

/** The part of a review's JSON that a section tells of, with the few sums and shares that its sentences make of it. */
export function placeOf(section: string, data: Data): unknown {
  const criterion = /^criterion-(.*)$/.exec(section)?.[1];
  if (criterion === undefined) return PLACES[section]?.(data);
  const { rates, comparisons, contractual, notices, minimumMature, margin, level } =
    data.effects.find((effect) => effect.criterion === criterion) ?? {};
  return [
    [rates, contractual, notices, minimumMature, margin, level],
    comparisons?.map(({ difference, unstratified, randomization, fisher, bounds }) => [
      [difference, unstratified, randomization, fisher, bounds],
    ]),
    data.criteria.find(({ id }) => id === criterion),
  ];
}

type Counts = Data["effects"][number]["rates"][number]["counts"];

/** Arms taken together: those followed for long enough, and those of them whose outcome is known. */
function summed(counts: readonly Counts[]): readonly number[] {
  const over = (of: (each: Counts) => number): number => counts.reduce((sum, each) => sum + of(each), 0);
  return [over(({ mature }) => mature), over(({ success, failure }) => success + failure)];
}

function unknownOf({ noHistory, moved, beforeCoverage, other }: Data["beside"]["missing"][number]): number {
  return noHistory + moved + beforeCoverage + other;
}

/** P(rank ≤ k) of the probabilities of each rank. */
function runningSums(probabilities: readonly number[]): readonly number[] {
  return probabilities.map((_each, last) =>
    probabilities.slice(0, last + 1).reduce((sum, each) => sum + each, 0),
  );
}

/** The whole weeks at which the curve can be read. */
function weeksOf(time: Data["beside"]["time"]): readonly number[] {
  const last = Math.max(0, ...(time?.curve?.rows.map((row) => row.time) ?? []));
  return Array.from({ length: Math.floor(last) + 1 }, (_week, week) => week);
}
