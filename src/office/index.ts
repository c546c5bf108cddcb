export { writeWorkbook, type CellFormat, type NamedTables, type WorkbookOptions } from "./workbook.js";
