import { expect, it } from "vitest";
import { effects, level, plot, rate, rows } from "../../examples/analyst.js";

it("gives what the notebook shows: a rate, three intervals, a picture, rows and where the level comes from", () => {
  expect(rate.toText()).toContain("34.2%");
  expect(effects.map((effect) => effect.method)).toEqual(["newcombe", "miettinen-nurminen", "agresti-caffo"]);
  expect(plot.toSVG()).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  expect(rows.map((row) => row["measure"])).toEqual(Array<string>(3).fill("risk-difference"));
  expect(level).toEqual({ value: 0.95, source: "default" });
});
