import { expect, it } from "vitest";
import { certainly, evenly } from "../../../src/allocation/designs/procedure.js";

it("shares probability evenly or gives it all to one arm", () => {
  expect(evenly(["own", "a", "b", "c"])).toEqual({ own: 0.25, a: 0.25, b: 0.25, c: 0.25 });
  expect(certainly("a", ["own", "a"])).toEqual({ own: 0, a: 1 });
});
