import { describe, expect, it } from "vitest";
import { SUPPRESSED } from "../../../src/core/index.js";
import { deriveHistories } from "../../../src/histories/index.js";
import { deriveOutcomes } from "../../../src/outcomes/index.js";
import { defineProtocol } from "../../../src/protocol/index.js";
import { attack, type PublishedCounts } from "../../../src/review/disclosure/index.js";
import { composeReview, type PublishedReview } from "../../../src/review/index.js";
import type { ArmTerms } from "../../../src/settlement/index.js";
import { simulateCompetition } from "../../../src/simulation/index.js";
import { fredericiaA } from "../../../src/tenders/index.js";
import { aYear } from "../../support/competition.js";

const RATE = 1_000_000;
const BONUS = 500_000;
const CRITERION = "without-support-6-months";
const ARMS = ["municipal", "supplier"];

/** A third of a year with a price for each course, or each referral, that everyone can read in the tender. */
function publishedYear(seed: string, of: Partial<ArmTerms>): PublishedReview {
  const document = fredericiaA.toJSON();
  const terms = ARMS.map((arm) => ({ arm, bonuses: [{ criterion: CRITERION, amount: BONUS }], ...of }));
  const protocol = defineProtocol({
    ...document,
    payment: { terms },
    analysis: { ...document.analysis, minimumMature: 20 },
  });
  const assumptions = { ...aYear, intakeUntil: "2005-04-30" };
  const year = simulateCompetition(protocol, { assumptions, seed });
  const histories = deriveHistories(year.spells, { observedUntil: assumptions.observedUntil });
  const { ledger, courses } = year;
  const outcomes = deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2006-09-30" });
  return composeReview({ protocol, outcomes }).publish();
}

/** The counts with what amounts divided by their rates add to them, and how these add up, where nobody comes again. */
function withAmounts(
  { statement, disclosure }: PublishedReview,
  without: readonly string[],
): PublishedCounts {
  if (disclosure === undefined || statement === null) throw new Error("a published edition tells its counts");
  const isAgain = disclosure.cells["referred-again"] !== 0;
  const paid = statement.totals.flatMap(({ arm, base, bonus }) => [
    ...(typeof base === "number" && !isAgain
      ? [{ arm, id: `${arm}/base by its rate`, count: base / RATE, beside: without }]
      : []),
    ...(typeof bonus === "number"
      ? [{ arm, id: `${arm}/bonus by its rate`, count: bonus / BONUS, beside: [] }]
      : []),
  ]);
  return {
    ...disclosure,
    cells: { ...disclosure.cells, ...Object.fromEntries(paid.map(({ id, count }) => [id, count])) },
    sums: [
      ...disclosure.sums,
      ...paid.map(({ arm, id, beside }) =>
        id.endsWith("base by its rate")
          ? { total: `${arm}/allocated`, parts: [id, ...beside.map((kind) => `${arm}/course/${kind}`)] }
          : { total: id, parts: [`${arm}/settlement/bonus ${CRITERION}`] },
      ),
    ],
  };
}

const NOT_BEGUN = ["never-started", "not-reported"];

describe("amounts of a published edition, divided by their rates", () => {
  it.each(["leak1", "leak4", "leak7", "leak10"])("give nothing away by started course: %s", (seed) => {
    const edition = publishedYear(seed, { base: { per: "started-course", amount: RATE } });
    expect(attack(withAmounts(edition, NOT_BEGUN))).toEqual([]);
    const bases = edition.statement?.totals.map(({ base }) => base) ?? [];
    expect(bases).toContain(SUPPRESSED);
    // By terms without deductions there are none, which tells of nobody.
    expect(edition.statement?.totals.map(({ adjustments }) => adjustments)).toEqual([0, 0]);
    expect(edition.withheld).toContain("settlement");
  });

  it("are shown where every count is that they are made of", () => {
    const { statement, disclosure } = publishedYear("leak0", {
      base: { per: "started-course", amount: RATE },
    });
    const [, supplier] = statement?.totals ?? [];
    const { cells = {} } = disclosure ?? {};
    expect(supplier?.base).toBe(RATE * Number(cells["supplier/settlement/base"]));
    expect(supplier?.bonus).toBe(BONUS * Number(cells[`supplier/settlement/bonus ${CRITERION}`]));
    expect(Number(cells["supplier/settlement/base"]) + Number(cells["supplier/course/never-started"])).toBe(
      cells["supplier/allocated"],
    );
  });

  it("give nothing away by referral, nor where someone comes again", () => {
    for (const seed of ["leak1", "leak13"]) {
      const edition = publishedYear(seed, { base: { per: "referral", amount: RATE } });
      expect(attack(withAmounts(edition, []))).toEqual([]);
      const { cells = {} } = edition.disclosure ?? {};
      for (const { arm, base } of edition.statement?.totals ?? []) {
        const shown = [cells[`${arm}/allocated`], cells[`${arm}/further`]];
        expect(base === SUPPRESSED).toBe(shown.includes(SUPPRESSED));
      }
    }
  });

  it("are withheld by weeks where a course's ends are, and of limits by month", () => {
    const weekly = publishedYear("leak1", { base: { per: "week", amount: RATE } });
    const { cells = {} } = weekly.disclosure ?? {};
    const kinds = Object.keys(cells).filter((id) => id.startsWith("municipal/course/"));
    expect(kinds.map((id) => cells[id])).toContain(SUPPRESSED);
    expect(weekly.statement?.totals[0]?.base).toBe(SUPPRESSED);
    const capped = publishedYear("leak2", {
      base: { per: "started-course", amount: RATE },
      caps: [{ of: "all", per: "month", amount: 10 * RATE }],
    });
    const totals = capped.statement?.totals ?? [];
    const shown = totals.find(({ base, bonus }) => ![base, bonus].includes(SUPPRESSED));
    expect(shown).toBeDefined();
    expect([shown?.adjustments, shown?.total, shown?.vat]).toEqual(Array(3).fill(SUPPRESSED));
  });
});
