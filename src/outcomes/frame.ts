import { parseDay, type Day } from "../core/index.js";
import type { Histories } from "../histories/index.js";
import { permittedCourses, type PermittedCourse } from "./course-terms.js";
import { observe, type Horizon, type Observation } from "./observation.js";
import { ruleOf, type Rule } from "./rule.js";
import type { OutcomesProtocol } from "./types.js";

/** What is the same for every citizen: the rules, the permitted courses and what was observed. */
export interface Frame {
  readonly asOf: Day;
  readonly rules: readonly Rule[];
  readonly courses: readonly PermittedCourse[];
  readonly horizon: Horizon;
  /** What is known of a citizen from a referral on; nothing without history. */
  observe(citizen: string, referredOn: Day): Observation | undefined;
}

/** A state that both define has the protocol's properties. */
export function frameOf(protocol: OutcomesProtocol, histories: Histories, asOf: string): Frame {
  const { observedFrom } = histories;
  const vocabulary = { ...histories.states, ...protocol.states };
  const horizon = {
    asOf: parseDay(asOf, "deriveOutcomes.asOf"),
    observedFrom: observedFrom === undefined ? -Infinity : parseDay(observedFrom, "histories.observedFrom"),
    vocabulary,
  };
  return {
    asOf: horizon.asOf,
    rules: protocol.criteria.map((criterion, index) => ruleOf(criterion, index, vocabulary)),
    courses: permittedCourses(protocol.course),
    horizon,
    observe: (citizen, referredOn) => observe(histories.of(citizen)?.periods ?? [], referredOn, horizon),
  };
}
