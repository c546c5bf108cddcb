export { fromTable, toTable, type ArqueroTable, type TableLike } from "./tables.js";
