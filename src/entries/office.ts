export {
  drawPng,
  writeDocument,
  writeReviewWorkbook,
  writeWorkbook,
  type CellFormat,
  type DocumentOptions,
  type NamedTables,
  type ReviewToWrite,
  type TablesToWrite,
  type WorkbookOptions,
} from "../office/index.js";
