import { describe, expect, it } from "vitest";
import { unbroken } from "../../../src/review/page/unbroken.js";

/** A cell, its unbroken spaces shown as `~`. */
function cellOf(text: string): string | undefined {
  const table = unbroken({ block: "table", caption: "", columns: [{ heading: "" }], rows: [[text]] });
  return table.rows[0]?.[0]?.replaceAll("\u{A0}", "~").replaceAll("\u{2011}", "-");
}

describe("cells that a narrow column must not break", () => {
  it.each([
    ["32,5 til 43,6 %", "32,5~til~43,6~%"],
    ["3,1 (−4,6 til 10,8)", "3,1 (−4,6~til~10,8)"],
    ["35.0% to 46.4%", "35.0%~to~46.4%"],
    ["12.408 kr.", "12.408~kr."],
    ["marts 2005 *", "marts 2005~*"],
  ])("%s is broken only around the whole", (text, kept) => {
    expect(cellOf(text)).toBe(kept);
  });

  it("two amounts may stand under each other, since both together are long", () => {
    expect(cellOf("27.509 til 39.620 kr.")).toBe("27.509 til~39.620~kr.");
    expect(cellOf("−3.254 til −1.295 kr.")).toBe("−3.254 til~−1.295~kr.");
  });

  it("words between words stay as they are", () => {
    expect(cellOf("fra jobcenter til arbejde")).toBe("fra jobcenter til arbejde");
  });
});
