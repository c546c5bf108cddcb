import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balancePlot,
  caterpillarPlot,
  flowDiagram,
  forestPlot,
  monthPlot,
  rankPlot,
  survivalPlot,
  targetPlot,
} from "../../src/figures/index.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults } from "../support/layout.js";
import { elementsOf, parseXml } from "../support/xml.js";

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."abdegiklmnorstuvæøåABFHKMÆØÅ .,-()/0123456789"), maxLength: 120 }),
  fc.constantFrom(...HOSTILE),
);
const language = fc.constantFrom("da" as const, "en" as const);
const width = fc.integer({ min: 320, max: 1200 });

/** A row with limits in order and a point between them, or none. */
const rowOf = (from: number, to: number) =>
  fc
    .tuple(
      text,
      fc.tuple(...[0, 1, 2].map(() => fc.double({ min: from, max: to, noNaN: true }))),
      fc.boolean(),
      fc.option(text, { nil: undefined }),
    )
    .map(([label, values, known, detail]) => {
      const [lower = 0, estimate = 0, upper = 0] = values.toSorted((a, b) => a - b);
      return {
        label,
        lower,
        upper,
        estimate: known ? estimate : null,
        level: 0.95,
        ...(detail === undefined ? {} : { detail }),
      };
    });

const panel = fc
  .constantFrom<readonly [string, number, number]>(
    ["proportion", 0, 1],
    ["risk-difference", -1, 1],
    ["odds-ratio", 0, 1e6],
    ["mean-difference", -1e9, 1e9],
  )
  .chain(([measure, from, to]) =>
    fc.record({
      heading: text,
      measure: fc.constant(measure),
      favours: fc.record({ lower: text, upper: text }),
      rows: fc.array(rowOf(from, to), { minLength: 1, maxLength: 40 }),
    }),
  );

/** Names of elements that our figures consist of. */
const DRAWN = new Set(["svg", "title", "desc", "text", "line", "rect", "circle", "polygon", "path", "g"]);

/** What is wrong with a drawing; empty where nothing is. */
function faultsOf(svg: string): readonly string[] {
  const names = elementsOf(parseXml(svg)).map(({ name }) => name);
  return [...layoutFaults(svg), ...names.filter((name) => !DRAWN.has(name))];
}

describe("whatever is drawn, its texts stay inside and apart", () => {
  it("in forest plots", () => {
    fc.assert(
      fc.property(fc.array(panel, { minLength: 1, maxLength: 3 }), language, width, (panels, words, wide) => {
        expect(faultsOf(forestPlot(panels, { language: words, width: wide }).svg)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("in caterpillar plots", () => {
    const row = fc.tuple(rowOf(0, 1), fc.boolean()).map(([each, highlight]) => ({ ...each, highlight }));
    const subject = fc.record({
      rows: fc.array(row, { minLength: 2, maxLength: 40 }),
      reference: rowOf(0, 1),
    });
    fc.assert(
      fc.property(subject, language, width, (rows, words, wide) => {
        expect(faultsOf(caterpillarPlot(rows, { language: words, width: wide }).svg)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("in rank plots", () => {
    const row = fc
      .tuple(text, fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 40 }))), fc.boolean())
      .map(([label, ranks, highlight]) => {
        const [lower = 1, median = 1, upper = 1] = ranks.toSorted((a, b) => a - b);
        return { label, lower, median, upper, highlight };
      });
    const rows = fc.array(row, { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(rows, language, width, (ranks, words, wide) => {
        const subject = { rows: ranks, of: 40, level: 0.95 };
        expect(faultsOf(rankPlot(subject, { language: words, width: wide }).svg)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("in balance plots", () => {
    const plots = fc.record({
      heading: text,
      favours: fc.record({ lower: text, upper: text }),
      rows: fc.array(rowOf(-3, 3), { minLength: 1, maxLength: 10 }),
    });
    fc.assert(
      fc.property(fc.array(plots, { minLength: 1, maxLength: 3 }), language, width, (panels, words, wide) => {
        expect(faultsOf(balancePlot(panels, { language: words, width: wide }).svg)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("in target plots", () => {
    const group = fc.record({
      label: text,
      target: fc.double({ min: 0, max: 1, noNaN: true }),
      rows: fc.array(rowOf(0, 1), { minLength: 1, maxLength: 10 }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), language, width, (groups, words, wide) => {
        expect(faultsOf(targetPlot(groups, { language: words, width: wide }).svg)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("in monthly plots", () => {
    const counts = fc
      .tuple(...[0, 1, 2].map(() => fc.nat({ max: 100_000 })))
      .map(([referred = 0, started = 0, success = 0]) => ({
        referred,
        started: Math.min(started, referred),
        success: Math.min(success, referred),
      }));
    const year = fc.tuple(fc.array(text, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 12 }));
    const subject = year.chain(([arms, months]) =>
      fc.record({
        arms: fc.constant(arms),
        months: fc.tuple(
          ...Array.from({ length: months }, (_, index) =>
            fc.record({
              month: fc.constant(`2005-${String(index + 1).padStart(2, "0")}`),
              mature: fc.boolean(),
              counts: fc.tuple(...arms.map(() => counts)),
            }),
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(subject, language, width, (months, words, wide) => {
        expect(faultsOf(monthPlot(months, { language: words, width: wide }).svg)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("in survival plots", () => {
    const step = fc
      .record({
        group: text,
        time: fc.double({ min: 0, max: 1e6, noNaN: true }),
        atRisk: fc.nat({ max: 10_000_000 }),
        events: fc.nat({ max: 100 }),
        censored: fc.nat({ max: 100 }),
      })
      .chain((row) =>
        fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1, noNaN: true }))).map((values) => {
          const [lower = 0, estimate = 0, upper = 0] = values.toSorted((a, b) => a - b);
          return { ...row, lower, estimate, upper };
        }),
      );
    const curve = fc
      .record({
        kind: fc.constant("curve" as const),
        measure: fc.constantFrom("survival" as const, "cumulative-incidence" as const),
        interval: fc.constant({ level: 0.95 }),
        rows: fc.array(step, { minLength: 1, maxLength: 6 }),
      })
      .map((shape) => ({ ...shape, rows: shape.rows.toSorted((a, b) => a.time - b.time) }));
    fc.assert(
      fc.property(curve, text, language, width, (shape, label, words, wide) => {
        const timeLabel = label.trim() === "" ? "Tid" : label;
        expect(faultsOf(survivalPlot(shape, { language: words, width: wide, timeLabel }).svg)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("in flow diagrams", () => {
    const count = fc.oneof(fc.nat({ max: 10_000_000 }), fc.constant("<5"));
    const box = fc.record({
      heading: text,
      count,
      lines: fc.array(fc.record({ label: text, count }), { maxLength: 6 }),
    });
    const boxes = fc.array(box, { minLength: 1, maxLength: 4 });
    const model = fc.record({ entrance: boxes, arms: fc.array(boxes, { minLength: 1, maxLength: 6 }) });
    fc.assert(
      fc.property(model, language, width, (flow, words, wide) => {
        expect(faultsOf(flowDiagram(flow, { language: words, width: wide }).svg)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
