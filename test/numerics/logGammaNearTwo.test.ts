import { expect, it } from "vitest";
import { logGammaOnePlus, logGammaTwoPlus } from "../../src/numerics/logGammaNearTwo.js";
import { EPSILON } from "./support/index.js";

it("has the slopes of ln Γ at its roots: 1 − γ at 2, −γ at 1", () => {
  expect(logGammaTwoPlus(1e-200)).toBeNear(4.227843350984671e-201, 2 * EPSILON);
  expect(logGammaOnePlus(1e-200)).toBeNear(-5.772156649015329e-201, 4 * EPSILON);
});

it("knows Γ(3/2) = √π/2 and Γ(5/2) = 3√π/4", () => {
  expect(logGammaTwoPlus(-0.5)).toBeNear(Math.log(Math.sqrt(Math.PI) / 2), 4 * EPSILON);
  expect(logGammaTwoPlus(0.5)).toBeNear(Math.log((3 * Math.sqrt(Math.PI)) / 4), 4 * EPSILON);
});

it("meets at the seam, and at 0 and 1 is 0", () => {
  expect(logGammaOnePlus(0.5)).toBeNear(logGammaOnePlus(0.5 + 2 ** -53), 4 * EPSILON);
  expect([Math.abs(logGammaOnePlus(0)), Math.abs(logGammaOnePlus(1))]).toEqual([0, 0]);
});
