import type * as Docx from "docx";
import { digestOf } from "../core/index.js";
import {
  BLOCK_WORDS,
  captionOf,
  type Block,
  type Language,
  type Note,
  type Picture,
  type Reference,
  type Table,
} from "../display/index.js";
import { BODY_WIDTH, COLORS, widthsOf } from "./layout.js";
import { shown } from "./shown.js";
import { POINT, svgFacts, svgsOf } from "./svg.js";
import { OFFICE_WORDS } from "./words.js";

/** The optional package, which is loaded only when a document is written. */
export type Package = typeof Docx;

/** How blocks are written. */
export interface Manner {
  readonly language: Language;
  /** PNG of pictures, by their SVG. */
  readonly drawn: ReadonlyMap<string, Uint8Array>;
}

type Part = Docx.Paragraph | Docx.Table;

/** Blocks as the parts of a text document. */
export function documentParts(docx: Package, blocks: readonly Block[], manner: Manner): readonly Part[] {
  return blocks.flatMap((block) => partsOf(docx, block, manner));
}

function partsOf(docx: Package, block: Block, manner: Manner): readonly Part[] {
  const { HeadingLevel, Paragraph } = docx;
  switch (block.block) {
    case "heading": {
      const heading = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2][block.level - 1];
      return [
        new Paragraph({
          ...(heading === undefined ? {} : { heading }),
          pageBreakBefore: block.id === AFTER_PAGE_ONE,
          children: runs(docx, block.text),
        }),
      ];
    }
    case "paragraph":
      return [
        new Paragraph({
          ...(block.style === undefined ? {} : { style: STYLES[block.style] }),
          children: [...runs(docx, block.text), ...links(docx, block.references)],
        }),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            style: "ListBullet",
            numbering: { reference: "bullets", level: 0 },
            children: runs(docx, item),
          }),
      );
    case "table":
      return tableParts(docx, block);
    case "picture":
      return pictureParts(docx, block, manner);
    case "note":
      return [noteOf(docx, block, BLOCK_WORDS[manner.language].tones[block.tone])];
  }
}

/** The section after the first, which is to be read by itself. */
const AFTER_PAGE_ONE = "chance";

const STYLES = { lead: "Lead", small: "Small" } as const;

/** Text with its line breaks. */
function runs({ TextRun }: Package, text: string, bold = false): Docx.TextRun[] {
  return text
    .split("\n")
    .map(
      (line, at) =>
        new TextRun({ text: shown(line), ...(bold ? { bold } : {}), ...(at === 0 ? {} : { break: 1 }) }),
    );
}

/** Raised behind what they are about, each leading to the row that tells of it. */
function links(
  docx: Package,
  references: readonly Reference[] = [],
): readonly (Docx.TextRun | Docx.InternalHyperlink)[] {
  const raised = (text: string): Docx.TextRun => new docx.TextRun({ text: shown(text), superScript: true });
  return references.flatMap(({ text, id }, at) => [
    raised(at === 0 ? " " : ", "),
    new docx.InternalHyperlink({ anchor: bookmarkOf(id), children: [raised(text)] }),
  ]);
}

/** Word's bookmarks have names of at most 40 letters, digits and underscores, after a letter. */
function bookmarkOf(id: string): string {
  return `row_${digestOf(id).slice(-32)}`;
}

function noteOf(docx: Package, { tone, text }: Note, word: string): Docx.Paragraph {
  const { BorderStyle, Paragraph } = docx;
  return new Paragraph({
    style: "Note",
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: COLORS[tone] } },
    children: [...runs(docx, `${word}: `, true), ...runs(docx, text)],
  });
}

/** The table of page one begins there, with a narrow first column, also where it has to go on. */
const [KEY_POINTS, SUBJECT] = ["table-key-points", 1650];
/** Tables with no more rows stay on one sheet. */
const ONE_SHEET = 10;

function tableParts(docx: Package, table: Table): readonly Part[] {
  const { Paragraph, TableRow, WidthType } = docx;
  const isOfPageOne = table.id === KEY_POINTS;
  const columnWidths = isOfPageOne ? [SUBJECT, BODY_WIDTH - SUBJECT] : widthsOf(table);
  const isKept = !isOfPageOne && table.rows.length <= ONE_SHEET;
  const cell = (
    children: readonly Docx.ParagraphChild[],
    at: number,
    header: boolean,
    keepNext: boolean,
  ): Docx.TableCell =>
    new docx.TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      borders: bordersOf(docx, header),
      children: [
        new Paragraph({
          style: "Cell",
          alignment:
            table.columns[at]?.align === "right" ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
          ...(keepNext ? { keepNext } : {}),
          children,
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ heading }, at) => cell(runs(docx, heading, true), at, true, true)),
  });
  const rows = table.rows.map(
    (row, line) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map((_, at) =>
          cell(
            at === 0 ? rowHeader(docx, table, line) : runs(docx, row[at] ?? ""),
            at,
            false,
            isKept && line + 1 < table.rows.length,
          ),
        ),
      }),
  );
  return [
    ...(captionOf(table) === ""
      ? []
      : [new Paragraph({ style: "Caption", children: runs(docx, captionOf(table)) })]),
    new docx.Table({
      rows: [head, ...rows],
      columnWidths,
      width: { size: BODY_WIDTH, type: WidthType.DXA },
      layout: docx.TableLayoutType.FIXED,
      margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 0, right: 80 },
      tableLook: { firstRow: true, firstColumn: true, noVBand: true },
    }),
    new Paragraph({ style: "After", children: [] }),
  ];
}

/** A row's first cell, with a bookmark where references lead to it. */
function rowHeader(
  docx: Package,
  { rows, rowIds = [], references = [] }: Table,
  line: number,
): readonly Docx.ParagraphChild[] {
  const id = rowIds[line];
  const text = runs(docx, rows[line]?.[0] ?? "");
  const named = id === undefined ? text : [new docx.Bookmark({ id: bookmarkOf(id), children: text })];
  return [...named, ...links(docx, references[line])];
}

function bordersOf({ BorderStyle }: Package, header: boolean): Docx.ITableCellBorders {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const line = { style: BorderStyle.SINGLE, size: header ? 12 : 4, color: header ? COLORS.ink : COLORS.line };
  return { top: none, left: none, right: none, bottom: line };
}

function pictureParts(docx: Package, picture: Picture, { language, drawn }: Manner): readonly Part[] {
  const { Paragraph } = docx;
  const toNumbers = picture.instead === undefined ? "" : ` ${OFFICE_WORDS[language].seeNumbers}`;
  const widest = picture.id === ON_PAGE_ONE ? SMALLER : WIDEST;
  const svgs = svgsOf(picture);
  return [
    ...svgs.map(
      (svg, at) =>
        new Paragraph({
          style: "Figure",
          keepNext: at + 1 === svgs.length,
          children: [imageOf(docx, svg, widest, drawn.get(svg))],
        }),
    ),
    new Paragraph({ style: "FigureCaption", children: runs(docx, `${captionOf(picture)}${toNumbers}`) }),
  ];
}

function imageOf({ ImageRun }: Package, given: string, widest: number, png = POINT): Docx.ImageRun {
  const { svg, width, height, title, description } = svgFacts(given);
  const scale = Math.min(1, widest / width, TALLEST / height);
  return new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(svg),
    fallback: { type: "png", data: png },
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: title, title, description },
  });
}

/** In pixels at 96 to the inch: the width between the margins, and most of the height. */
const WIDEST = 590;
const TALLEST = 780;
/** The picture of page one leaves room for all that is to stand there. */
const [ON_PAGE_ONE, SMALLER] = ["figure-effect", 480];
