import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { reviewFiles } from "../../src/cli/reviewFiles.js";
import { change, command } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";
import type { FileContent } from "../../src/files/index.js";
import { smallYear } from "../support/smallYear.js";
import { unzip } from "../support/unzip.js";
import { zip } from "../support/zip.js";

const review = {
  kind: "review",
  audience: "published",
  municipality: "Fredericia",
  protocolDigest: "00",
  flow: { referrals: 20, citizens: "suppressed" },
  disclosure: {
    asOf: "2006-09-30",
    minimum: 5,
    cells: { all: 20, failure: "suppressed", success: "suppressed" },
    sums: [{ total: "all", parts: ["success", "failure"] }],
    since: {},
  },
};

/** An office file in which the first hidden count is told. */
function withThree(files: readonly FileContent[], kind: string, part: string, hidden: string): Uint8Array {
  const content = files.find(({ path }) => path.endsWith(kind))?.content;
  if (!(content instanceof Uint8Array)) throw new Error(`there is no ${kind}`);
  const parts = unzip(content);
  const xml = parts.get(part) ?? "";
  expect(xml).toContain(hidden);
  return zip(new Map([...parts, [part, xml.replace(hidden, "3")]]));
}

function folderWith(value: unknown): string {
  const folder = temporaryFolder();
  change(folder, "review.json", () => (typeof value === "string" ? value : JSON.stringify(value)));
  return folder;
}

const check = ["disclosure-check", "--review", "review.json"] as const;

describe("disclosure-check", () => {
  it("finds nothing where nothing can be worked out", async () => {
    const { status, out } = await command(folderWith(review), ...check);
    expect([status, out]).toEqual([0, expect.stringContaining("intet skjult antal kan regnes ud")]);
  });
  it("shows the way to what can be worked out", async () => {
    const cells = { ...review.disclosure.cells, failure: 17 };
    const bad = { ...review, disclosure: { ...review.disclosure, cells } };
    const { status, out, err } = await command(folderWith(bad), ...check, "--language", "en");
    expect(status).toBe(1);
    expect(err).toContain('received "1 finding"');
    expect(out).toContain("success is 3\n    all (20) = success (hidden) + failure (17)\n");
    expect(err).toContain("gives away");
  });
  it("finds small counts that are printed, and those that are printed though hidden", async () => {
    const cells = { ...review.disclosure.cells, citizens: "suppressed" };
    const flow = { referrals: 20, citizens: 18, referredAgain: 2 };
    const bad = { ...review, flow, disclosure: { ...review.disclosure, cells } };
    const { status, out } = await command(folderWith(bad), ...check, "--json");
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      safe: false,
      findings: [
        { kind: "unmarked", path: "" },
        { kind: "printed-small", path: "flow.referredAgain", printed: 2 },
        { kind: "printed-hidden", path: "flow.citizens", printed: 18, cell: "citizens" },
      ],
    });
  });
  it("reads the files beside it, in which no other number may stand", async () => {
    const folder = temporaryFolder();
    const { spells, reviewOf } = smallYear("publish", [3, 6]);
    for (const { path, content } of await reviewFiles(reviewOf(spells).publish(), folder, {
      language: "da",
    })) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    expect(await command(folder, ...check)).toMatchObject({ status: 0 });
    const page = readFileSync(join(folder, "review.html"), "utf8");
    writeFileSync(join(folder, "review.html"), page.replace("</main>", "<p>36,77 %</p></main>"));
    const table = readFileSync(join(folder, "tables", "exits.csv"), "utf8");
    writeFileSync(join(folder, "tables", "exits.csv"), table.replace("suppressed", "3"));
    writeFileSync(join(folder, "figures", "time.svg"), '<svg><rect width="31.9"/></svg>');
    const { status, out } = await command(folder, ...check, "--language", "en");
    expect(status).toBe(1);
    expect(out).toContain("review.html shows 36.77, which the edition's review.json doesn't give");
    expect(out).toContain("tables/exits.csv shows 3,");
    expect(out).toContain("figures/time.svg shows 31.9");
  });
  it("reads Word and Excel files too", async () => {
    const folder = temporaryFolder();
    const { spells, reviewOf } = smallYear("publish", [3, 6]);
    const internal = reviewOf(spells);
    const files = await reviewFiles(internal.publish(), folder, { language: "da", office: true });
    for (const { path, content } of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    expect(await command(folder, ...check)).toMatchObject({ status: 0 });
    for (const { path, content } of await reviewFiles(internal, folder, { language: "da", office: true })) {
      if (/\.(?:docx|xlsx)$/.test(path)) writeFileSync(path, content);
    }
    const { status, out } = await command(folder, ...check, "--language", "en");
    expect(status).toBe(1);
    expect(out).toMatch(/review\.docx shows \d/);
    expect(out).toMatch(/review\.xlsx shows \d/);
    for (const { path, content } of files) writeFileSync(path, content);
    expect(await command(folder, ...check)).toMatchObject({ status: 0 });
    writeFileSync(
      join(folder, "review.docx"),
      withThree(files, "docx", "word/document.xml", "et skjult antal"),
    );
    writeFileSync(join(folder, "review.xlsx"), withThree(files, "xlsx", "xl/sharedStrings.xml", "skjult"));
    const single = await command(folder, ...check, "--language", "en");
    expect(single.status).toBe(1);
    expect(single.out).toContain("review.docx shows 3,");
    expect(single.out).toContain("review.xlsx shows 3,");
    writeFileSync(join(folder, "review.docx"), "PK");
    const { err } = await command(folder, ...check, "--language", "en");
    expect(err).toContain("review.docx");
    expect(err).toContain("not an office file");
  });
  it.each([
    ["the internal edition", { ...review, audience: "internal" }, 2, "this is the internal edition"],
    ["another file", "a;b", 1, "not a review"],
    ["counts that can't be read", { ...review, disclosure: { cells: 1 } }, 1, "impossible disclosure"],
  ])("refuses %s", async (_, value, expected, said) => {
    const { status, err } = await command(folderWith(value), ...check);
    expect([status, err]).toEqual([expected, expect.stringContaining(said)]);
  });
  it("is used wrongly without a review, or with an impossible minimum", async () => {
    expect((await command(folderWith(review), "disclosure-check")).status).toBe(2);
    expect((await command(folderWith(review), ...check, "--minimum", "0")).status).toBe(2);
  });
});
