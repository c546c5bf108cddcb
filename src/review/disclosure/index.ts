export { attack } from "./attack.js";
export { boundsOf, type CountBounds } from "./bounds.js";
export { protect, type ProtectOptions } from "./protect.js";
export { publishedCounts } from "./published.js";
export { readCounts } from "./readCounts.js";
export { isSmall } from "./small.js";
export type {
  CountCell,
  CountModel,
  CountSum,
  DerivationStep,
  DerivationTerm,
  Disclosure,
  PublishedCounts,
  Since,
} from "./types.js";
