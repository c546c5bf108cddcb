import { deepFreeze, jsonCopy } from "../core/index.js";
import type { Block, Language } from "./blocks.js";
import { writeHtml } from "./html.js";
import { writeMarkdown } from "./markdown.js";
import { writeText } from "./text.js";

/** One row of a table of results: plain values under names. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface ShowOptions {
  /** `en` by default. */
  readonly language?: Language;
}

/** What every result can do besides holding its data. */
export interface Shown {
  toText(options?: ShowOptions): string;
  toMarkdown(options?: ShowOptions): string;
  /** A fragment for a notebook or a page, every text escaped. */
  toHTML(options?: ShowOptions): string;
  /** Plain rows, the same columns for every result of a kind. */
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
}

/**
 * Makes the constructor of results of one kind: the data become own, frozen, plain properties; the
 * methods and the hooks of Node, Deno and Jupyter sit on a shared prototype, so that
 * `structuredClone` and JSON keep exactly the data.
 *
 * The maker takes the data over: it freezes them all through.
 */
export function resultMaker<Data extends object>(face: Face<Data>): (data: Data) => Readonly<Data> & Shown {
  const blocks = (data: Data, options: ShowOptions | undefined): readonly Block[] =>
    face.blocks(data, options?.language ?? "en");
  const methods: ThisType<Data> & Record<string | symbol, unknown> = {
    toText(options?: ShowOptions): string {
      return writeText(blocks(this, options));
    },
    toMarkdown(options?: ShowOptions): string {
      return writeMarkdown(blocks(this, options));
    },
    toHTML(options?: ShowOptions): string {
      return writeHtml(blocks(this, options));
    },
    toRows(): readonly Row[] {
      return face.rows(this);
    },
    toJSON(): unknown {
      return jsonCopy(face.json === undefined ? this : face.json(this));
    },
    toString(): string {
      return writeText(blocks(this, undefined));
    },
    [Symbol.for("nodejs.util.inspect.custom")](): string {
      return writeText(blocks(this, undefined));
    },
    [Symbol.for("Jupyter.display")](): Record<string, string> {
      const shown = blocks(this, undefined);
      return {
        "text/plain": writeText(shown),
        "text/markdown": writeMarkdown(shown),
        "text/html": writeHtml(shown),
      };
    },
  };
  for (const name of Reflect.ownKeys(methods)) Object.defineProperty(methods, name, { enumerable: false });
  Object.freeze(methods);
  return (data) => Object.freeze(Object.assign(Object.create(methods) as Data & Shown, deepFreeze(data)));
}
