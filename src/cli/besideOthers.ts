import {
  benchmarkArms,
  parseMunicipalities,
  plannedTrend,
  type Benchmark,
  type BenchmarkPlan,
  type Peers,
  type Trend,
  type ParsedMunicipalities,
} from "../benchmark/index.js";
import { isCompetitionError, type Notice, type Source } from "../core/index.js";
import type { Audience } from "../review/index.js";
import type { Evaluation, EvaluationOptions } from "./evaluation.js";
import { readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import { planOf, readPeers, type PeersGiven } from "./peers.js";
import type { Surroundings } from "./surroundings.js";

/** What a review needs of comparable municipalities, as it was given. */
export interface OthersGiven extends PeersGiven, Pick<EvaluationOptions, "protocol"> {
  readonly municipalities?: string;
  readonly audience: Audience;
}

/** The arms and the municipality beside others, with the files that it was read from. */
interface Others {
  readonly parts: { readonly benchmark?: Benchmark; readonly trend?: Trend | undefined };
  readonly sources: readonly Source[];
  readonly notices: readonly Notice[];
}

/** The benchmark, if the protocol plans one and there are figures for it; the trend, if they are of several periods. */
export async function besideOthers(
  given: OthersGiven,
  evaluation: Evaluation,
  surroundings: Surroundings,
): Promise<Others> {
  const { municipalities: name } = given;
  if (name === undefined) return { parts: {}, sources: [], notices: [] };
  const rows = await readTable("municipalities", name, parseMunicipalities, given.columns, surroundings);
  tellNotices(surroundings, rows.notices);
  const plan = planOf(given, evaluation.protocol, rows);
  if (plan === undefined) {
    surroundings.err(`note: ${given.protocol} plans no benchmark; ${name} is not used\n`);
    return { parts: {}, sources: [], notices: [] };
  }
  const { peers, sources, notices } = await readPeers(given, plan, rows, surroundings);
  const benchmark = benchmarkFor({ plan, rows, peers, audience: given.audience }, evaluation);
  const { trend, notices: untold } = trendFor(rows, plan, peers);
  tellNotices(surroundings, untold);
  return {
    parts: { benchmark, trend },
    sources: [rows.source, ...sources],
    notices: [...rows.notices, ...notices, ...untold],
  };
}

/** The trend, which is left out, with a notice, where rows of several benefits would be one line. */
function trendFor(
  rows: ParsedMunicipalities,
  plan: BenchmarkPlan,
  peers: Peers | undefined,
): { readonly trend?: Trend | undefined; readonly notices: readonly Notice[] } {
  try {
    return { trend: plannedTrend(rows, plan, peers), notices: [] };
  } catch (error) {
    if (!isCompetitionError(error, "several-benefits")) throw error;
    const { name: file } = rows.source;
    const notice = { code: "trend-of-several-benefits", severity: "caution", file } as const;
    return { notices: [{ ...notice, benefits: String(error.received) }] };
  }
}

/**
 * The benchmark as coarse as the edition has to be. Where even so it would be too small to be published it is the
 * internal one, which a published edition leaves out, and says so.
 */
function benchmarkFor(
  {
    plan,
    rows,
    peers,
    audience,
  }: {
    readonly plan: BenchmarkPlan;
    readonly rows: ParsedMunicipalities;
    readonly peers: Peers | undefined;
    readonly audience: Audience;
  },
  { protocol, outcomes }: Evaluation,
): Benchmark {
  const minimum = protocol.review.minimumCount;
  try {
    return benchmarkArms(outcomes, rows, plan, {
      audience,
      peers,
      ...(minimum === undefined ? {} : { minimum }),
    });
  } catch (error) {
    if (isCompetitionError(error, "too-small-to-publish")) {
      return benchmarkArms(outcomes, rows, plan, { peers });
    }
    throw error;
  }
}
