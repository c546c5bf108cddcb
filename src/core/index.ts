export {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  formatDay,
  formatMonth,
  formatWeek,
  isoWeekOf,
  monthOf,
  monthStart,
  parseDay,
  readDay,
  weekdayOf,
  type Day,
  type Month,
  type Period,
} from "./calendar.js";
export { describeValue, nearestWord } from "./describe.js";
export {
  bytesOf,
  digestOf,
  digestOfValue,
  keyedDigest,
  keyedDigestHex,
  keyedHash,
  type KeyedHash,
} from "./digest.js";
export {
  CompetitionError,
  competitionError,
  describeIssue,
  isCompetitionError,
  type ErrorFacts,
  type Issue,
} from "./errors.js";
export { deepFreeze } from "./freeze.js";
export { isRecord, requireList, requireObject, requireObjects, requireText, type Wanted } from "./given.js";
export { canonicalJson, isCanonicalJson, jsonCopy } from "./json.js";
export type { Notice } from "./notices.js";
export {
  levelRule,
  oneOf,
  resolveOptions,
  type GivenOptions,
  type OptionRule,
  type OptionRules,
  type OptionSource,
  type Resolution,
  type ResolvedOption,
} from "./options.js";
export { prepareOptions } from "./prepareOptions.js";
export { provenanceOf, type Provenance, type Source } from "./provenance.js";
export {
  mayBeSome,
  SUPPRESSED,
  sumShown,
  type Publishable,
  type Showable,
  type Suppressed,
} from "./publishable.js";
export {
  below,
  fastStream,
  keyedStream,
  seededStream,
  shuffled,
  uniform,
  type RandomStream,
} from "./random.js";
export { checkKeysOnce } from "./repeatedKeys.js";
export { addSpan, addSpans, checkSpan, type Span } from "./span.js";
export { VERSION } from "./version.js";
