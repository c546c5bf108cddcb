import { describe, expect, it } from "vitest";
import { armTables } from "../../src/effects/armTables.js";

const shared = { id: "table-x", caption: "Counts", heading: "Month", rows: ["January", "February"] };

function arm(at: number): Parameters<typeof armTables>[1][number] {
  const rows = [0, 1].map((row) => [`${at}.${row}`, "0"]);
  return { name: `Unit ${at}`, headings: ["referred", "started"], rows };
}

describe("armTables", () => {
  it("sets few arms side by side, each column named after its arm", () => {
    const [table, ...others] = armTables(shared, [arm(1), arm(2)]);
    expect(others).toEqual([]);
    expect(table).toMatchObject({ id: "table-x", caption: "Counts" });
    expect(table?.columns.map(({ heading }) => heading)).toEqual([
      "Month",
      "Unit 1, referred",
      "Unit 1, started",
      "Unit 2, referred",
      "Unit 2, started",
    ]);
    expect(table?.rows).toEqual([
      ["January", "1.0", "0", "2.0", "0"],
      ["February", "1.1", "0", "2.1", "0"],
    ]);
  });

  it("gives each of many arms a table of its own, with ids of their own and the same numbers", () => {
    const tables = armTables(
      shared,
      Array.from({ length: 12 }, (_, at) => arm(at)),
    );
    expect(tables).toHaveLength(12);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(12);
    expect(tables[0]?.id).toBe("table-x");
    expect(tables[3]).toMatchObject({
      caption: "Counts: Unit 3",
      rows: [
        ["January", "3.0", "0"],
        ["February", "3.1", "0"],
      ],
    });
    expect(tables[3]?.columns.map(({ heading }) => heading)).toEqual(["Month", "Referred", "Started"]);
  });

  it("goes by what stands in the cells, not by how many there are", () => {
    const long = {
      ...arm(1),
      headings: ["beskæftigelsesindsatsafdelingens", "kommunalbestyrelsesbeslutningernes"],
    };
    expect(armTables(shared, [arm(1), arm(2)])).toHaveLength(1);
    expect(armTables(shared, [long, long])).toHaveLength(2);
  });
});
