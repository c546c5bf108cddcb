export {
  citizenCell,
  dateCell,
  mayBeEmpty,
  numberCell,
  optional,
  required,
  textCell,
  wholeNumberCell,
  wordCell,
} from "./cells.js";
export { containsCpr, isCprShaped, withoutCpr } from "./cpr.js";
export { decodeText, type DecodedText } from "./decode.js";
export { restored } from "./formulas.js";
export { isParsed, rowsGiven, rowsOf, sourceOf } from "./input.js";
export { issueList, type FoundIssue, type IssueList } from "./issues.js";
export { writeJsonLines } from "./lines.js";
export { splitRecords } from "./records.js";
export { fileRules } from "./file-options.js";
export { parseTable } from "./table.js";
export type {
  CellProblem,
  CellReader,
  CellValue,
  Column,
  ColumnsOf,
  ParsedTable,
  Presence,
  RowProblem,
  Separator,
  TableInput,
  TableOptions,
  TableSchema,
} from "./types.js";
export { writeTable, type WriteOptions } from "./write.js";
