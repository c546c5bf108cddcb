import {
  captionOf,
  element,
  raw,
  writeHtml,
  type Block,
  type Language,
  type Picture,
  type Table,
} from "../../display/index.js";
import { PAGE_WORDS } from "../words/page.js";
import { unbroken } from "./unbroken.js";

/** Tables with fewer columns fold their cells on a narrow screen; wider ones scroll by themselves. */
const FOLDING = 3;
/** Tables with more columns are printed smaller, so that they stay on the paper. */
const MANY = 7;
/** Tables with no more rows stay on one sheet of paper. */
const ONE_SHEET = 10;

/** A block as it stands on the page. */
export function pagePart(block: Block, language: Language): string {
  if (block.block === "table") return tableOf(block, language);
  if (block.block === "picture") return figureOf(block, language);
  return writeHtml([block], { language });
}

function tableOf(table: Table, language: Language): string {
  const html = raw(writeHtml([unbroken(table)], { language }));
  const wide = table.columns.length >= FOLDING;
  const many = table.columns.length >= MANY;
  const sheet = table.rows.length > ONE_SHEET ? "" : " whole";
  const reached = { "tabindex": 0, "role": "group", "aria-label": captionOf(table) };
  return element(
    "div",
    { class: `table${wide ? " wide" : ""}${many ? " many" : ""}${sheet}`, ...(wide ? reached : {}) },
    [html],
  ).markup;
}

/** The picture as large as there is room for, its caption, and its numbers for whoever wants or needs them. */
function figureOf(picture: Picture, language: Language): string {
  const { id, svg, parts = [svg], narrow, label, caption, instead = [] } = picture;
  const numbers = instead.map((table) =>
    raw(tableOf({ ...table, caption: table.caption || caption }, language)),
  );
  const summary = element("summary", {}, [PAGE_WORDS[language].numbers]);
  const tall = parts.length > 1 ? { class: "tall" } : {};
  return element("figure", { id, ...tall }, [
    element("div", narrow === undefined ? {} : { class: "broad" }, parts.map(raw)),
    ...(narrow === undefined ? [] : [element("div", { class: "narrow" }, [raw(narrow)])]),
    element("figcaption", {}, [label === undefined ? caption : captionOf({ label, caption })]),
    ...(numbers.length === 0 ? [] : [element("details", {}, [summary, ...numbers])]),
  ]).markup;
}
