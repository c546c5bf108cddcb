import type { Assumptions } from "../../src/simulation/index.js";

/** A year like the bundled one, for tests that need any: 40 weeks, about ten citizens a week. */
export const aYear: Assumptions = {
  intakeFrom: "2005-01-03",
  intakeUntil: "2005-12-31",
  closedWeeks: [7, 12, 18, 27, 28, 29, 30, 31, 32, 42, 51, 52],
  perWeek: [8, 12],
  strata: { ageGroup: { "over-30": 62, "under-30": 38 } },
  pace: {},
  observedUntil: "2006-09-30",
  peers: [
    { municipality: "Odense", rate: 0.4, total: 900 },
    { municipality: "Svendborg", rate: 0.38, total: 300 },
  ],
};

/** The same with Hillerød's strata. */
export const aYearOfHillerod: Assumptions = { ...aYear, strata: { targetGroup: { A: 55, B: 45 } } };
