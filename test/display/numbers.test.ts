import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatCounted,
  formatCountInText,
  formatInterval,
  formatKroner,
  formatLevel,
  formatNumber,
  formatPCell,
  formatPercent,
  formatPoints,
  formatPointsCell,
  formatPValue,
  type Language,
} from "../../src/display/index.js";

const da = { language: "da" } as const;
const en = { language: "en" } as const;

describe("formatNumber", () => {
  it.each([
    [0, 2, "0,00", "0.00"],
    [-0, 2, "0,00", "0.00"],
    [-0.004, 2, "0,00", "0.00"],
    [-0.005, 2, "−0,01", "−0.01"],
    [1204.5, 1, "1.204,5", "1,204.5"],
    [999.999, 2, "1.000,00", "1,000.00"],
    [-1_234_567.891, 2, "−1.234.567,89", "−1,234,567.89"],
    [100, 0, "100", "100"],
    [1000, 0, "1.000", "1,000"],
    // 1.005 is a little less in binary; one who reads 1.005 rounds it up.
    [1.005, 2, "1,01", "1.01"],
    [2.5, 0, "3", "3"],
    [-2.5, 0, "−3", "−3"],
    [1e-7, 7, "0,0000001", "0.0000001"],
    [5e-324, 2, "0,00", "0.00"],
    [123_456_789_012_345, 2, "123.456.789.012.345,00", "123,456,789,012,345.00"],
    [1e15, 2, "1,00 × 10¹⁵", "1.00 × 10¹⁵"],
    [-1.2345e21, 2, "−1,23 × 10²¹", "−1.23 × 10²¹"],
    [Infinity, 2, "∞", "∞"],
    [-Infinity, 2, "−∞", "−∞"],
  ])("writes %d with %d decimals", (value, decimals, danish, english) => {
    expect(formatNumber(value, { ...da, decimals })).toBe(danish);
    expect(formatNumber(value, { ...en, decimals })).toBe(english);
  });

  it("writes what isn't there as a dash, and refuses NaN", () => {
    expect(formatNumber(null, da)).toBe("–");
    expect(() => formatNumber(Number.NaN, da)).toThrow(expect.objectContaining({ code: "not-a-number" }));
  });

  it("can be read back to within half a unit of its last digit", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom<Language>("da", "en"),
        (value, decimals, language) => {
          const shown = formatNumber(value, { language, decimals });
          const [thousands, decimal] = language === "da" ? [".", ","] : [",", "."];
          const read = Number(shown.replace("−", "-").replaceAll(thousands, "").replace(decimal, "."));
          expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-7);
          expect(Object.is(read, -0)).toBe(false);
        },
      ),
    );
  });
});

describe("formatCount", () => {
  it("groups thousands", () => {
    expect(formatCount(1204, da)).toBe("1.204");
    expect(formatCount(1204, en)).toBe("1,204");
    expect(formatCount(null, en)).toBe("–");
  });
});

describe("formatPercent", () => {
  it.each([
    [0.4831, 1, "48,3\u202F%", "48.3%"],
    [0, 1, "0,0\u202F%", "0.0%"],
    [1, 0, "100\u202F%", "100%"],
    // 0.285 · 100 is 28.499999999999996 in binary.
    [0.285, 0, "29\u202F%", "29%"],
    [-0.0001, 1, "0,0\u202F%", "0.0%"],
    [1e-9, 1, "0,0\u202F%", "0.0%"],
  ])("writes %d with %d decimals", (value, decimals, danish, english) => {
    expect(formatPercent(value, { ...da, decimals })).toBe(danish);
    expect(formatPercent(value, { ...en, decimals })).toBe(english);
  });

  it("writes nothing but a dash where there is no value", () => {
    expect(formatPercent(null, da)).toBe("–");
  });
});

describe("formatPoints", () => {
  it.each([
    [0.072, 1, "7,2 procentpoint", "7.2 percentage points"],
    [-0.072, 1, "−7,2 procentpoint", "−7.2 percentage points"],
    [0.01, 0, "1 procentpoint", "1 percentage point"],
    [-0.01, 0, "−1 procentpoint", "−1 percentage point"],
    [0.01, 1, "1,0 procentpoint", "1.0 percentage points"],
    [-0.0001, 1, "0,0 procentpoint", "0.0 percentage points"],
  ])("writes %d with %d decimals", (value, decimals, danish, english) => {
    expect(formatPoints(value, { ...da, decimals })).toBe(danish);
    expect(formatPoints(value, { ...en, decimals })).toBe(english);
  });

  it("writes nothing but a dash where there is no value", () => {
    expect(formatPoints(null, da)).toBe("–");
  });
});

describe("formatInterval", () => {
  it.each([
    ["percent", { lower: 0.451, upper: 0.516 }, "45,1 til 51,6\u202F%", "45.1% to 51.6%"],
    ["points", { lower: -0.012, upper: 0.15 }, "−1,2 til 15,0", "−1.2 to 15.0"],
    ["number", { lower: 0.5, upper: Infinity }, "0,50 til ∞", "0.50 to ∞"],
    ["number", { lower: -Infinity, upper: 2 }, "−∞ til 2,00", "−∞ to 2.00"],
  ] as const)("writes limits in %s", (unit, limits, danish, english) => {
    expect(formatInterval(limits, { ...da, unit })).toBe(danish);
    expect(formatInterval(limits, { ...en, unit })).toBe(english);
  });

  it("shows plain numbers by default, with as many decimals as wanted", () => {
    expect(formatInterval({ lower: 1, upper: 2 }, { ...en, decimals: 3 })).toBe("1.000 to 2.000");
  });
});

describe("formatPValue", () => {
  it.each([
    [0.0426, "p = 0,043", "p = 0.043"],
    [0.000999, "p < 0,001", "p < 0.001"],
    [0.001, "p = 0,001", "p = 0.001"],
    [0, "p < 0,001", "p < 0.001"],
    [0.999, "p = 0,999", "p = 0.999"],
    [0.9995, "p > 0,999", "p > 0.999"],
    [1, "p > 0,999", "p > 0.999"],
    [null, "p = –", "p = –"],
  ])("writes %s", (value, danish, english) => {
    expect(formatPValue(value, da)).toBe(danish);
    expect(formatPValue(value, en)).toBe(english);
  });

  it("refuses NaN", () => {
    expect(() => formatPValue(Number.NaN, da)).toThrow(expect.objectContaining({ code: "not-a-number" }));
  });
});

describe("formatKroner", () => {
  it.each([
    [500_000, "5.000 kr.", "DKK 5,000"],
    [500_050, "5.000,50 kr.", "DKK 5,000.50"],
    [-50, "−0,50 kr.", "DKK −0.50"],
    [0, "0 kr.", "DKK 0"],
    [1, "0,01 kr.", "DKK 0.01"],
    [null, "–", "–"],
  ])("writes %s øre", (amount, danish, english) => {
    expect(formatKroner(amount, da)).toBe(danish);
    expect(formatKroner(amount, en)).toBe(english);
  });
});

describe("a hidden number", () => {
  it("is a word in every formatter, and never 0 or a dash", () => {
    const hidden = "suppressed" as const;
    const percent = { lower: hidden, upper: 0.5 };
    for (const [format, word] of [
      [da, "skjult"],
      [en, "hidden"],
    ] as const) {
      const formatted = [
        formatNumber(hidden, format),
        formatCount(hidden, format),
        formatPercent(hidden, format),
        formatLevel(hidden, format),
        formatPoints(hidden, format),
        formatPointsCell(hidden, format),
        formatInterval(percent, { ...format, unit: "percent" }),
        formatPCell(hidden, format),
        formatKroner(hidden, format),
      ];
      expect(new Set(formatted)).toEqual(new Set([word]));
    }
    expect(formatCounted(hidden, ["borger", "borgere"], da)).toBe("et skjult antal borgere");
    expect(formatCounted(hidden, ["citizen", "citizens"], en)).toBe("a hidden number of citizens");
    expect(formatCountInText(hidden, en)).toBe("a hidden number");
    expect(formatCountInText(1204, da)).toBe("1.204");
  });
});

describe("formatCounted", () => {
  it("takes the singular for one only", () => {
    const citizens = ["citizen was", "citizens were"] as const;
    expect([0, 1, 2, 1204].map((count) => formatCounted(count, citizens, en))).toEqual([
      "0 citizens were",
      "1 citizen was",
      "2 citizens were",
      "1,204 citizens were",
    ]);
    expect(formatCounted(1204, ["borger", "borgere"], da)).toBe("1.204 borgere");
    expect(formatCounted(null, ["borger", "borgere"], da)).toBe("– borgere");
  });
});

describe("formatPCell", () => {
  it("is the p-value without its letter", () => {
    const values = [0.0426, 0, 0.9999, null];
    expect(values.map((value) => formatPCell(value, da))).toEqual(["0,043", "< 0,001", "> 0,999", "–"]);
    expect(values.map((value) => formatPValue(value, en))).toEqual([
      "p = 0.043",
      "p < 0.001",
      "p > 0.999",
      "p = –",
    ]);
  });
});
