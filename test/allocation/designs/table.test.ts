import { describe, expect, it } from "vitest";
import { designShape, procedureOf } from "../../../src/allocation/designs/table.js";
import { ALTERNATION, COMPLETE } from "../samples.js";

const shape = designShape(["own", "supplier"]);

describe("procedureOf", () => {
  it("finds the procedure of a declared design", () => {
    expect(procedureOf(ALTERNATION, ["own", "supplier"]).algorithm).toBe("alternation/1");
    expect(procedureOf(COMPLETE, ["own", "supplier"]).algorithm).toBe("complete/1");
  });
});

describe("designShape", () => {
  it("accepts each kind by its own shape", () => {
    expect(shape({ kind: "alternation" }, "design")).toEqual([]);
    expect(
      shape({ kind: "complete", batch: "iso-week", weights: { own: 2, supplier: 1 } }, "design"),
    ).toEqual([]);
  });

  it.each([["toString"], ["Complete"]])("refuses the kind %s, naming it", (kind) => {
    expect(shape({ kind }, "design")).toMatchObject([
      { code: "malformed", field: "design.kind", received: kind },
    ]);
  });

  it.each([[{}], [null], ["complete"], [["complete"]]])("refuses %j", (value) => {
    expect(shape(value, "design")).toMatchObject([{ code: "malformed", field: "design" }]);
  });

  it("refuses fields that a kind doesn't have", () => {
    expect(shape({ kind: "alternation", start: "own" }, "design")).toMatchObject([
      { code: "unknown-field", field: "design.start" },
    ]);
  });
});
