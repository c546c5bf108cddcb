export { benchmarkFigures, type BenchmarkFigures } from "./benchmarkFigures.js";
export {
  checkDisclosure,
  type DisclosureCheck,
  type DisclosureCheckOptions,
  type PrintedFile,
  type PrintedFinding,
} from "./check/index.js";
export { composeReview } from "./compose.js";
export type { DerivationStep, DerivationTerm, Disclosure, PublishedCounts } from "./disclosure/index.js";
export type { ReviewParts } from "./parts.js";
export type {
  ArmFlow,
  Audience,
  Deviation,
  DrawFacts,
  EditionData,
  FlowFacts,
  PageOptions,
  PublishedReview,
  PublishOptions,
  Review,
  ReviewData,
  ReviewMethods,
  ReviewOptions,
  WithheldPart,
} from "./types.js";
export { checkedTheme, type CheckedTheme, type Theme } from "./page/theme.js";
export { readPublished } from "./review.js";
export { reviewSchema } from "./schema.js";
export { describeNotice } from "./words/notices.js";
