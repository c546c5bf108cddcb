import type { Participant } from "../outcomes/index.js";

/** Whether chance decided between arms: at least two were possible, the one that came out among them. */
export function wasDrawn({
  arm,
  designProbabilities,
}: Pick<Participant, "arm" | "designProbabilities">): boolean {
  const possible = Object.entries(designProbabilities).filter(([, probability]) => probability > 0);
  return possible.length > 1 && possible.some(([each]) => each === arm);
}
