import type { Language } from "../display/index.js";
import type { StatementData } from "./types.js";

/** A criterion in the reader's words; its id where the protocol has none of it. */
export function nameOfCriterion(
  { criteria }: Pick<StatementData, "criteria">,
  criterion: string,
  language: Language,
): string {
  return criteria.find(({ id }) => id === criterion)?.name[language] ?? criterion;
}
