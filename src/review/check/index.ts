export { checkDisclosure, type DisclosureCheckOptions } from "./check.js";
export type { PrintedFile } from "./files.js";
export type { DisclosureCheck, PrintedFinding } from "./types.js";
