export { writeWorkbook, type NamedTables } from "./workbook.js";
