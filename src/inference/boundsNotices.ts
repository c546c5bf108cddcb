import type { Notice } from "../core/index.js";
import type { Arm } from "./boundsEstimate.js";
import type { Limits } from "./kernels/limits.js";
import type { PartlyKnown } from "./kernels/partlyKnown.js";

/** There is nothing to bound. */
export const NO_UNKNOWN: Notice = { code: "no-unknown", severity: "info" };

/** All outcomes are unknown. */
export function nothingKnown({ u1, n1, u2, n2 }: PartlyKnown): readonly Notice[] {
  return u1 === n1 && u2 === n2 ? [{ code: "nothing-known", severity: "caution" }] : [];
}

/** Lee's bounds assume that being in an arm acts on who is known in one direction only. */
export function monotoneResponse(arm: Arm | undefined): Notice {
  return { code: "monotone-response", severity: "info", ...(arm === undefined ? {} : { trimmed: arm }) };
}

/** The counts give an end of a region no variance. */
export function boundWithoutError({ lower, upper }: Limits): readonly Notice[] {
  return lower > 0 && upper > 0 ? [] : [{ code: "bound-without-error", severity: "caution" }];
}
