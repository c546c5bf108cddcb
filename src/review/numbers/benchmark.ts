import type { ArmBenchmark, BenchmarkData } from "../../benchmark/index.js";
import type { Numbered } from "./data.js";
import { estimated, placed, summed, type Placed, type Told, type Unlabeled } from "./make.js";
import type { NumberRows } from "./types.js";
import { NAMES, RULES } from "./words.js";

/** Each arm beside the municipalities, and these. */
export function benchmarkNumbers({ benchmark }: Numbered): readonly Unlabeled[] {
  if (benchmark === null) return [];
  const { arms, peers, clusterRate, minimumMature, criterionName } = benchmark;
  const rule = RULES.cluster(criterionName);
  const municipal: readonly NumberRows[] = [
    { what: "municipalities", arm: null, events: null, total: peers.length },
  ];
  return [
    ...arms.flatMap((arm, index) => armNumbers(arm, `/benchmark/arms/${index}`, rule)),
    summed(
      {
        id: "cluster.citizens",
        name: NAMES.clusterTotal,
        unit: "citizens",
        rule,
        rows: municipal,
      },
      peers.map(({ total }, index) => ({ at: `/benchmark/peers/${index}/total`, value: total })),
    ),
    placed(
      {
        id: "cluster.minimum",
        name: NAMES.benchmarkMinimum,
        unit: "citizens",
        rule: RULES.protocol,
        rows: [],
      },
      { at: "/benchmark/minimumMature", value: minimumMature },
      "agreed",
    ),
    howMany(benchmark, {
      id: "cluster.municipalities",
      name: NAMES.peers,
      unit: "municipalities",
      rule,
      rows: [],
    }),
    estimated(
      { id: "cluster.rate", name: NAMES.clusterRate, unit: "proportion", rule, rows: municipal },
      "/benchmark/clusterRate",
      clusterRate,
    ),
  ];
}

function armNumbers(
  { arm, name, observed, total, mature, expected, ratio }: ArmBenchmark,
  at: string,
  rule: Told["rule"],
): readonly Unlabeled[] {
  const rows: readonly NumberRows[] = [{ what: "citizens", arm, events: observed, total }];
  const counted = (of: string, title: Told["name"], placing: Placed, method: string): Unlabeled =>
    placed({ id: `${of}.${arm}`, name: title, unit: "citizens", rule, rows }, placing, method);
  const interval = ratio?.interval;
  return [
    ...(ratio === undefined || interval === undefined
      ? []
      : [
          {
            ...placed(
              { id: `ratio.${arm}`, name: NAMES.ratio(name), unit: "ratio", rule, rows },
              { at: `${at}/ratio/estimate`, value: ratio.estimate },
              interval.method,
            ),
            limits: { lower: interval.lower, upper: interval.upper, level: interval.level },
            options: { level: interval.level },
          },
        ]),
    ...(expected === undefined
      ? []
      : [
          counted(
            "expected",
            NAMES.expected(name),
            { at: `${at}/expected`, value: expected },
            "expected-by-cluster",
          ),
        ]),
    counted(
      "window-closed",
      NAMES.benchmarkMature(name),
      mature === null ? { at: `${at}/total`, value: total } : { at: `${at}/mature`, value: mature },
      "counted",
    ),
  ];
}

/** Municipalities that are taken together stand in one row, and are named by a notice. */
function howMany({ peers, notices }: BenchmarkData, told: Told): Unlabeled {
  const index = notices.findIndex(({ code }) => code === "municipalities-together");
  const joined = notices[index]?.["municipalities"];
  if (!Array.isArray(joined)) {
    return { ...placed(told, { at: "/benchmark/peers", value: peers.length }, "counted"), how: "items" };
  }
  const alone = peers.flatMap(({ municipality }, at) =>
    municipality === notices[index]?.["name"] ? [] : [`/benchmark/peers/${at}`],
  );
  const list = `/benchmark/notices/${index}/municipalities`;
  return {
    ...placed(told, { at: list, value: alone.length + joined.length }, "counted"),
    at: [...alone, list],
    how: "items",
  };
}
