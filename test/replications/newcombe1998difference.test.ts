// Newcombe (1998), Statistics in Medicine 17, 873–890, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I,
// Table II: 95 % limits for eight differences, to four decimals, by his methods 5 (Mee), 6 (Miettinen and Nurminen), 10
// and 11 (square and add, without and with continuity correction) and 1 (Wald). The printed digits as test suites that
// cite the table have them: for method 10 several, for 5 and 6 that of Python's mergeron, for (d) that of R's ratesci;
// methods 1 and 11 as that of R's DescTools has them from a paper on SAS.
// Method 6 is Miettinen and Nurminen's (1985), doi:10.1002/sim.4780040211; mergeron names (e) as their fifth example.
import { describe, expect, it } from "vitest";
import { compareProportions, type ComparisonMethod, type Count } from "../../src/inference/index.js";

type Limits = readonly [lower: string, upper: string];

const of = (events: number, total: number): Count => ({ events, total });

const EXAMPLES: readonly {
  readonly name: string;
  readonly counts: readonly [Count, Count];
  readonly limits: Readonly<Partial<Record<ComparisonMethod, Limits>>>;
}[] = [
  {
    name: "a",
    counts: [of(56, 70), of(48, 80)],
    limits: {
      "wald": ["0.0575", "0.3425"],
      "mee": ["0.0533", "0.3377"],
      "miettinen-nurminen": ["0.0528", "0.3382"],
      "newcombe": ["0.0524", "0.3339"],
      "newcombe-cc": ["0.0428", "0.3422"],
    },
  },
  {
    name: "b",
    counts: [of(9, 10), of(3, 10)],
    limits: {
      "wald": ["0.2605", "0.9395"],
      "mee": ["0.1821", "0.8370"],
      "miettinen-nurminen": ["0.1700", "0.8406"],
      "newcombe": ["0.1705", "0.8090"],
      "newcombe-cc": ["0.1013", "0.8387"],
    },
  },
  {
    name: "c",
    counts: [of(6, 7), of(2, 7)],
    limits: {
      "mee": ["0.0544", "0.8478"],
      "miettinen-nurminen": ["0.0342", "0.8534"],
      "newcombe": ["0.0582", "0.8062"],
    },
  },
  {
    name: "d",
    counts: [of(5, 56), of(0, 29)],
    limits: {
      "mee": ["-0.0313", "0.1926"],
      "miettinen-nurminen": ["-0.0326", "0.1933"],
      "newcombe": ["-0.0381", "0.1926"],
    },
  },
  {
    name: "e",
    counts: [of(0, 10), of(0, 20)],
    limits: {
      "mee": ["-0.1611", "0.2775"],
      "miettinen-nurminen": ["-0.1658", "0.2844"],
      "newcombe": ["-0.1611", "0.2775"],
    },
  },
  {
    name: "f",
    counts: [of(0, 10), of(0, 10)],
    limits: {
      "mee": ["-0.2775", "0.2775"],
      "miettinen-nurminen": ["-0.2879", "0.2879"],
      "newcombe": ["-0.2775", "0.2775"],
    },
  },
  {
    name: "g",
    counts: [of(10, 10), of(0, 20)],
    limits: {
      "wald": ["1.0000", "1.0000"],
      "mee": ["0.7225", "1.0000"],
      "miettinen-nurminen": ["0.7156", "1.0000"],
      "newcombe": ["0.6791", "1.0000"],
      "newcombe-cc": ["0.6014", "1.0000"],
    },
  },
  {
    name: "h",
    counts: [of(10, 10), of(0, 10)],
    limits: {
      "mee": ["0.6777", "1.0000"],
      "miettinen-nurminen": ["0.6636", "1.0000"],
      "newcombe": ["0.6075", "1.0000"],
    },
  },
];

describe("Newcombe (1998), difference of proportions, Table II", () => {
  it.each(EXAMPLES)("example $name", ({ counts, limits }) => {
    const found = Object.keys(limits).map((method) => {
      const { interval } = compareProportions(...counts, { method: method as ComparisonMethod });
      return [method, [interval.lower.toFixed(4), interval.upper.toFixed(4)]];
    });
    expect(Object.fromEntries(found)).toEqual(limits);
  });
});
