import type { CostStanding } from "./costTypes.js";

/**
 * Effect and cost told together, each by whether its interval leaves 0 out: `more` successes or `fewer`, `for-less`
 * or `for-more`; an interval with 0 in it shows nothing, which `alike` stands for and no word of equality does.
 */
export function costStanding(
  effect: { readonly lower: number; readonly upper: number },
  cost: { readonly lower: number; readonly upper: number },
): CostStanding {
  const how = effect.lower > 0 ? "more" : effect.upper < 0 ? "fewer" : "alike";
  const price = cost.lower > 0 ? "for-more" : cost.upper < 0 ? "for-less" : "for-alike";
  if (how === "alike" && price === "for-alike") return "nothing-shown";
  return `${how}-${price}` as CostStanding;
}
