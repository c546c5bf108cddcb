/** The languages of reports. */
export type Language = "da" | "en";

export interface ShowOptions {
  /** `en` by default. */
  readonly language?: Language;
}

/**
 * A part of something shown. Results and reports are described as blocks once; text, Markdown and
 * HTML are three ways to write them. All strings are plain text: each writer escapes for its form.
 * A line break in a string is a line break in HTML and Markdown, and in the text of paragraphs.
 */
export type Block = Heading | Paragraph | List | Table | Picture | Note;

/** Where something is told more of, within the page: `N1–N4` in an appendix. */
export interface Reference {
  readonly text: string;
  /** Address within the page. */
  readonly id: string;
}

export interface Heading {
  readonly block: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Address within the page. */
  readonly id?: string;
}

export interface Paragraph {
  readonly block: "paragraph";
  readonly text: string;
  /** `lead` stands out as the sentence to read first. */
  readonly style?: "lead" | "small";
  /** They stand behind the text. */
  readonly references?: readonly Reference[];
}

export interface List {
  readonly block: "list";
  readonly items: readonly string[];
}

export interface Column {
  readonly heading: string;
  /** Numbers stand to the right. */
  readonly align?: "left" | "right";
}

export interface Table {
  readonly block: "table";
  /** Its number in a report, such as `Table 3`, which stands before the caption. */
  readonly label?: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly string[])[];
  readonly id?: string;
  /** Addresses of the rows, where they aren't to be numbered below the table's own. */
  readonly rowIds?: readonly string[];
  /** Of each row; they stand behind its header. */
  readonly references?: readonly (readonly Reference[])[];
}

export interface Picture {
  readonly block: "picture";
  /** Its number in a report, such as `Figure 2`, which stands before the caption. */
  readonly label?: string;
  /** A complete `<svg>` element with its own title and description. */
  readonly svg: string;
  /** The same in parts, where the whole is too tall for a sheet of paper. */
  readonly parts?: readonly string[];
  /** The same picture for a narrow screen, with ids of its own. */
  readonly narrow?: string;
  readonly caption: string;
  readonly id?: string;
  /** The same numbers as tables, written where a picture can't be. */
  readonly instead?: readonly Table[];
}

export interface Note {
  readonly block: "note";
  readonly tone: "info" | "caution" | "warning";
  readonly text: string;
}

/** References as text, for forms without links: ` (N1–N4, N7)`. */
export function referencesText(references: readonly Reference[] = []): string {
  return references.length === 0 ? "" : ` (${references.map(({ text }) => text).join(", ")})`;
}

/** The caption of a table or a picture with its number before it, where it has one. */
export function captionOf({ label, caption }: Pick<Table | Picture, "label" | "caption">): string {
  if (label === undefined) return caption;
  return caption === "" ? label : `${label}. ${caption}`;
}
