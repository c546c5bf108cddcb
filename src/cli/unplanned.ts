import { competitionError } from "../core/index.js";

/** What a command needs of the protocol isn't in it. */
export function unplanned(file: string, part: "benchmark" | "payment"): Error {
  return competitionError({
    code: `no-${part}-plan`,
    path: `${file}, ${part}`,
    expected: `a protocol with the part ${part}`,
    hint: "What wasn't agreed before the first referral can't be computed by the protocol.",
  });
}
