import type { Notice } from "../../core/index.js";
import type { AllocationPlan, PeriodQuota, Quota } from "../types.js";

/**
 * Names what quotas leave open, with the reading that is taken, so that it can be agreed on.
 *
 * @param plan Its `quotas` are looked at.
 * @param arms Ids of the arms.
 * @returns `volume-read-as-limit` for a year or a start that has `most` and no `least` (a tender's "about 200
 * a year" may be meant as a task, a limit or both), `agreement-year-unstated` (when its year begins),
 * `all-arms-may-be-full` (what becomes of who is referred then); none if nothing is open.
 *
 * @example
 * lintQuotas(tenders.hillerod.allocation, ["municipal", "supplier"]).map(({ code }) => code)
 * // ["volume-read-as-limit", "volume-read-as-limit", "agreement-year-unstated", "all-arms-may-be-full"]
 * @example
 * lintQuotas({}, ["municipal", "supplier"]) // []: every arm can take everyone
 */
export function lintQuotas(
  { quotas = [] }: Pick<AllocationPlan, "quotas">,
  arms: readonly string[],
): readonly Notice[] {
  const full = arms.filter((arm) => quotas.some((quota) => quota.arm === arm && canClose(quota)));
  return [
    ...VOLUMES.flatMap((per) => volumeNotice(quotas, per)),
    ...notices(
      quotas.some((quota) => "per" in quota && quota.per === "agreement-year"),
      { code: "agreement-year-unstated", reading: "from-the-opening" },
    ),
    ...notices(arms.length > 0 && full.length === arms.length, {
      code: "all-arms-may-be-full",
      reading: "refused",
    }),
  ];
}

const VOLUMES: readonly PeriodQuota["per"][] = ["agreement-year", "calendar-year", "first-week"];

/** One notice for all arms that have the same volume. */
function volumeNotice(quotas: readonly Quota[], per: PeriodQuota["per"]): readonly Notice[] {
  const open = quotas.filter(
    (quota): quota is PeriodQuota => "per" in quota && quota.per === per && quota.least === undefined,
  );
  return [...new Set(open.map(({ most = 0 }) => most))].map((most) => ({
    code: "volume-read-as-limit",
    severity: "info",
    arms: open.filter((quota) => quota.most === most).map(({ arm }) => arm),
    per,
    most,
    reading: "at-most",
  }));
}

function canClose(quota: Quota): boolean {
  return !("per" in quota) || (quota.most !== undefined && quota.per !== "first-week");
}

function notices(
  open: boolean,
  facts: { readonly code: string; readonly reading: string },
): readonly Notice[] {
  return open ? [{ ...facts, severity: "info" }] : [];
}
