export { captionOf } from "./blocks.js";
export { formatChance } from "./chance.js";
export type {
  Block,
  Column,
  Heading,
  Language,
  List,
  Note,
  Paragraph,
  Picture,
  Reference,
  ShowOptions,
  Table,
} from "./blocks.js";
export { escapedJson, visible } from "./characters.js";
export { compareDanish } from "./collation.js";
export { formatDate, formatMonth } from "./dates.js";
export { writeHtml } from "./html.js";
export { writeMarkdown } from "./markdown.js";
export {
  coordinate,
  element,
  escapeHtml,
  join,
  raw,
  type Attributes,
  type Content,
  type Markup,
} from "./markup.js";
export { MEASURE_NAMES, METHOD_NAMES, nameOf } from "./names.js";
export { shortenText, textWidth, wrapText, type Font } from "./measure.js";
export {
  ABSENT,
  HIDDEN,
  formatCount,
  formatCounted,
  formatCountInText,
  formatInterval,
  formatKroner,
  formatLevel,
  formatNumber,
  formatPCell,
  formatPercent,
  formatPoints,
  formatPointsCell,
  formatPValue,
  inPercent,
  type IntervalFormat,
  type Noun,
  type NumberFormat,
} from "./numbers.js";
export {
  languageAsked,
  resultMaker,
  SHOW_RULES,
  type Face,
  type ResultFacts,
  type Row,
  type Shown,
} from "./result.js";
export {
  ACCENTS,
  STRENGTH,
  svgDocument,
  svgLine,
  svgText,
  type LineStyle,
  type Strength,
  type SvgDocument,
  type TextPlace,
} from "./svg.js";
export { writeText } from "./text.js";
export { WORDS as BLOCK_WORDS } from "./words.js";
