import { desc, table } from "arquero";
import { describe, expect, it } from "vitest";
import { fromTable, toTable, type TableLike } from "../../src/arquero/index.js";
import { proportion } from "../../src/inference/index.js";
import { errorOf } from "../support/errors.js";

describe("fromTable", () => {
  it("gives the rows of an arquero table in its own order, a citizen with leading zeros kept as text", () => {
    const spells = table({ citizen: ["0012", "0011"], state: ["ordinary-work", "cash-assistance"] });
    expect(fromTable(spells.orderby(desc("citizen")))).toEqual([
      { citizen: "0012", state: "ordinary-work" },
      { citizen: "0011", state: "cash-assistance" },
    ]);
  });

  it("sees a filtered table as it is seen", () => {
    const rows = table({ n: [1, 2, 3] }).filter("d => d.n > 1");
    expect(fromTable(rows)).toEqual([{ n: 2 }, { n: 3 }]);
  });

  it("refuses what is no table", () => {
    expect(errorOf(() => fromTable([] as unknown as TableLike)).code).toBe("not-a-table");
    expect(errorOf(() => fromTable(null as unknown as TableLike)).code).toBe("not-a-table");
  });
});

describe("toTable", () => {
  it("makes a table of a result, with the columns of its rows", () => {
    const result = proportion({ events: 73, total: 200 });
    const made = toTable(result);
    expect(made.numRows()).toBe(1);
    expect(made.get("estimate", 0)).toBe(0.365);
    expect(made.columnNames()).toEqual(Object.keys(result.toRows()[0] ?? {}));
  });

  it("takes rows of unlike columns together, null where a row lacks one", () => {
    const made = toTable([{ a: 1 }, { b: "x" }]);
    expect(made.objects()).toEqual([
      { a: 1, b: null },
      { a: null, b: "x" },
    ]);
    expect(fromTable(made)).toEqual([
      { a: 1, b: null },
      { a: null, b: "x" },
    ]);
  });

  it("makes an empty table of no rows", () => {
    expect(toTable([]).numRows()).toBe(0);
  });
});
