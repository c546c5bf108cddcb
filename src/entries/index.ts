export * from "./allocation.js";
export {
  areaKind,
  benchmarkArms,
  benchmarkTrend,
  compareExpected,
  expectedFromConditions,
  fetchJobindsats,
  findMunicipality,
  findPeers,
  mergeSmallMunicipalities,
  municipalities,
  parseClusters,
  parseConditions,
  parseJobindsats,
  parseMunicipalities,
} from "../benchmark/index.js";
export {
  CompetitionError,
  isCompetitionError,
  VERSION,
  type Issue,
  type Notice,
  type Provenance,
  type Source,
  type Span,
} from "../core/index.js";
export type { Language, Row, ShowOptions, Shown } from "../display/index.js";
export {
  checkExpectedMix,
  compareArms,
  compareRatings,
  compareWithTargets,
  expectedShare,
  monthlyResults,
  parseRatings,
  sampleRatio,
  specificationSensitivity,
  timeToSuccess,
} from "../effects/index.js";
export {
  acceptabilityPlot,
  balancePlot,
  caterpillarPlot,
  costPlane,
  differencePlot,
  flowDiagram,
  forestPlot,
  funnelPlot,
  monthPlot,
  rankPlot,
  sharePlot,
  survivalPlot,
  targetPlot,
  trendPlot,
} from "../figures/index.js";
export {
  compareDeliveries,
  defaultStates,
  deriveHistories,
  parseCodes,
  parseDream,
  parseSpells,
  stateProperties,
} from "../histories/index.js";
export * from "./inference.js";
export {
  combinedReadings,
  compareOutcomes,
  criterionIssues,
  daysBeforehand,
  daysBeyond,
  deriveOutcomes,
  describeCriterion,
  endReasons,
  explainOutcome,
  followUps,
  lintCriterion,
  occupancy,
  parseCourses,
  readings,
  tellOutcome,
} from "../outcomes/index.js";
export {
  defineProgram,
  defineProtocol,
  describeProgramNotice,
  lintProgram,
  lintProtocol,
  parsePayment,
  parseProtocol,
  protocolOf,
} from "../protocol/index.js";
export {
  benchmarkFigures,
  checkDisclosure,
  composeReview,
  describeNotice,
  reviewSchema,
} from "../review/index.js";
export {
  compareReported,
  compareTerms,
  costEffectiveness,
  costsByShare,
  disputes,
  expectedPayments,
  explainLineItem,
  gamingSigns,
  lintPayment,
  parseClaims,
  paymentIssues,
  reconcileClaims,
  settleAccounts,
  SETTLEMENT_FORMATS,
  settlementFiles,
  settlementTables,
} from "../settlement/index.js";
export { simulateCompetition } from "../simulation/index.js";
export type { ParsedTable, TableOptions } from "../tables/index.js";
export * as tenders from "../tenders/index.js";
export type * from "./types.js";
