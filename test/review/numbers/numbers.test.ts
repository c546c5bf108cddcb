import { describe, expect, it } from "vitest";
import type { Block, Language } from "../../../src/display/index.js";
import { numbersOf } from "../../../src/review/numbers/list.js";
import type { EditionData } from "../../../src/review/types.js";
import { CASE_NAMES, reviewedCase } from "../../support/cases/index.js";
import { leavesOf } from "../../support/cases/printed.js";
import { strangersTo } from "../../support/cases/strangers.js";

type Editions = readonly (readonly [string, EditionData, (language: Language) => readonly Block[]])[];

/** Both editions of a case, as their JSON has them. */
async function editionsOf(name: (typeof CASE_NAMES)[number]): Promise<Editions> {
  const { review, published } = await reviewedCase(name);
  const edition = published();
  return [
    ["internal", plain(review), (language) => review.toBlocks({ language })],
    ["published", plain(edition), (language) => edition.toBlocks({ language })],
  ];
}

function plain(value: unknown): EditionData {
  return JSON.parse(JSON.stringify(value)) as EditionData;
}

/** What stands at a JSON Pointer. */
function resolved(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce((at, name) => (at as Record<string, unknown> | undefined)?.[name], value);
}

/** How many all rows are, where none is hidden. */
function totalOf(rows: EditionData["numbers"][number]["rows"]): number | "suppressed" {
  const totals = rows.map(({ total }) => total);
  return totals.includes("suppressed")
    ? "suppressed"
    : totals.reduce<number>((all, each) => all + Number(each), 0);
}

/** A number as it follows from what stands at its places. */
function recomputed(data: EditionData, { at, how }: EditionData["numbers"][number]): unknown {
  const found = at.map((pointer) => resolved(data, pointer));
  if (how === "value") return found[0];
  if (how === "items") {
    return found.reduce<number>((sum, each) => sum + (Array.isArray(each) ? each.length : 1), 0);
  }
  if (found.includes("suppressed")) return "suppressed";
  const [first = 0, ...others] = found.map(Number);
  const rest = others.reduce((sum, each) => sum + each, 0);
  return how === "sum" ? first + rest : first - rest;
}

/** All that stands before the second section, the picture's numbers among it. */
function textOfPageOne(blocks: readonly Block[]): string {
  const end = blocks.findIndex((block) => block.block === "heading" && block.id === "chance");
  return blocks
    .slice(0, end)
    .flatMap((block) => {
      if (block.block === "table") return block.rows.flat();
      if (block.block === "picture") return (block.instead ?? []).flatMap(({ rows }) => rows.flat());
      return block.block === "list" ? block.items : [block.text];
    })
    .join("\n");
}

/** Numbers of page one that aren't in the list. */
function strangersOf(data: EditionData, blocks: readonly Block[], language: Language): readonly string[] {
  const told = data.numbers.map(({ value, limits, rows }) => [value, limits, rows]);
  const known = { numbers: leavesOf(told).numbers, texts: leavesOf(data).texts };
  return strangersTo(known, textOfPageOne(blocks), language);
}

describe.each(CASE_NAMES)("the numbers of the case %s", (name) => {
  it("stand where they say, have a name of their own and are numbered in order", async () => {
    for (const [, data] of await editionsOf(name)) {
      const { numbers } = data;
      expect(numbers.length).toBeGreaterThan(15);
      expect(numbers.map((each) => recomputed(data, each))).toEqual(numbers.map(({ value }) => value));
      expect(new Set(numbers.map(({ id }) => id)).size).toBe(numbers.length);
      expect(numbers.map(({ label }) => label)).toEqual(numbers.map((_, index) => `N${index + 1}`));
      const wanting = numbers.filter(({ name: { da, en }, rule }) =>
        [da, en, rule.da, rule.en].some((text) => text === "" || /undefined|\[object/u.test(text)),
      );
      expect(wanting).toEqual([]);
    }
  });

  it("are all that page one says", async () => {
    for (const [edition, data, blocksIn] of await editionsOf(name)) {
      for (const language of ["da", "en"] as const) {
        expect([edition, strangersOf(data, blocksIn(language), language)]).toEqual([edition, []]);
      }
    }
  });

  it("follow from what the edition shows, so that nothing comes through by them", async () => {
    for (const [, data] of await editionsOf(name)) {
      const { numbers, ...others } = data;
      expect(plain(numbersOf(others))).toEqual(numbers);
    }
  });

  it("rest in the published edition on as many as they do, or on a hidden number", async () => {
    const [[, internal] = [], [, published] = []] = await editionsOf(name);
    for (const { id, rows } of published?.numbers ?? []) {
      if (!/^(?:difference|p|cost-difference|cost-per-additional-success)\./u.test(id)) continue;
      const known = internal?.numbers.find((each) => each.id === id)?.rows ?? [];
      expect([id, totalOf(known), "suppressed"]).toContain(totalOf(rows));
    }
  });

  it("are referred to by page one, where the appendix tells of each of them", async () => {
    for (const [, data, blocksIn] of await editionsOf(name)) {
      const blocks = blocksIn("da");
      const table = blocks.find((block) => block.block === "table" && block.id === "table-numbers");
      if (table?.block !== "table") throw new Error("the appendix has no table of numbers");
      const references = blocks.flatMap((block) =>
        block.block === "paragraph"
          ? (block.references ?? [])
          : block.block === "table"
            ? (block.references ?? []).flat()
            : [],
      );
      expect(references.length).toBeGreaterThan(2);
      const labelOf = (id: string): string | undefined => data.numbers.find((each) => each.id === id)?.label;
      const labels = references.flatMap(({ text, id }) => {
        const [first = "", last = first] = text.split("–");
        expect(labelOf(id)).toBe(first);
        const [from, to] = [first, last].map((label) => Number(label.slice(1)));
        return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => `N${(from ?? 0) + index}`);
      });
      expect([...new Set(labels)].toSorted()).toEqual(table.rows.map(([label]) => label).toSorted());
      expect(table.rowIds?.map(labelOf)).toEqual(table.rows.map(([label]) => label));
    }
  });
});

describe("a number of the list", () => {
  it("would be missed on page one, if it weren't there", async () => {
    const [[, data, blocksIn] = []] = await editionsOf("better");
    if (data === undefined || blocksIn === undefined) throw new Error("there is an internal edition");
    const numbers = data.numbers.filter(({ id }) => !/^(?:p|difference)\./u.test(id));
    expect(strangersOf({ ...data, numbers }, blocksIn("da"), "da").length).toBeGreaterThan(3);
  });

  it("says that it is hidden where the edition hides it", async () => {
    const [, [, data, blocksIn] = []] = await editionsOf("tiny");
    const rate = data?.numbers.find(({ id }) => id === "rate.without-support-6-months.supplier");
    expect(rate).toMatchObject({
      value: "suppressed",
      limits: { lower: "suppressed", upper: "suppressed" },
      rows: [{ arm: "supplier", events: "suppressed", total: "suppressed" }],
    });
    const table = blocksIn?.("da").find((block) => block.block === "table" && block.id === "table-numbers");
    const row = table?.block === "table" ? table.rows.find(([label]) => label === rate?.label) : undefined;
    expect(row?.slice(1, 4)).toEqual([
      "Succesrate, Leverandøren",
      "skjult",
      expect.stringMatching(/^skjult af skjult/u),
    ]);
  });

  it("says of a difference in an edition that hides who is left out no more than that", async () => {
    const [, [, data, blocksIn] = []] = await editionsOf("bundled");
    const difference = data?.numbers.find(({ id }) => id.startsWith("difference.without-support-6-months."));
    expect(difference?.rows).toEqual([{ what: "citizens", arm: null, events: null, total: "suppressed" }]);
    const table = blocksIn?.("da").find((block) => block.block === "table" && block.id === "table-numbers");
    const row =
      table?.block === "table" ? table.rows.find(([label]) => label === difference?.label) : undefined;
    expect(row?.[3]).toBe("et skjult antal borgere");
  });

  it("says of a difference in cost whom it is made of, and how", async () => {
    const [[, data] = []] = await editionsOf("better");
    const { comparator, reference } = data?.effects[0]?.comparisons[0]?.difference.counts ?? {};
    const total = Number(comparator?.total) + Number(reference?.total);
    const [comparison] = data?.costs?.comparisons ?? [];
    expect(total).toBeLessThan(
      Number(comparison?.citizens.comparator) + Number(comparison?.citizens.reference),
    );
    for (const [id, method] of [
      ["cost-difference.supplier-municipal", "costs-within-blocks"],
      ["cost-per-additional-success.supplier-municipal", "fieller"],
    ]) {
      const number = data?.numbers.find((each) => each.id === id);
      expect(number).toMatchObject({ method, rows: [{ what: "citizens", arm: null, total }] });
    }
    expect(data?.costs?.notices.map(({ code }) => code)).toContain("costs-within-blocks");
  });

  it("keeps its name in both languages and editions, and its options", async () => {
    const [[, data] = []] = await editionsOf("bundled");
    const difference = data?.numbers.find(
      ({ id }) => id === "difference.without-support-6-months.supplier-municipal",
    );
    const [effect] = data?.effects ?? [];
    const { estimate, interval } = effect?.comparisons[0]?.difference ?? {};
    expect(difference).toMatchObject({
      value: estimate,
      limits: { lower: interval?.lower, upper: interval?.upper, level: 0.95 },
      at: ["/effects/0/comparisons/0/difference/estimate"],
      method: "mantel-haenszel",
      options: { variance: "sato", level: 0.95 },
      version: data?.provenance.version,
    });
  });
});
