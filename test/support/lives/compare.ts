import { defaultStates } from "../../../src/histories/index.js";
import { deriveOutcomes, type Anchor, type Criterion, type Outcome } from "../../../src/outcomes/index.js";
import { isoDate } from "./dates.js";
import type { Life } from "./life.js";
import { outcomeOn, type Expected } from "./outcomes.js";
import type { RandomLife } from "./random.js";
import { entryOf, historiesOf, ledgerOf, protocolOf } from "./world.js";

const CITIZEN = "p1";

/** What the reference says of a random citizen. */
export function expectedOf(life: RandomLife, criterion: Criterion, anchor: Anchor): Expected {
  const terms = { criterion, anchor, course: life.terms, vocabulary: defaultStates };
  return outcomeOn(plain(life), terms, life.asOf);
}

/** What src/outcomes says on the evening of `asOf`. */
export function derivedOf(life: RandomLife, criterion: Criterion): (anchor: Anchor) => Outcome {
  const referredOn = isoDate(life.referral);
  const outcomes = deriveOutcomes({
    protocol: protocolOf([criterion], life.terms),
    ledger: ledgerOf([entryOf({ citizen: CITIZEN, referredOn, stratum: life.stratum })]),
    courses: life.course === undefined ? [] : [{ citizen: CITIZEN, referredOn, ...life.course }],
    histories: historiesOf(
      life.spells.map(({ state, first, last }) => ({
        citizen: CITIZEN,
        state,
        from: isoDate(first),
        to: isoDate(last),
      })),
      life.coveredFrom === undefined ? {} : { observedFrom: isoDate(life.coveredFrom) },
    ),
    asOf: isoDate(life.asOf),
  });
  return (anchor) => {
    const [outcome] = outcomes.by(criterion.id, anchor);
    if (outcome === undefined) throw new Error("one outcome per anchor");
    return outcome;
  };
}

const ASPECTS = [
  "status",
  "reason",
  "windowFrom",
  "windowTo",
  "windowComplete",
  "mature",
  "reachedOn",
  "certainOn",
  "degree",
  "degreeCertainOn",
  "payableOn",
  "destination",
] as const satisfies readonly (keyof Expected)[];

/** Each state of its own would open a window of its own: nobody says which one is shown. */
const OF_ONE_WINDOW: readonly (keyof Expected)[] = [
  "windowFrom",
  "windowTo",
  "windowComplete",
  "payableOn",
  "destination",
];

/** The aspects of an outcome that the reference has an opinion on. */
export function aspectsOf(outcome: Expected, { joining, window, leaving }: Criterion): Partial<Expected> {
  const manyWindows = joining === "same-state" && window.anchor === "spell-start";
  const told = ASPECTS.filter(
    (aspect) =>
      outcome[aspect] !== undefined &&
      !(manyWindows && OF_ONE_WINDOW.includes(aspect)) &&
      // Where someone is who left, and whose leaving a criterion doesn't look at, is nobody's rule.
      !(leaving !== undefined && aspect === "destination"),
  );
  return Object.fromEntries(told.map((aspect) => [aspect, outcome[aspect]])) as Partial<Expected>;
}

function plain(life: RandomLife): Life {
  return {
    referral: life.referral,
    stratum: life.stratum,
    course: life.course && { citizen: CITIZEN, referredOn: isoDate(life.referral), ...life.course },
    spells: life.spells,
    coveredFrom: life.coveredFrom ?? -Infinity,
    recorded: life.spells.some(({ first }) => first <= life.asOf),
  };
}
