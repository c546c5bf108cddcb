import { describe, expect, it } from "vitest";
import { textColumn } from "../../src/outcomes/text-column.js";

describe("textColumn", () => {
  it("gives back the text of each row, and nothing where none was written", () => {
    const column = textColumn(4);
    column.write(2, "supplier");
    column.write(0, "municipal");
    column.write(3, "supplier");
    expect([0, 1, 2, 3, 4].map((row) => column.read(row))).toEqual([
      "municipal",
      undefined,
      "supplier",
      "supplier",
      undefined,
    ]);
  });

  it("keeps an empty text", () => {
    const column = textColumn(1);
    column.write(0, "");
    expect(column.read(0)).toBe("");
  });
});
