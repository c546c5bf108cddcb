import { defaultStates } from "../../../src/histories/index.js";
import { deriveOutcomes, type Anchor, type Criterion } from "../../../src/outcomes/index.js";
import { isoDate } from "./dates.js";
import type { Life } from "./life.js";
import { certainEvening, decidedEvenings, outcomeOn, type Expected } from "./outcomes.js";
import type { RandomLife } from "./random.js";
import { shownBy } from "./registers.js";
import { entryOf, historiesOf, ledgerOf, protocolOf } from "./world.js";

/** Whose outcome it is. */
interface Told extends Partial<Expected> {
  readonly citizen: string;
  readonly anchor: Anchor;
}

const ANCHORS: readonly Anchor[] = ["contract", "referral"];
const citizenOf = (index: number): string => `p${index + 1}`;

/** What the reference says of random citizens, by both anchors. */
export function expectedOf(crowd: readonly RandomLife[], criterion: Criterion): Told[] {
  return crowd.flatMap((random, index) => {
    const life = plain(random);
    return ANCHORS.map((anchor) => {
      const terms = { criterion, anchor, course: random.terms, vocabulary: defaultStates };
      const outcome = outcomeOn(life, terms, random.asOf);
      return { citizen: citizenOf(index), anchor, ...aspectsOf(outcome, criterion) };
    });
  });
}

/** From when on the reference would be certain, by halves, and the evenings on which it is, one by one. */
export function certaintyOf(
  random: RandomLife,
  criterion: Criterion,
): { readonly certainOn: number; readonly evenings: readonly number[] }[] {
  return ANCHORS.map((anchor) => {
    const terms = { criterion, anchor, course: random.terms, vocabulary: defaultStates };
    const life = shownBy(plain(random), terms);
    return {
      certainOn: certainEvening(life, terms, random.asOf),
      evenings: decidedEvenings(life, terms, random.asOf),
    };
  });
}

/** What src/outcomes says of citizens who have evening, terms and registers in common. */
export function derivedOf(crowd: readonly RandomLife[], criterion: Criterion): Told[] {
  const [{ terms, coveredFrom, registers, asOf } = nobody()] = crowd;
  const people = crowd.map((life, index) => ({
    life,
    citizen: citizenOf(index),
    referredOn: isoDate(life.referral),
  }));
  const outcomes = deriveOutcomes({
    protocol: protocolOf([criterion], terms),
    ledger: ledgerOf(
      people.map(({ life: { stratum }, citizen, referredOn }) => entryOf({ citizen, referredOn, stratum })),
    ),
    courses: people.flatMap(({ life: { course }, citizen, referredOn }) =>
      course === undefined ? [] : [{ citizen, referredOn, ...course }],
    ),
    histories: historiesOf(
      people.flatMap(({ life, citizen }) =>
        life.spells.map(({ state, first, last }) => ({
          citizen,
          state,
          from: isoDate(first),
          to: isoDate(last),
        })),
      ),
      {
        ...(coveredFrom === undefined ? {} : { observedFrom: isoDate(coveredFrom) }),
        sources: registers.map(({ name, states, from, until }) => ({
          name,
          states,
          ...(from === undefined ? {} : { observedFrom: isoDate(from) }),
          ...(until === undefined ? {} : { observedUntil: isoDate(until) }),
        })),
      },
    ),
    asOf: isoDate(asOf),
  });
  return crowd.flatMap((_, index) =>
    ANCHORS.map((anchor) => {
      const outcome = outcomes.by(criterion.id, anchor)[index];
      if (outcome === undefined) throw new Error("one outcome per citizen and anchor");
      return { citizen: outcome.citizen, anchor, ...aspectsOf(outcome, criterion) };
    }),
  );
}

function nobody(): never {
  throw new Error("a crowd has at least one");
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
function aspectsOf(outcome: Expected, { joining, window, leaving }: Criterion): Partial<Expected> {
  const manyWindows = joining === "same-state" && window.anchor === "spell-start";
  const told = ASPECTS.filter(
    (aspect) =>
      outcome[aspect] !== undefined &&
      !(manyWindows && OF_ONE_WINDOW.includes(aspect)) &&
      !(leaving !== undefined && aspect === "destination"),
  );
  return Object.fromEntries(told.map((aspect) => [aspect, outcome[aspect]])) as Partial<Expected>;
}

function plain(life: RandomLife): Life {
  const { referral, stratum, course } = life;
  const registers = life.registers.map(({ states, from = -Infinity, until = Infinity }) => ({
    states,
    first: from,
    last: until,
  }));
  const lastOf = (state: string): number =>
    registers.find(({ states }) => states.includes(state))?.last ?? Infinity;
  return {
    referral,
    stratum,
    course: course && { citizen: "citizen", referredOn: isoDate(referral), ...course },
    spells: life.spells,
    coveredFrom: life.coveredFrom ?? -Infinity,
    coveredUntil: Infinity,
    registers,
    recordedFrom: Math.min(
      Infinity,
      ...life.spells.filter(({ state, first }) => first <= lastOf(state)).map(({ first }) => first),
    ),
  };
}
