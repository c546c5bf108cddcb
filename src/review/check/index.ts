export { checkDisclosure, type DisclosureCheckOptions } from "./check.js";
export type { DisclosureCheck, PrintedFinding } from "./types.js";
