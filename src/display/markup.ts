import { competitionError } from "../core/index.js";
import { visible } from "./characters.js";

/** Finished HTML or SVG, told apart from text, which has yet to be escaped. */
export interface Markup {
  readonly markup: string;
}

/** Text is escaped, markup stands as it is. */
export type Content = string | Markup;

/** Numbers are coordinates and written with at most two decimals; `undefined` leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in an element or a quoted attribute of HTML and XML. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Declares a string to be markup already. */
export function raw(markup: string): Markup {
  return { markup };
}

/** Writes contents one after the other. */
export function join(contents: readonly Content[]): Markup {
  return raw(contents.map((each) => (typeof each === "string" ? escapeHtml(each) : each.markup)).join(""));
}

/**
 * An element of HTML or SVG. Without `children` it closes itself (`<path/>`, `<br/>`); with an
 * empty list it stays open and empty (`<td></td>`), as HTML wants it.
 *
 * @example
 * element("p", { class: "lead" }, ["1 < 2"]).markup // '<p class="lead">1 &lt; 2</p>'
 * @example
 * element("rect", { width: 1 / 3, fill: undefined }).markup // '<rect width="0.33"/>'
 */
export function element(name: string, attributes: Attributes, children?: readonly Content[]): Markup {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escapeHtml(value)}"`)
    .join("");
  return raw(
    children === undefined ? `<${name}${written}/>` : `<${name}${written}>${join(children).markup}</${name}>`,
  );
}

/**
 * A coordinate with at most two decimals, the same digits everywhere: 12, 12.5, 0.33; never -0.
 *
 * @throws CompetitionError `impossible-coordinate` unless it is a finite number.
 */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) {
    throw competitionError({ code: "impossible-coordinate", received: value, expected: "a finite number" });
  }
  return String(Number(value.toFixed(2)) + 0);
}
