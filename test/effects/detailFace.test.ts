import { describe, expect, it } from "vitest";
import {
  balanceBlocks,
  compareArms,
  exitBlocks,
  sensitivityBlocks,
  subgroupBlocks,
  type AnalysisPlan,
} from "../../src/effects/index.js";
import { madeOutcomes, TWO_ARMS, type Group } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal", minimumMature: 10 };
const groups: readonly Group[] = [
  { arm: "supplier", status: "success", count: 12, stratum: { age: "old" } },
  { arm: "supplier", count: 8, stratum: { age: "young" } },
  { arm: "supplier", status: "unknown", stratum: { age: "young" } },
  { arm: "municipal", status: "success", count: 6, stratum: { age: "old" } },
  { arm: "municipal", count: 14, stratum: { age: "young" } },
];
const effect = compareArms(madeOutcomes({ groups }), analysis);

describe("what stands beside the deciding comparison", () => {
  it("says which analysis decides, and gives a region where there is no best guess", () => {
    const [, , table] = sensitivityBlocks(effect, "en");
    expect(table).toMatchObject({
      caption:
        "Difference in success rate, in percentage points, by analysis: Leverandøren against Egen enhed",
    });
    const rows = table?.block === "table" ? table.rows : [];
    expect(rows[0]?.[0]).toBe("within the blocks of the allocation (Mantel-Haenszel) – decides");
    const trimmed = rows.find(([analysis_]) => analysis_?.startsWith("unknown outcomes trimmed"));
    expect(trimmed?.[2]).toMatch(/^\d+\.\d to \d+\.\d$/);
    expect(trimmed?.at(-1)).toBe("–");
  });

  it("says of each factor whether it matters, or that this can't be tested", () => {
    const text = subgroupBlocks(effect, "da").map((block) => ("text" in block ? block.text : ""));
    expect(text.at(-1)).toBe("Om forskellen afhænger af age, kan ikke testes.");
    const plain = compareArms(
      madeOutcomes({ groups: groups.map((group) => ({ ...group, stratum: {} })) }),
      analysis,
    );
    expect(subgroupBlocks(plain, "da")).toEqual([]);
  });

  it("shows no difference that may not be read yet, but who the citizens were and where they went", () => {
    const early = compareArms(madeOutcomes({ groups }), { ...analysis, minimumMature: 100 });
    expect(sensitivityBlocks(early, "da")).toEqual([]);
    expect(subgroupBlocks(early, "da")).toEqual([]);
    expect(balanceBlocks(early, "da")).not.toEqual([]);
    expect(exitBlocks(early, "da")).toEqual([]); // nobody's destination is known in these
  });

  it("has a table for each comparison of three arms", () => {
    const arms = [...TWO_ARMS, { id: "third", name: "Den tredje" }];
    const third = { arm: "third", status: "success", count: 11, stratum: { age: "old" } } as const;
    const three = compareArms(madeOutcomes({ groups: [...groups, third], arms }), analysis);
    const tables = sensitivityBlocks(three, "da").filter(({ block }) => block === "table");
    expect(tables).toHaveLength(2);
  });

  it("is written in every form", () => {
    for (const language of ["da", "en"] as const) {
      expect(effect.toText({ language })).toContain("Mantel-Haenszel");
      expect(effect.toMarkdown({ language })).toContain("| age: old |");
      expect(effect.toHTML({ language })).toContain('id="balance"');
    }
  });
});
