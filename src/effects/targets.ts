import {
  competitionError,
  levelRule,
  nearestWord,
  provenanceOf,
  requireObjects,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { findCriterion, isOpenEnded, requireOutcomes, type Outcomes } from "../outcomes/index.js";
import { impossibleShare } from "./targetsExpected.js";
import { targetsFace } from "./targetsFace.js";
import { targetNotices } from "./targetsNotices.js";
import { targetRates } from "./targetsRates.js";
import type { Target, TargetRate, Targets, TargetsData, TargetsMet, TargetStanding } from "./targetsTypes.js";

/** What a caller may ask of {@link compareWithTargets}. */
export interface TargetOptions {
  /** Confidence level of each interval; 0.95 by default. */
  readonly level?: number;
  /** Fewest known outcomes that a rate is held against a target by; 10 by default. */
  readonly fewest?: number;
}

const RULES: OptionRules<{ level: number; fewest: number }> = {
  level: levelRule,
  fewest: {
    default: 10,
    expected: "a whole number from 1",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  },
};

const makeTargets: (data: TargetsData) => Targets = resultMaker<TargetsData>(targetsFace);

/**
 * Have the arms reached the shares that a tender wants to succeed?
 *
 * For each target, each arm and all arms together: the rate p = successes / known outcomes with Wilson's
 * interval [L, U] against the target t. L ≥ t is `reached`, U < t `not-reached`, anything between
 * `undecided`: the figures are too few to tell. Fewer than `fewest` known outcomes are `too-few`. By a criterion whose
 * window never closes there is no rate, and every target is `undecided`: what was reached so far stands in `contract`.
 *
 * Everyone referred counts, returned or never started, and also whom chance didn't place: a target asks
 * what became of all. The rate is measured from the referral in the mature cohort, cut by referral date;
 * beside it stands the contract's own figure of those whose window is complete, provisional as long as
 * some are open. The unknown are in no denominator; `bounds` tell what they could change. Each interval
 * holds by itself: of many targets that are just reached, some intervals will miss.
 *
 * A target is what someone has set, not what would have happened anyway: to reach it is no effect.
 *
 * @param targets The protocol's or a program's `targets`; their groups are levels of the strata.
 * @returns `targets` with their `rates`; `met`: how many targets each arm, and all together, stand so beside.
 * @throws CompetitionError `nothing-to-compare` without targets; `unknown-criterion`, `unknown-column`, `unknown-level`,
 *   `impossible-share`, `unknown-option`, `impossible-option`.
 *
 * @example
 * compareWithTargets(outcomes, [{ criterion: "job", share: 0.5 }]).targets[0]?.rates.map(({ standing }) => standing);
 * @example
 * // Nobody's follow-up is complete yet.
 * compareWithTargets(early, [{ criterion: "job", share: 0.5 }]).met[0]?.["too-few"]; // 1
 */
export function compareWithTargets(
  outcomes: Outcomes,
  targets: readonly Target[],
  options: TargetOptions = {},
): Targets {
  const { values, record } = resolveOptions("compareWithTargets", options, RULES);
  requireOutcomes(outcomes, "compareWithTargets");
  requireObjects("compareWithTargets.targets", targets, {
    expected: "a list of targets: { criterion, share }",
    hint: "Give those of a protocol or a program that has some: protocol.targets.",
  });
  checkTargets(outcomes, targets);
  const compared = targets.map((target, index) => {
    const { id, name } = findCriterion(outcomes, target.criterion);
    return {
      number: index + 1,
      target: { ...target },
      criterionName: name,
      ...(target.among === undefined ? {} : { amongName: findCriterion(outcomes, target.among).name }),
      matureThrough: outcomes.matureThrough[id] ?? outcomes.asOf,
      rates: targetRates(outcomes, target, values),
    };
  });
  return makeTargets({
    kind: "targets",
    method: "wilson",
    references: ["Wilson 1927, JASA 22:209-212"],
    notices: targetNotices(compared, values.fewest, (id) => isOpenEnded(findCriterion(outcomes, id))),
    provenance: provenanceOf("compareWithTargets", record, {
      protocol: outcomes.protocol.digest,
      ledger: outcomes.ledger.head,
      targets: targets.length,
    }),
    asOf: outcomes.asOf,
    level: values.level,
    agreed: compared.length,
    targets: compared,
    met: countTargetsMet(compared),
  });
}

/** How many of the targets each arm stands so beside; the arms are those of the first target. */
export function countTargetsMet(
  targets: readonly { readonly rates: readonly Pick<TargetRate, "arm" | "name" | "standing">[] }[],
): readonly TargetsMet[] {
  return (targets[0]?.rates ?? []).map(({ arm, name }, index) => {
    const number = (standing: TargetStanding): number =>
      targets.filter(({ rates }) => rates[index]?.standing === standing).length;
    return {
      arm,
      name,
      "reached": number("reached"),
      "not-reached": number("not-reached"),
      "undecided": number("undecided"),
      "too-few": number("too-few"),
    };
  });
}

function checkTargets(outcomes: Outcomes, targets: readonly Target[]): void {
  if (targets.length === 0) {
    throw competitionError({
      code: "nothing-to-compare",
      path: "targets",
      received: targets,
      expected: "at least one target",
    });
  }
  const columns = [...new Set(outcomes.participants.flatMap(({ stratum }) => Object.keys(stratum)))];
  for (const [index, { criterion, among, group = {}, share }] of targets.entries()) {
    findCriterion(outcomes, criterion);
    if (among !== undefined) findCriterion(outcomes, among);
    if (!(share > 0 && share <= 1)) throw impossibleShare(`targets[${index}].share`, share);
    const unknown = Object.keys(group).find((column) => !columns.includes(column));
    // Without participants nothing is known of the columns, and nobody is miscounted.
    if (unknown !== undefined && outcomes.participants.length > 0) {
      throw unknownColumn(`targets[${index}].group`, unknown, columns);
    }
    for (const [column, level] of Object.entries(group)) {
      checkLevel(outcomes, column, level, `targets[${index}].group.${column}`);
    }
  }
}

/** A level that the plan doesn't declare, or where it declares none, one that looks like a slip for another. */
function checkLevel({ ledger, participants }: Outcomes, column: string, level: string, path: string): void {
  const declared = ledger.opening.allocation.levels?.[column];
  const seen = [...new Set(participants.flatMap(({ stratum }) => stratum[column] ?? []))];
  const known = declared ?? seen;
  if (known.includes(level) || (declared === undefined && nearestWord(level, seen) === undefined)) return;
  throw unknownLevel(path, level, known);
}

function unknownLevel(path: string, received: string, known: readonly string[]): Error {
  const near = nearestWord(received, known);
  return competitionError({
    code: "unknown-level",
    path,
    received,
    expected: `one of ${known.join(", ")}`,
    hint: near === undefined ? "Nobody was drawn in that group." : `Did you mean ${near}?`,
  });
}

function unknownColumn(path: string, received: string, known: readonly string[]): Error {
  const near = nearestWord(received, known);
  return competitionError({
    code: "unknown-column",
    path,
    received,
    expected:
      known.length === 0 ? "no group, since nothing is drawn within strata" : `one of ${known.join(", ")}`,
    hint: near === undefined ? "A group is told by levels of the strata." : `Did you mean ${near}?`,
  });
}
