import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomEffects, rateFromScale, rateStudies, type RateScale } from "../../src/inference/index.js";
import { counts, errorOf } from "./support.js";

const SCALES: readonly RateScale[] = ["logit", "log", "arcsine", "identity"];

describe("rateStudies", () => {
  it("adds halves where there are none or all, except on the scale that needs none", () => {
    const [none, all] = rateStudies([
      { label: "none", events: 0, total: 20 },
      { events: 20, total: 20 },
    ]);
    expect(none).toEqual({ label: "none", estimate: Math.log(0.5 / 20.5), variance: 1 / 0.5 + 1 / 20.5 });
    expect(all).toMatchObject({ label: "2", estimate: -(none?.estimate ?? NaN) });
    const [arcsine] = rateStudies([{ events: 0, total: 20 }], { scale: "arcsine" });
    expect(arcsine).toEqual({ label: "1", estimate: 0, variance: 1 / 80 });
  });

  it("comes back to the rate, and is taken by randomEffects on every scale", () => {
    fc.assert(
      fc.property(counts(1, 500), fc.constantFrom(...SCALES), ({ events, total }, scale) => {
        const [study] = rateStudies([{ events, total }], { scale });
        expect(study?.variance).toBeGreaterThan(0);
        const isEnd = (events === 0 || events === total) && scale !== "arcsine";
        const rate = isEnd ? (events + 0.5) / (total + 1) : events / total;
        expect(rateFromScale(study?.estimate ?? NaN, scale)).toBeCloseTo(rate, 12);
        const studies = rateStudies(
          [
            { events, total },
            { events: 3, total: 10 },
            { events: 5, total: 11 },
          ],
          { scale },
        );
        expect(randomEffects(studies).status).toBe("estimated");
      }),
      { numRuns: 50 },
    );
  });

  it.each(SCALES)("has no rate beyond 0 and 1: %s", (scale) => {
    const [low, high] = [-Infinity, Infinity].map((value) => rateFromScale(value, scale));
    expect([low, high]).toEqual([0, 1]);
  });

  it("refuses what has no rate", () => {
    expect(errorOf(() => rateStudies([{ events: 0, total: 0 }]))).toMatchObject({
      code: "impossible-count",
      path: "counts[0].total",
    });
    expect(errorOf(() => rateStudies({} as never)).code).toBe("impossible-counts");
    expect(errorOf(() => rateStudies([], { scale: "probit" as never })).code).toBe("impossible-option");
    expect(errorOf(() => rateFromScale(NaN, "logit")).code).toBe("impossible-number");
    expect(errorOf(() => rateFromScale(0, "probit" as never)).code).toBe("impossible-option");
  });
});
