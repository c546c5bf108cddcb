export { writeDocument, type DocumentOptions, type ReviewToWrite } from "./document.js";
export { drawPng } from "./draw.js";
export { writeReviewWorkbook, type TablesToWrite } from "./reviewWorkbook.js";
export { writeWorkbook, type CellFormat, type NamedTables, type WorkbookOptions } from "./workbook.js";
export { zipRecords } from "./zip.js";
