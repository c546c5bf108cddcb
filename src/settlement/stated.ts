import type { Publishable } from "../core/index.js";
import type { StatementData } from "./types.js";

/** What an arm's terms leave unstated: all of them, or only the base payment. */
export type Unstated = "all" | "base";

/**
 * What of an arm's payment nobody stated, so that its amounts are none and not 0; undefined where nothing is missing.
 *
 * @example
 * unstatedOf(settleAccounts(outcomes, fredericiaA.payment), "supplier") // "base": it is left to the bids
 * @example
 * unstatedOf(settleAccounts(outcomes, { terms: [] }), "supplier") // "all"
 */
export function unstatedOf(
  { notices }: Pick<Publishable<StatementData>, "notices">,
  arm: string,
): Unstated | undefined {
  const missing = notices.filter((notice) => notice.code === "term-missing" && notice["arm"] === arm);
  return (["all", "base"] as const).find((term) => missing.some((notice) => notice["term"] === term));
}
