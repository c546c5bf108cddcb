export { benchmarkFigures, type BenchmarkFigures } from "./benchmarkFigures.js";
export { composeReview, type ReviewParts } from "./compose.js";
export type {
  ArmFlow,
  Audience,
  Deviation,
  DrawFacts,
  FlowFacts,
  Review,
  ReviewData,
  ReviewMethods,
  ReviewOptions,
} from "./types.js";
export { describeNotice } from "./words/notices.js";
