export type { Block, Column, Heading, Language, List, Note, Paragraph, Picture, Table } from "./blocks.js";
export { writeHtml } from "./html.js";
export { writeMarkdown } from "./markdown.js";
export { resultMaker, type Face, type Row, type ShowOptions, type Shown } from "./result.js";
export { writeText } from "./text.js";
