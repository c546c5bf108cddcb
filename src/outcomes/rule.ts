import { competitionError, type Day } from "../core/index.js";
import { hasProperty, type HistoryColumns, type StateVocabulary } from "../histories/index.js";
import { criterionIssues } from "./check.js";
import type { Criterion, Leaving, LeavingTreatment } from "./criterion.js";
import { leavings } from "./observation.js";
import type { Places } from "./places.js";
import { selected } from "./selected.js";
import { settingFinder, type SettingFinder } from "./setting.js";

/** States by their number in the histories' columns: 1 for those that belong. */
export type StateMask = Uint8Array;

/** A criterion made ready to look at days. */
export interface Rule {
  readonly criterion: Criterion;
  readonly counts?: StateMask;
  readonly excludes?: StateMask;
  readonly places: Places;
  readonly settingOf: SettingFinder;
  /** Interruptions of so many days are bridged. */
  readonly gap: number;
  readonly leaving: Readonly<Record<Leaving, LeavingTreatment>>;
  /** First day that every source of its states covers; `EVER` where nothing limits it. */
  readonly from: Day;
  /** The day that it is measured as of. */
  readonly asOf: Day;
  /** The same criterion by each degree's own days, from the highest down. */
  readonly degrees: readonly Rule[];
  /** The same criterion by each counting state alone, where spells in different states aren't one. */
  readonly ways: readonly Rule[];
}

/** What all rules are made with. */
export interface RuleContext {
  readonly vocabulary: StateVocabulary;
  readonly columns: HistoryColumns;
  readonly placesOf: (criterion: Criterion, asOf: Day) => Places;
  /** The days that sources of some states cover, and no later than the day outcomes are derived as of. */
  readonly covered: (states: ReadonlySet<string>) => { readonly from: Day; readonly asOf: Day };
}

/** Who is dead, has emigrated or is on pension has no benefit, and no success by that; who moved is out of sight. */
const DEFAULT_LEAVING: Readonly<Record<Leaving, LeavingTreatment>> = {
  dead: "failure",
  emigrated: "failure",
  pension: "failure",
  moved: "not-assessable",
};

/**
 * Makes a criterion ready.
 *
 * @throws CompetitionError `impossible-criterion` for what no protocol lets pass.
 */
export function ruleOf(criterion: Criterion, index: number, context: RuleContext): Rule {
  const [issue] = criterionIssues(criterion);
  if (issue !== undefined) {
    const { path, received, expected, hint } = issue;
    throw competitionError({
      code: "impossible-criterion",
      path: `protocol.criteria[${index}]${path === "" ? "" : `.${path}`}`,
      received,
      expected,
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return {
    ...plainRule(criterion, context),
    degrees: (criterion.degrees ?? []).map(({ states, without }) => {
      const { degrees: _, ...narrower } = {
        ...criterion,
        ...(states === undefined ? {} : { states }),
        ...(without === undefined ? {} : { without }),
      };
      return plainRule(narrower, context);
    }),
  };
}

function plainRule(criterion: Criterion, context: RuleContext): Rule {
  const { vocabulary, columns } = context;
  const { states, without, joining } = criterion;
  const counts = states === undefined ? undefined : selected(states, vocabulary);
  const excludes = without === undefined ? undefined : selected(without, vocabulary);
  const leaving = { ...DEFAULT_LEAVING, ...criterion.leaving };
  const watched = Object.keys(vocabulary).filter((state) =>
    leavings.some((way) => leaving[way] !== "ignored" && hasProperty(vocabulary, state, way)),
  );
  const mask = (names: ReadonlySet<string>): StateMask =>
    Uint8Array.from(columns.stateNames, (name) => (names.has(name) ? 1 : 0));
  const covered = context.covered(new Set([...(counts ?? []), ...(excludes ?? []), ...watched]));
  const places = context.placesOf(criterion, covered.asOf);
  const rule: Rule = {
    criterion,
    ...(counts === undefined ? {} : { counts: mask(counts) }),
    ...(excludes === undefined ? {} : { excludes: mask(excludes) }),
    places,
    settingOf: settingFinder(criterion, places, covered.asOf),
    gap: criterion.gapTolerance?.days ?? 0,
    leaving,
    ...covered,
    degrees: [],
    ways: [],
  };
  if (joining !== "same-state" || counts === undefined) return rule;
  return { ...rule, ways: [...counts].map((state) => ({ ...rule, counts: mask(new Set([state])) })) };
}

/** Whether the same days count for two rules, whatever they ask of them. */
export function looksAtSameDays(a: Rule, b: Rule): boolean {
  const days = ({ counts, excludes, leaving, from, asOf }: Rule): string =>
    JSON.stringify([counts && [...counts], excludes && [...excludes], leaving, from, asOf]);
  return days(a) === days(b);
}
