import {
  deepFreeze,
  jsonCopy,
  oneOf,
  resolveOptions,
  type Notice,
  type OptionRules,
  type Provenance,
} from "../core/index.js";
import type { Block, Language, ShowOptions } from "./blocks.js";
import { writeHtml } from "./html.js";
import { writeMarkdown } from "./markdown.js";
import { writeText } from "./text.js";

/** One row of a table of results: plain values under names. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What every result carries besides its own data. */
export interface ResultFacts {
  readonly method: string;
  /** Sources of the method: DOI, page or equation. */
  readonly references: readonly string[];
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}

/** What every result can do besides holding its data. */
export interface Shown {
  toText(options?: ShowOptions): string;
  toMarkdown(options?: ShowOptions): string;
  /** A fragment for a notebook or a page, every text escaped. */
  toHTML(options?: ShowOptions): string;
  /** Plain rows, the same columns for every result of a kind; a limit that isn't there is `Infinity` or `-Infinity`, a number. */
  toRows(): readonly Row[];
  /** The data for JSON, infinities as `"Infinity"`. */
  toJSON(): unknown;
}

/** How results of one kind show themselves. */
export interface Face<Data> {
  readonly blocks: (data: Data, language: Language) => readonly Block[];
  readonly rows: (data: Data) => readonly Row[];
  /** Data for JSON where they are not simply the own properties. */
  readonly json?: (data: Data) => unknown;
  /** Further forms for notebooks, by media type. */
  readonly media?: (data: Data) => Readonly<Record<string, string>>;
}

/**
 * Makes the constructor of results of one kind: the data become own, frozen, plain properties; the
 * methods and the hooks of Node, Deno and Jupyter sit on a shared prototype, so that
 * `structuredClone` and JSON keep exactly the data.
 *
 * The maker takes the data over: it freezes them all through.
 *
 * @param extra Further methods of this kind; `this` in them is the data.
 */
export function resultMaker<Data extends object, Extra extends object = object>(
  face: Face<Data>,
  extra?: Extra & ThisType<Data>,
): (data: Data) => Readonly<Data> & Shown & Extra {
  const shown = (write: Writer, data: Data, language: Language = "en"): string =>
    write(face.blocks(data, language), { language });
  const methods: ThisType<Data> & Record<string | symbol, unknown> = {
    toText(options?: ShowOptions): string {
      return shown(writeText, this, languageAsked("toText", options));
    },
    toMarkdown(options?: ShowOptions): string {
      return shown(writeMarkdown, this, languageAsked("toMarkdown", options));
    },
    toHTML(options?: ShowOptions): string {
      return shown(writeHtml, this, languageAsked("toHTML", options));
    },
    toRows(): readonly Row[] {
      return face.rows(this);
    },
    toJSON(): unknown {
      return jsonCopy(face.json === undefined ? this : face.json(this));
    },
    toString(): string {
      return shown(writeText, this);
    },
    [Symbol.for("nodejs.util.inspect.custom")](): string {
      return shown(writeText, this);
    },
    [Symbol.for("Jupyter.display")](): Record<string, string> {
      return {
        "text/plain": shown(writeText, this),
        "text/markdown": shown(writeMarkdown, this),
        "text/html": shown(writeHtml, this),
        ...face.media?.(this),
      };
    },
  };
  Object.defineProperties(methods, Object.getOwnPropertyDescriptors(extra ?? {}));
  for (const name of Reflect.ownKeys(methods)) Object.defineProperty(methods, name, { enumerable: false });
  Object.freeze(methods);
  return (data) =>
    Object.freeze(Object.assign(Object.create(methods) as Data & Shown & Extra, deepFreeze(data)));
}

type Writer = (blocks: readonly Block[], options: ShowOptions) => string;

/** Rules for the options of whatever shows something. */
export const SHOW_RULES: OptionRules<ShowOptions> = { language: oneOf(["en", "da"]) };

/**
 * The language that something is to be shown in, English by default.
 *
 * @throws CompetitionError `unknown-option`, `impossible-option`, `impossible-options`
 */
export function languageAsked(operation: string, options: ShowOptions | undefined): Language {
  return resolveOptions<ShowOptions>(operation, options, SHOW_RULES).values.language ?? "en";
}
