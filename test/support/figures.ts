import type { BenchmarkShape, EstimateShape, FlowModel, ForestPanel } from "../../src/figures/index.js";

export const LONG_NAME = "Leverandøren Arbejdsmarkeds- og Uddannelsescenter Trekantområdet A/S";

/** An estimate by its structure, as `inference` gives them. */
export function estimateOf(
  measure: string,
  method: string,
  [estimate, lower, upper]: readonly [number | null, number, number],
  counts?: EstimateShape["counts"],
): EstimateShape {
  const shape = {
    kind: "estimate",
    method,
    measure,
    estimate,
    interval: { lower, upper, level: 0.95 },
  } as const;
  return counts === undefined ? shape : { ...shape, counts };
}

export const PANELS: readonly ForestPanel[] = [
  {
    heading: "Succesrate",
    measure: "proportion",
    rows: [
      {
        label: "Virksomheden Fredericia",
        estimate: 0.38,
        lower: 0.312,
        upper: 0.453,
        level: 0.95,
        detail: "68/179",
      },
      { label: LONG_NAME, estimate: 0.44, lower: 0.37, upper: 0.512, level: 0.95, detail: "81/184" },
    ],
  },
  {
    heading: "Forskel, leverandør minus egen enhed",
    measure: "risk-difference",
    favours: { lower: "egen enhed bedst", upper: "leverandøren bedst" },
    rows: [{ label: "Lagdelt", estimate: 0.06, lower: -0.04, upper: 0.16, level: 0.95 }],
  },
];

const MUNICIPALITIES: readonly string[] = [
  ..."Aabenraa,Albertslund,Ballerup,Brønderslev,Esbjerg,Faaborg-Midtfyn,Fredensborg,Frederikshavn".split(","),
  ..."Guldborgsund,Haderslev,Halsnæs,Hedensted,Helsingør,Herning,Hillerød,Hjørring,Holbæk,Holstebro".split(
    ",",
  ),
  ..."Horsens,Hvidovre,Høje-Taastrup,Ikast-Brande,Jammerbugt,Kalundborg,Kerteminde,Kolding,Køge".split(","),
  ..."Langeland,Lejre,Lolland,Lyngby-Taarbæk,Mariagerfjord,Middelfart,Morsø,Norddjurs,Nyborg".split(","),
  ..."Næstved,Ringkøbing-Skjern".split(","),
];

/** A benchmark with as many municipalities as wanted (38 at most) and two arms. */
export function benchmarkOf(count: number, comparable = true): BenchmarkShape {
  const peers = MUNICIPALITIES.slice(0, count).map((municipality, index) => {
    const total = 90 + ((index * 97) % 311);
    const events = Math.round(total * (0.28 + ((index * 53) % 101) / 500));
    return { municipality, events, total, rate: rateOf(events, total) };
  });
  const arms = [
    { name: "Virksomheden Fredericia", observed: 68, total: 179, rate: rateOf(68, 179) },
    { name: LONG_NAME, observed: 81, total: 184, rate: rateOf(81, 184) },
  ];
  const clusterRate = estimateOf("proportion", "wilson", [0.382, 0.37, 0.394]);
  return { kind: "benchmark", cluster: "Klynge C", comparable, peers, clusterRate, arms };
}

function rateOf(events: number, total: number): EstimateShape {
  const rate = events / total;
  const half = 1.96 * Math.sqrt((rate * (1 - rate)) / total);
  return estimateOf("proportion", "wald", [rate, rate - half, rate + half]);
}

/** The flow of arms with the given names. */
export function flowOf(...names: readonly string[]): FlowModel {
  return {
    entrance: [
      { heading: "Visiteringer", count: 1412, lines: [{ label: "Henvist igen", count: 12 }] },
      { heading: "Borgere fordelt ved lodtrækning", count: 1400 },
    ],
    arms: names.map((name, index) => [
      {
        heading: `Lodtrukket til ${name}`,
        count: 199 + index,
        lines: [
          { label: "Påbegyndte forløb", count: 185 },
          { label: "Tilbagevisiteret, fordi borgeren ikke vurderes at have gavn af forløbet", count: 5 },
        ],
      },
      { heading: "Endnu ikke målt", count: "<5" },
      { heading: "Opgjort", count: 179, lines: [{ label: "Succes", count: 68 }] },
    ]),
  };
}
