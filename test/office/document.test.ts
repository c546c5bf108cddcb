import { describe, expect, it, vi } from "vitest";
import type { Block } from "../../src/display/index.js";
import { forestPlot } from "../../src/figures/index.js";
import { drawPng, writeDocument, type ReviewToWrite } from "../../src/office/index.js";
import { HOSTILE } from "../support/hostile.js";
import { unzip } from "../support/unzip.js";
import { parseXml } from "../support/xml.js";

const picture = forestPlot(
  [
    {
      heading: "Rate",
      measure: "proportion",
      rows: [{ label: "A & B", estimate: 0.5, lower: 0.4, upper: 0.6 }],
    },
  ],
  { title: 'Rates of "A & B"', id: "f" },
);

const blocks: readonly Block[] = [
  { block: "heading", level: 1, text: "Title" },
  { block: "heading", level: 2, text: "In brief", id: "brief" },
  { block: "paragraph", style: "lead", text: "First\nsecond" },
  { block: "list", items: ["one", "two"] },
  { block: "heading", level: 2, text: "Chance", id: "chance" },
  {
    block: "table",
    caption: "Counts",
    columns: [{ heading: "Unit" }, { heading: "Citizens", align: "right" }],
    rows: [
      ["A", "1"],
      ["B", "2"],
    ],
  },
  { block: "picture", svg: picture.toSVG(), caption: "Rates. More.", instead: picture.tables },
  { block: "note", tone: "caution", text: "careful" },
];

function reviewOf(parts: readonly Block[], title = "A year"): ReviewToWrite {
  return {
    title: { da: title, en: title },
    municipality: "Køge & omegn",
    asOf: "2006-09-30",
    simulated: true,
    toBlocks: () => parts,
  };
}

/** Without what our small parser doesn't know and needn't: the first line, prefixes of names, one more reference. */
function bare(xml: string): string {
  return xml
    .replace(/^<\?xml[^>]*\?>\s*/, "")
    .replaceAll(/(<\/?|\s)(\w+):(\w+)/g, "$1$2-$3")
    .replaceAll("&apos;", "&#39;");
}

function drawnAs(svg: string): Uint8Array {
  return new TextEncoder().encode(`PNG of ${svg.slice(0, 4)}`);
}

async function partsOf(review: ReviewToWrite, language: "da" | "en" = "en"): Promise<Map<string, string>> {
  return unzip(await writeDocument(review, { language }));
}

describe("writeDocument", () => {
  it("writes headings in styles of headings, lists as lists, and breaks as breaks", async () => {
    const body = (await partsOf(reviewOf(blocks))).get("word/document.xml") ?? "";
    for (const style of ["Title", "Heading1", "Lead", "Caption", "FigureCaption", "Note"]) {
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    }
    expect(body.match(/<w:numPr>/g)).toHaveLength(2);
    expect(body).toMatch(/First<\/w:t><\/w:r><w:r><w:br\/>/);
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1); // page one is read by itself
  });

  it("repeats the headers of a table on every sheet and breaks no row", async () => {
    const body = (await partsOf(reviewOf(blocks))).get("word/document.xml") ?? "";
    const table = /<w:tbl>.*?<\/w:tbl>/s.exec(body)?.[0] ?? "";
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(table).toContain('<w:jc w:val="right"/>');
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(2);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9865);
  });

  it("raises references behind what they are about, each a link to a bookmark that there is", async () => {
    const referring: readonly Block[] = [
      { block: "paragraph", style: "lead", text: "First", references: [{ text: "N1–N2", id: "rate.a" }] },
      {
        block: "table",
        caption: "Points",
        columns: [{ heading: "Subject" }, { heading: "In short" }],
        rows: [["Costs", "1"]],
        references: [[{ text: "N2", id: "rate.b" }]],
      },
      {
        block: "table",
        caption: "Numbers",
        columns: [{ heading: "" }, { heading: "Name" }],
        rows: [
          ["N1", "a"],
          ["N2", "b"],
        ],
        rowIds: ["rate.a", "rate.b"],
      },
    ];
    const body = (await partsOf(reviewOf(referring))).get("word/document.xml") ?? "";
    const links = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name);
    const bookmarks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(links).toEqual(bookmarks);
    expect(new Set(bookmarks).size).toBe(2);
    for (const name of bookmarks) expect(name).toMatch(/^[a-z]\w{0,39}$/u);
    expect(body.match(/<w:vertAlign w:val="superscript"\/>/g)).toHaveLength(4); // each with the space before it
    expect(body).toMatch(/>First<.*>N1–N2<.*>Costs<.*>N2</su);
  });

  it("holds figures as SVG with what they show in words, and their numbers at the end", async () => {
    const files = await partsOf(reviewOf(blocks));
    const body = files.get("word/document.xml") ?? "";
    expect(body).toContain('title="Rates of &quot;A &amp; B&quot;"');
    expect(body).toContain("svgBlip");
    const svg = [...files].find(([name]) => name.endsWith(".svg"))?.[1] ?? "";
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toContain("currentColor");
    expect(
      body.lastIndexOf("The figures&apos; numbers") + body.lastIndexOf("The figures' numbers"),
    ).toBeGreaterThan(body.indexOf("careful"));
  });

  it("holds a figure that is too tall for a sheet in its parts, each as large as others", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      label: `Unit ${at}`,
      estimate: 0.5,
      lower: 0.4,
      upper: 0.6,
    }));
    const { svg, parts = [] } = forestPlot([{ measure: "proportion", rows }], { id: "tall" });
    const asked: string[] = [];
    const draw = (given: string): Uint8Array => drawnAs(asked[asked.push(given) - 1] ?? "");
    const tall: Block = { block: "picture", svg, parts, caption: "Rates." };
    const files = unzip(await writeDocument(reviewOf([tall]), { draw }));
    const body = files.get("word/document.xml") ?? "";
    expect(parts.length).toBeGreaterThan(1);
    expect(body.match(/<wp:extent /g)).toHaveLength(parts.length);
    expect(new Set(body.match(/<wp:extent cx="\d+"/g)).size).toBe(1); // all are as wide as the sheet
    expect(asked).toHaveLength(parts.length);
    expect(body.match(/FigureCaption/g)).toHaveLength(1);
  });

  it("takes what the caller draws for programs without SVG", async () => {
    const files = unzip(await writeDocument(reviewOf(blocks), { draw: drawnAs }));
    const png = [...files].find(([name]) => name.endsWith(".png"))?.[1];
    expect(png).toBe("PNG of <svg");
  });

  it("has the municipality's name, logo and colors above the title, and refuses those that can't be read", async () => {
    const logo = `data:image/png;base64,${Buffer.from(await drawPng(picture.toSVG())).toString("base64")}`;
    const theme = { name: "Vejle <Kommune>", logo, colors: { main: "#004422", accent: "#7a0019" } };
    const files = unzip(await writeDocument(reviewOf(blocks), { theme }));
    const body = files.get("word/document.xml") ?? "";
    expect(body.indexOf("Vejle &lt;Kommune&gt;")).toBeGreaterThan(0);
    expect(body.indexOf("Vejle &lt;Kommune&gt;")).toBeLessThan(body.indexOf(">Title<"));
    expect(body).toContain('<w:color w:val="004422"/>');
    expect(files.get("word/styles.xml")).toContain('<w:color w:val="7A0019"/>');
    expect([...files.keys()].filter((name) => name.endsWith(".png"))).toHaveLength(2); // the logo, and the point
    await expect(
      writeDocument(reviewOf(blocks), { theme: { colors: { main: "#ffff00" } } }),
    ).rejects.toMatchObject({ code: "low-contrast" });
  });

  it("draws figures in black on white, twice their size, with their words", async () => {
    const png = await drawPng(picture.toSVG());
    const view = new DataView(png.buffer, png.byteOffset);
    expect(view.getUint32(0)).toBe(0x89_50_4e_47);
    expect(view.getUint32(16)).toBe(2 * Number(/width="(\d+)/.exec(picture.toSVG())?.[1]));
    const wordless = picture.toSVG().replaceAll(/<text.*?<\/text>/gs, "");
    expect((await drawPng(wordless)).length).toBeLessThan(png.length);
    expect(
      (await drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')).length,
    ).toBeGreaterThan(0);
  });

  it("has its title on every sheet, page numbers, its language, and the day of the review", async () => {
    const files = await partsOf(reviewOf(blocks), "da");
    expect(files.get("word/header1.xml")).toContain("A year: simulerede tal");
    expect(files.get("word/footer1.xml")).toMatch(/Side .*PAGE.* af .*NUMPAGES/s);
    expect(files.get("word/styles.xml")).toContain('<w:lang w:val="da-DK"/>');
    const core = files.get("docProps/core.xml") ?? "";
    expect(core).toContain("<dc:language>da-DK</dc:language>");
    expect(core).toContain("Køge &amp; omegn");
    expect(core.match(/2006-09-30T00:00:00Z/g)).toHaveLength(2);
  });

  it("gives the same bytes whenever it is written", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-02T03:04:05Z") });
    const first = await writeDocument(reviewOf(blocks));
    vi.setSystemTime(new Date("2031-06-07T08:09:10Z"));
    const second = await writeDocument(reviewOf(blocks));
    vi.useRealTimers();
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("stays whole XML whatever the data say, and keeps their words", async () => {
    const cells = HOSTILE.map((text) => [text]);
    const hostile: readonly Block[] = [
      ...HOSTILE.map((text): Block => ({ block: "paragraph", text })),
      { block: "table", caption: HOSTILE[0] ?? "", columns: [{ heading: "=1+1" }], rows: cells },
    ];
    const files = await partsOf(reviewOf(hostile, HOSTILE.join(" ")));
    const parts = [...files].filter(([name]) => /\.(xml|rels)$/.test(name));
    expect(parts.length).toBeGreaterThan(5);
    for (const [, text] of parts) expect(() => parseXml(bare(text))).not.toThrow();
    const body = files.get("word/document.xml") ?? "";
    expect(body).toContain("&lt;script&gt;alert(");
    expect(body).not.toContain("\u202E");
  });

  it("refuses what it doesn't know", async () => {
    const wrong = writeDocument(reviewOf([]), { language: "de" as "da" });
    await expect(wrong).rejects.toMatchObject({ code: "impossible-option" });
  });
});
