import { describe, expect, it } from "vitest";
import { remembered } from "../../src/tables/remembered.js";
import type { CellReader } from "../../src/tables/types.js";

describe("remembered", () => {
  it("reads each text once, and every text that can't be read", () => {
    const asked: string[] = [];
    const read: CellReader<number> = (text) => {
      asked.push(text);
      return text === "x" ? { code: "impossible-number", expected: "a number" } : Number(text);
    };
    const again = remembered(read);
    expect(["0", "x", "0", "7", "x", "0"].map((text) => again(text, ";"))).toEqual([
      0,
      { code: "impossible-number", expected: "a number" },
      0,
      7,
      { code: "impossible-number", expected: "a number" },
      0,
    ]);
    expect(asked).toEqual(["0", "x", "7", "x"]);
  });

  it("goes on when it has more texts than it remembers", () => {
    let reads = 0;
    const again = remembered((text) => {
      reads++;
      return text;
    });
    const texts = Array.from({ length: 120_000 }, (_, index) => `p${index}`);
    expect(texts.map((text) => again(text, ";"))).toEqual(texts);
    expect(again("p119999", ";")).toBe("p119999");
    expect(reads).toBe(120_000);
    again("p0", ";");
    expect(reads).toBe(120_001); // long forgotten
  });
});
