import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkAlone, readTheme, reviewFiles } from "../../src/cli/reviewFiles.js";
import { reviewedYear } from "../support/reviewedYear.js";
import { temporaryFolder } from "../support/folder.js";

const { review } = await reviewedYear("2006-09-30", (document) => ({
  ...document,
  arms: [
    { id: "municipal", name: "=SUM(A1:A9)" },
    { id: "supplier", name: "@risk\t+1" },
  ],
}));

const surroundings = (folder: string) => ({
  folder,
  out: () => undefined,
  err: () => undefined,
  today: "2026-01-01",
  strong: (_color: string, word: string) => word,
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==",
  "base64",
);

it("gives every table as CSV in which no cell is a formula, and every figure as SVG", async () => {
  const files = await reviewFiles(review, "out", { language: "da" });
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual([
    ...["review.html", "review.md", "review.json", "review.schema.json"].map((name) => join("out", name)),
    ...Object.keys(review.tables).map((id) => join("out", "tables", `${id}.csv`)),
    ...Object.keys(review.figures).map((id) => join("out", "figures", `${id}.svg`)),
  ]);
  const csv = files.filter(({ path }) => path.endsWith(".csv")).map(({ content }) => String(content));
  expect(csv.filter((text) => !text.startsWith("\uFEFF"))).toEqual([]);
  const cells = csv.flatMap((text) =>
    text
      .slice(1)
      .split("\n")
      .flatMap((line) => line.split(";")),
  );
  expect(cells.filter((cell) => /^"?[=+@\t]/.test(cell))).toEqual([]);
  expect(csv.join("")).toContain("'=SUM(A1:A9)");
});

it("writes tables for programs in English: decimal points, and no byte order mark", async () => {
  const files = await reviewFiles(review, "out", { language: "en" });
  const csv = files.filter(({ path }) => path.endsWith(".csv")).map(({ content }) => String(content));
  expect(csv.filter((text) => text.startsWith("\uFEFF"))).toEqual([]);
  const effect = String(files.find(({ path }) => path.includes("effect-"))?.content);
  expect(effect).toMatch(/;0\.\d+;/);
  expect(effect).not.toMatch(/;0,\d+;/);
});

it("adds a document and a workbook where they are asked for", async () => {
  const files = await reviewFiles(review, "out", { language: "da", office: true });
  const office = files.filter(({ path }) => /\.(docx|xlsx)$/.test(path));
  expect(office).toHaveLength(2);
  for (const { content } of office)
    expect(String.fromCodePoint(...(content.slice(0, 2) as Uint8Array))).toBe("PK");
});

it("puts a published review beside no form of another", async () => {
  const folder = temporaryFolder();
  const files = await reviewFiles(review, "out", { language: "da" });
  await expect(checkAlone(files, "out", surroundings(folder))).resolves.toBeUndefined();
  mkdirSync(join(folder, "out/tables"), { recursive: true });
  writeFileSync(join(folder, "out/tables/participation.csv"), "");
  await expect(checkAlone(files, "out", surroundings(folder))).resolves.toBeUndefined();
  writeFileSync(join(folder, "out/review.docx"), "");
  const refused = checkAlone(files, "out", surroundings(folder));
  await expect(refused).rejects.toMatchObject({ code: "other-edition", path: join("out", "review.docx") });
});

it("puts a published review beside no half-written form of another", async () => {
  const folder = temporaryFolder();
  const files = await reviewFiles(review, "out", { language: "da" });
  mkdirSync(join(folder, "out/tables"), { recursive: true });
  for (const name of [".review.html.2369.new", "tables/.effect.csv.2369.old"]) {
    writeFileSync(join(folder, "out", name), "");
    const refused = checkAlone(files, "out", surroundings(folder));
    await expect(refused).rejects.toMatchObject({ code: "other-edition", path: join("out", name) });
    rmSync(join(folder, "out", name));
  }
});

it("reads a theme with a logo beside it, and puts both on the page", async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "theme.json"),
    '{"name":"Køge <Kommune>","logo":"logo.png","colors":{"main":"#004422"}}',
  );
  writeFileSync(join(folder, "logo.png"), PNG);
  const theme = await readTheme("theme.json", surroundings(folder));
  const html = review.toHTML({ language: "da", theme });
  expect(html).toContain("<p>Køge &lt;Kommune&gt;</p>");
  expect(html).toContain(
    `<img src="data:image/png;base64,${PNG.toString("base64")}" alt="" width="1" height="1"/>`,
  );
  expect(html).toContain("--main: #004422;");
  writeFileSync(join(folder, "broken.json"), "{");
  await expect(readTheme("broken.json", surroundings(folder))).rejects.toMatchObject({
    code: "impossible-theme",
  });
  expect(readdirSync(folder)).toHaveLength(3);
  expect(readFileSync(join(folder, "logo.png"))).toEqual(PNG);
});
