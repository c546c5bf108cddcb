import { digestOf, provenanceOf, type ResolvedOption } from "../core/index.js";
import {
  join,
  resultMaker,
  svgDocument,
  type Markup,
  type ResultFacts,
  type Row,
  type Shown,
  type Table,
} from "../display/index.js";
import type { Drawn } from "./panel.js";

export interface FigureData extends ResultFacts {
  readonly kind: "figure";
  readonly title: string;
  /** A complete `<svg>` element that needs nothing around it. */
  readonly svg: string;
  /** The same as several elements, where one is too tall for a sheet of paper. */
  readonly parts?: readonly string[];
  /** What is drawn, in the words of the drawing. */
  readonly tables: readonly Table[];
  /** What is drawn, as plain values. */
  readonly rows: readonly Row[];
}

interface FigureMethods {
  /** The picture as SVG, to be written to a file or put into a page. */
  toSVG(): string;
}

/** A drawn picture. A notebook shows it; in plain text it is the table of its numbers. */
export type Figure = FigureData & Shown & FigureMethods;

/** Its words are drawn already: `language` changes only the label of the caption. */
const makeFigure: (data: FigureData) => Figure = resultMaker<FigureData, FigureMethods>(
  {
    blocks: ({ svg, title, tables }) => [{ block: "picture", svg, caption: title, instead: tables }],
    rows: ({ rows }) => rows,
    media: ({ svg }) => ({ "image/svg+xml": svg }),
  },
  {
    toSVG(this: FigureData): string {
      return this.svg;
    },
  },
);

/** What a figure is made of once it is drawn. */
export interface Drawing {
  readonly operation: string;
  readonly method: string;
  readonly markup: readonly Markup[];
  readonly parts?: readonly Drawn[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly id: string | undefined;
  /** What it shows, in words, for those who don't see it. */
  readonly description: string;
  readonly tables: readonly Table[];
  readonly rows: readonly Row[];
  readonly record: Readonly<Record<string, ResolvedOption>>;
}

/** The figure of a drawing. The same drawing gives the same bytes. */
export function figureOf(drawing: Drawing): Figure {
  const { operation, method, markup, width, height, title, description, tables, rows, record } = drawing;
  const { parts = [] } = drawing;
  const id = drawing.id ?? `${method}-${digestOf(join(markup).markup).slice(0, 8)}`;
  return makeFigure({
    kind: "figure",
    method,
    references: [],
    notices: [],
    provenance: provenanceOf(operation, record, { rows: rows.length }),
    title,
    svg: svgDocument({ id, width, height, title, description, children: markup }),
    ...(parts.length === 0
      ? {}
      : { parts: parts.map((part, index) => svgOfPart(part, index + 1, { ...drawing, id })) }),
    tables,
    rows,
  });
}

/** A part says which one it is; what the whole shows is said with the first. */
function svgOfPart(
  { markup, bottom }: Drawn,
  number: number,
  { id, width, title, description, parts = [] }: Drawing & { readonly id: string },
): string {
  return svgDocument({
    id: `${id}-${number}`,
    width,
    height: bottom,
    title: `${title} (${number}/${parts.length})`,
    description: number === 1 ? description : "",
    children: markup,
  });
}
