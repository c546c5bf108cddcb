import { requireReview } from "./given.js";
import { oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import { captionOf, element, type Block, type Language } from "../display/index.js";
import { checkedTheme, type Audience, type CheckedTheme, type Review, type Theme } from "../review/index.js";
import { documentParts, type Package } from "./documentParts.js";
import { documentStyles } from "./documentStyles.js";
import { COLORS } from "./layout.js";
import { loadOptional } from "./load.js";
import { shown } from "./shown.js";
import { svgFacts, svgsOf } from "./svg.js";
import { OFFICE_WORDS } from "./words.js";
import { ofOneDay } from "./zip.js";

/** What is needed of a review to write it; its published edition has it too. */
export type ReviewToWrite = Pick<Review, "title" | "municipality" | "asOf" | "simulated" | "toBlocks">;

export interface DocumentOptions {
  /** `en` by default. */
  readonly language?: Language;
  /** The review's own by default; of an internal one the published can be made. */
  readonly audience?: Audience;
  /** Name, logo and colors of the municipality, as on the page. */
  readonly theme?: Theme;
  /** Makes a PNG of an SVG, for programs that show no SVG: `drawPng`, or a function of the caller's. */
  readonly draw?: ((svg: string) => Uint8Array | Promise<Uint8Array>) | undefined;
}

const RULES: OptionRules<DocumentOptions> = {
  language: oneOf(["en", "da"]),
  audience: {
    expected: "one of internal, published",
    accepts: (value) => value === "internal" || value === "published",
  },
  theme: {
    expected: "{ name, logo, colors }",
    accepts: (value) => typeof value === "object" && value !== null,
  },
  draw: {
    expected: "a function from the text of an SVG to the bytes of a PNG",
    accepts: (value) => typeof value === "function",
  },
};

/**
 * A review as a Word document (DOCX), for a case system: the same headings, sentences, tables and
 * figures as the page, with styles that a screen reader and Word's navigation know, headers of tables
 * that are repeated on every sheet, a running title and page numbers.
 *
 * Figures are SVG, which Word shows since 2016. A program that doesn't (LibreOffice 7.4 among them) has a
 * gray field in their place, unless `draw` makes PNG of them (`drawPng` does); what they show stands in their alternative
 * texts, and their numbers as tables at the end.
 *
 * Needs the optional package `docx`.
 *
 * @param review A review, of which the document takes its edition.
 * @param options `language`, `audience`, `theme`, `draw`.
 * @returns The bytes of the file: the same review gives the same bytes.
 * @throws CompetitionError `package-missing` if the optional package isn't installed;
 *   `unknown-option`, `impossible-option`; `low-contrast`, `impossible-logo` of the theme.
 *
 * @example
 * await writeFile("review.docx", await writeDocument(review, { language: "da" }))
 * @example
 * await writeDocument(review) // in English, with small counts: not to be published
 */
export async function writeDocument(
  review: ReviewToWrite,
  options: DocumentOptions = {},
): Promise<Uint8Array> {
  const {
    language = "en",
    audience,
    theme = {},
    draw,
  } = resolveOptions<DocumentOptions>("writeDocument", options, RULES).values;
  requireReview("writeDocument", review);
  const docx = await loadOptional("docx", "9.6.0", () => import("docx"));
  const { Document, Packer } = docx;
  const title = shown(review.title[language]);
  const creator = shown(review.municipality);
  const look = checkedTheme(theme, review.municipality);
  const running = review.simulated ? `${title}: ${OFFICE_WORDS[language].simulated.toLowerCase()}` : title;
  const blocks = withNumbersLast(
    review.toBlocks({ language, ...(audience === undefined ? {} : { audience }) }),
    language,
  );
  const document = new Document({
    title,
    creator,
    styles: documentStyles(language, hexOf(look.colors.accent)),
    numbering: { config: [{ reference: "bullets", levels: [bulletOf(docx)] }] },
    sections: [
      {
        properties: { page: SHEET },
        headers: { default: headerOf(docx, running) },
        footers: { default: footerOf(docx, language) },
        children: [
          senderOf(docx, look),
          ...documentParts(docx, blocks, { language, drawn: await drawnOf(blocks, draw) }),
        ],
      },
    ],
  });
  const facts = {
    path: "docProps/core.xml",
    data: coreFacts(title, creator, review.asOf, language),
  };
  const packed = await Packer.toArrayBuffer(document, undefined, [facts]);
  return ofOneDay(new Uint8Array(packed), review.asOf);
}

/** The municipality's logo and name, above the title. */
function senderOf({ ImageRun, Paragraph, TextRun }: Package, { name, logo, colors }: CheckedTheme) {
  const text = new TextRun({ text: shown(name), color: hexOf(colors.main) });
  if (logo === null) return new Paragraph({ style: "Sender", children: [text] });
  const scale = Math.min(LOGO.height / logo.height, LOGO.width / logo.width);
  const picture = new ImageRun({
    type: logo.type === "jpeg" ? "jpg" : "png",
    data: logo.bytes,
    transformation: {
      width: Math.max(1, Math.round(logo.width * scale)),
      height: Math.max(1, Math.round(logo.height * scale)),
    },
    altText: { name: shown(name), title: shown(name), description: shown(name) },
  });
  return new Paragraph({ style: "Sender", children: [picture, new TextRun({ text: "  " }), text] });
}

/** A logo is at most as large, in pixels. */
const LOGO = { width: 176, height: 42 } as const;

/** `#rrggbb` as Word writes it. */
function hexOf(color: string): string {
  return color.slice(1).toUpperCase();
}

/** The pictures' numbers stand together at the end, where they don't part what is to be read in one go. */
function withNumbersLast(blocks: readonly Block[], language: Language): readonly Block[] {
  const tables = blocks.flatMap((block): readonly Block[] => {
    if (block.block !== "picture" || block.instead === undefined) return [];
    const text = captionOf({ ...block, caption: firstSentence(block.caption) });
    return [{ block: "heading", level: 3, text }, ...block.instead];
  });
  if (tables.length === 0) return blocks;
  return [...blocks, { block: "heading", level: 2, text: OFFICE_WORDS[language].numbers }, ...tables];
}

function firstSentence(text: string): string {
  return text.split(/[:.](?:\s|$)/u)[0] ?? text;
}

/** Pictures as PNG, by their SVG, where the caller can draw them. */
async function drawnOf(
  blocks: readonly Block[],
  draw: DocumentOptions["draw"],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (draw === undefined) return new Map();
  const pictures = blocks.flatMap((block) => (block.block === "picture" ? svgsOf(block) : []));
  return new Map(
    await Promise.all(
      pictures.map(async (svg): Promise<[string, Uint8Array]> => [svg, await draw(svgFacts(svg).svg)]),
    ),
  );
}

/** A4, in twips. */
const SHEET = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1247, bottom: 1134, left: 1020, right: 1020, header: 567, footer: 510 },
} as const;

function bulletOf({ AlignmentType, LevelFormat }: Package) {
  return {
    level: 0,
    format: LevelFormat.BULLET,
    text: "•",
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360, hanging: 220 } } },
  };
}

function headerOf({ Header, Paragraph, TextRun }: Package, running: string) {
  return new Header({
    children: [
      new Paragraph({ style: "Running", children: [new TextRun({ text: running, color: COLORS.faint })] }),
    ],
  });
}

function footerOf({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Package, language: Language) {
  const { page, of } = OFFICE_WORDS[language];
  const children = [page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: "Running",
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children })],
      }),
    ],
  });
}

/** What the file says of itself (ECMA-376 part 2, 11): made on the day as of which the review is, whenever it is written. */
function coreFacts(title: string, creator: string, asOf: string, language: Language): string {
  const day = { "xsi:type": "dcterms:W3CDTF" };
  const time = `${asOf}T00:00:00Z`;
  const spaces = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  const properties = element("cp:coreProperties", spaces, [
    element("dc:title", {}, [title]),
    element("dc:creator", {}, [creator]),
    element("dc:language", {}, [language === "da" ? "da-DK" : "en-GB"]),
    element("cp:lastModifiedBy", {}, [creator]),
    element("dcterms:created", day, [time]),
    element("dcterms:modified", day, [time]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${properties.markup}`;
}
