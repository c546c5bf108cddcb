import type { StateProperty, StateVocabulary } from "./types.js";

/** States with any of some properties and none of others. */
interface Kind {
  readonly having: readonly StateProperty[];
  readonly lacking?: readonly StateProperty[];
}

/** Two kinds of states that can't both be true of one day. */
interface Contradiction {
  readonly one: Kind;
  readonly other: Kind;
  /** The first kind holds on every day after its first one, however short its spell is. */
  readonly forGood?: true;
}

const FULL_TIME: Kind = { having: ["ordinary-employment"], lacking: ["part-time"] };

/** What someone lives on or does in the country. */
const ACTIVE: readonly StateProperty[] = [
  "municipal-support",
  "state-support",
  "ordinary-employment",
  "subsidized-employment",
  "fleksjob",
  "ordinary-education",
  "practice",
];

/**
 * Which states contradict each other. Everything else that shares days may well be true: part-time work
 * beside a benefit, a practice and the benefit that is paid during it, two benefits, education beside a job.
 */
const CONTRADICTIONS: readonly Contradiction[] = [
  // Benefits of the municipality replace a wage. Where both are recorded, the wage may be that of a subsidized job,
  // the employer may have received the benefit, or one of them ended earlier than it was recorded.
  { one: FULL_TIME, other: { having: ["municipal-support"] } },
  // Insurance against unemployment replaces a wage too; a pension may be drawn beside one.
  { one: FULL_TIME, other: { having: ["state-support"], lacking: ["pension"] } },
  // Whoever has left the country isn't supported, employed or educated in it; a pension can follow.
  { one: { having: ["emigrated"] }, other: { having: ACTIVE, lacking: ["pension"] } },
  // Nothing is true of the dead. The day of the death itself may be the last one of another spell.
  { one: { having: ["dead"] }, other: { having: [...ACTIVE, "pension"] }, forGood: true },
];

/** Whether two states can share days; "for-good": one ends the other on its first day. */
type Relation = "compatible" | "contradictory" | "for-good";

/** How states, by number, relate to each other. */
export interface Relations {
  /** The same both ways. */
  readonly between: (one: number, other: number) => Relation;
  /** Whether a state ends others. */
  readonly isForGood: (state: number) => boolean;
}

export function relationsOf(states: StateVocabulary): Relations {
  const properties = Object.values(states);
  const table = properties.map((one) => properties.map((other) => relation(one, other)));
  const forGood = properties.map((each) =>
    CONTRADICTIONS.some((contradiction) => contradiction.forGood === true && isOf(each, contradiction.one)),
  );
  return {
    between: (one, other) => table[one]?.[other] ?? "compatible",
    isForGood: (state) => forGood[state] === true,
  };
}

function relation(a: readonly StateProperty[], b: readonly StateProperty[]): Relation {
  const found = CONTRADICTIONS.find(
    ({ one, other }) => (isOf(a, one) && isOf(b, other)) || (isOf(b, one) && isOf(a, other)),
  );
  if (found === undefined) return "compatible";
  return found.forGood === true ? "for-good" : "contradictory";
}

function isOf(properties: readonly StateProperty[], { having, lacking = [] }: Kind): boolean {
  return (
    having.some((each) => properties.includes(each)) && !lacking.some((each) => properties.includes(each))
  );
}
