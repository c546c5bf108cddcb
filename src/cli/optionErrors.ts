import { competitionError, isCompetitionError } from "../core/index.js";
import { present } from "./present.js";

/** An option of the command that the library calls by another name, and what to do about it. */
interface Named {
  readonly flag: string;
  readonly hint?: string;
}

/** By the code of what the library refuses. */
const NAMED: Readonly<Record<string, Named>> = {
  "unknown-subgroup": {
    flag: "--subgroup",
    hint: "Give the file with its column as --referrals; one that is the same for all citizens forms no subgroups.",
  },
  "unknown-benefit": { flag: "--benefit" },
};

/** What the library says of one of its options, said of the command's option that was given for it; other errors as they are. */
export function asOptionError(error: unknown, given: readonly string[]): unknown {
  if (!isCompetitionError(error)) return error;
  const named = NAMED[error.code];
  if (named === undefined || !given.some((each) => each.split("=", 1)[0] === named.flag)) return error;
  const { received, expected } = error;
  const near = error.hint?.startsWith("Did you mean") === true ? error.hint : named.hint;
  return competitionError({
    code: "impossible-option",
    path: named.flag,
    ...present({ received, expected, hint: near }),
  });
}
