import type { Ledger } from "../../allocation/index.js";
import { digestOfValue } from "../../core/index.js";
import type { BenchmarkData } from "../../benchmark/index.js";
import type { AnalysisPlan, Effect } from "../../effects/index.js";
import type { Protocol } from "../../protocol/index.js";
import type { PaymentPlan } from "../../settlement/index.js";
import type { Deviation } from "../types.js";

/** Everything in which the review isn't what the protocol planned before the first referral. */
export function deviationsOf(
  protocol: Protocol,
  { ledger, asOf }: { readonly ledger: Ledger; readonly asOf: string },
  effects: readonly Effect[],
  benchmark: BenchmarkData | undefined,
  payment: PaymentPlan | undefined,
): readonly Deviation[] {
  return [
    ...ofDate(protocol.review.date, asOf),
    ...ofLedger(ledger),
    ...ofAnalysis(protocol.analysis, effects),
    ...ofSubgroups(protocol, effects),
    ...ofPeers(benchmark),
    ...ofPayment(protocol, payment),
  ];
}

function ofDate(planned: string | undefined, actual: string): Deviation[] {
  if (planned === undefined || planned === actual) return [];
  return [{ code: actual > planned ? "reviewed-later" : "reviewed-earlier", planned, actual }];
}

function ofLedger({ opening }: Ledger): Deviation[] {
  return opening.mode === "test" ? [{ code: "test-ledger", planned: "live", actual: opening.mode }] : [];
}

/** Groups that were thought of afterwards, beside those that the plan names or, without it, the draw's strata. */
function ofSubgroups({ analysis, allocation }: Protocol, effects: readonly Effect[]): Deviation[] {
  const planned = analysis.subgroups ?? allocation.strata;
  const compared = effects.flatMap(({ comparisons }) => comparisons).flatMap(({ subgroups }) => subgroups);
  const found = new Set(compared.map(({ factor }) => factor).filter((factor) => !planned.includes(factor)));
  if (found.size === 0) return [];
  return [{ code: "subgroups-not-planned", planned: planned.join(", "), actual: [...found].join(", ") }];
}

/** Municipalities that were chosen in another way than the plan's cluster. */
function ofPeers(benchmark: BenchmarkData | undefined): Deviation[] {
  const notice = benchmark?.notices.find(({ code }) => code === "peers-not-as-planned");
  if (notice === undefined) return [];
  const actual = benchmark?.choice?.peers.map(({ municipality }) => municipality).join(", ") ?? "";
  return [{ code: "peers-not-as-planned", planned: String(notice["cluster"]), actual }];
}

/** Other terms than the protocol's that were settled by. */
function ofPayment(protocol: Protocol, settledBy: PaymentPlan | undefined): Deviation[] {
  const planned = protocol.payment === undefined ? "" : digestOfValue(protocol.payment);
  const actual = settledBy === undefined ? planned : digestOfValue(settledBy);
  return planned === actual ? [] : [{ code: "payment-not-as-planned", planned, actual }];
}

const DECIDING = ["level", "margin", "minimumMature", "referenceArm"] as const;

function ofAnalysis(plan: AnalysisPlan, effects: readonly Effect[]): Deviation[] {
  const primary = effects.find(({ criterion }) => criterion === plan.primary);
  if (primary === undefined) {
    const actual = effects.map(({ criterion }) => criterion).join(", ");
    return [{ code: "primary-missing", planned: plan.primary, actual }];
  }
  const { options } = primary.provenance;
  return DECIDING.flatMap((name): Deviation[] => {
    const planned = plan[name];
    const used = options[name]?.value;
    if (planned === undefined || used === undefined || used === planned) return [];
    return [{ code: "analysis-option", planned: `${name}: ${planned}`, actual: `${name}: ${String(used)}` }];
  });
}
