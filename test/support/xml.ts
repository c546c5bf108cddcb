/** An element of a parsed document, with its text in order among the children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const NAME = String.raw`[A-Za-z_][\w.-]*`;
const TOKEN = new RegExp(
  String.raw`<(${NAME})((?:\s+${NAME}\s*=\s*"[^"<]*")*)\s*(/?)>|</(${NAME})>|([^<]+)`,
  "gy",
);
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*"([^"]*)"`, "g");
const REFERENCE = /&(?:(amp|lt|gt|quot)|#(\d+));/g;
/** XML 1.0 §2.2, and C1 controls, which XML discourages. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * Parses a well-formed document of elements, attributes in double quotes, text and the references
 * that XML knows; throws on anything else. Small, and stricter than a browser.
 */
export function parseXml(source: string): XmlElement {
  if (FORBIDDEN.test(source)) throw new Error("a character that XML does not allow");
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 40)}`);
    const [, start, attributes = "", closed, end, text] = match;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(dereferenced(text));
    if (start !== undefined) {
      const element: Open = { name: start, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (closed === "") open.push(element);
    }
    if (end !== undefined && open.pop()?.name !== end) throw new Error(`</${end}> closes another element`);
  }
  const [document] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || typeof document !== "object")
    throw new Error("one element is to hold all others");
  return document;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

function attributesOf(source: string): Readonly<Record<string, string>> {
  const found = [...source.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [
    name,
    dereferenced(value),
  ]);
  if (new Set(found.map(([name]) => name)).size !== found.length)
    throw new Error(`an attribute twice: ${source}`);
  return Object.fromEntries(found) as Record<string, string>;
}

function dereferenced(text: string): string {
  const plain = text.replace(REFERENCE, "");
  if (plain.includes("&")) throw new Error(`an unescaped ampersand in ${text}`);
  return text.replace(REFERENCE, (_, name: string | undefined, code: string | undefined) =>
    name === undefined ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? ""),
  );
}

/** All elements within, the element itself first. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === "string" ? [] : elementsOf(child))),
  ];
}

/** The text directly in an element, without that of its children. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}
