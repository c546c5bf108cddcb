import { competitionError, type RandomStream } from "../../core/index.js";
import { choosing, everyPossibility, type Possibility } from "../chance.js";
import type { Choose } from "../designs/procedure.js";
import type { Rules } from "../memory.js";
import type { Ledger } from "../types.js";
import { everyComplete, replayedComplete } from "./complete.js";
import { independentBlocks } from "./independent.js";
import { replay } from "./procedure.js";
import { recordedSteps, type Steps } from "./steps.js";
import { drawByTurns, type Draw } from "./turns.js";

/** More draws than these are not enumerated. */
const MOST_ENUMERATED = 20_000;

/** Rows one after the other. */
export interface Rows {
  readonly draws: Uint8Array;
  readonly weights?: Float64Array;
  /** How many draws the procedure would have refused, or what probability they had. */
  readonly refused: number;
}

/** Draws once, into a row that begins at a place; says whether the procedure would have had room for it. */
type DrawInto = (choose: Choose, draws: Uint8Array, start: number) => boolean;

/** New draws for a ledger's entries: so many by a stream, or all that are possible. */
export function newRows(
  { entries, records }: Ledger,
  rules: Rules,
  asked: { readonly times: number; readonly stream: RandomStream } | "all",
): Rows {
  const { opening, procedure } = rules;
  const { quotas = [], unit } = opening.allocation;
  const width = entries.length;
  if (procedure.draws === "batch" && procedure.algorithm === "complete/1") {
    const { blocks, followers } = independentBlocks(procedure, entries);
    if (asked === "all") return allOf(everyComplete(blocks, followers, width, MOST_ENUMERATED), width);
    const { times, stream } = asked;
    return { draws: replayedComplete(blocks, followers, { times, width }, stream), refused: 0 };
  }
  const drawInto =
    procedure.draws === "single" && quotas.length === 0 && unit !== "household"
      ? intoRow(drawByTurns(procedure, opening.arms, entries))
      : throughout(recordedSteps(rules, records));
  return asked === "all"
    ? enumerated(drawInto, width)
    : simulated(drawInto, asked.times, width, choosing(asked.stream));
}

function intoRow(draw: Draw): DrawInto {
  return (choose, draws, start) => {
    draw(choose, (column, arm) => {
      draws[start + column] = arm;
    });
    return true;
  };
}

function throughout(steps: Steps): DrawInto {
  const { arms } = steps.opening;
  return (choose, draws, start) =>
    replay(steps, choose, (column, { arm }) => {
      draws[start + column] = arms.indexOf(arm);
    });
}

function simulated(drawInto: DrawInto, times: number, width: number, choose: Choose): Rows {
  const draws = new Uint8Array(times * width);
  let refused = 0;
  for (let row = 0; row < times;) {
    if (drawInto(choose, draws, row * width)) row++;
    else if (++refused > 1000 && refused > 100 * row) throw seldomRoom(row, refused);
  }
  return { draws, refused };
}

function enumerated(drawInto: DrawInto, width: number): Rows {
  const all = everyPossibility((choose) => {
    const row = new Uint8Array(width);
    return drawInto(choose, row, 0) ? row : undefined;
  }, MOST_ENUMERATED);
  return allOf(all, width);
}

/** Rows with their weights; what has no row the procedure would have refused. */
function allOf(all: readonly Possibility<Uint8Array | undefined>[] | undefined, width: number): Rows {
  if (all === undefined) throw tooMany();
  const possible = all.filter(({ value }) => value !== undefined);
  const total = possible.reduce((sum, { probability }) => sum + probability, 0);
  const draws = new Uint8Array(possible.length * width);
  for (const [row, { value }] of possible.entries()) if (value !== undefined) draws.set(value, row * width);
  const weights = Float64Array.from(possible, ({ probability }) => probability / total);
  return { draws, weights, refused: possible.length < all.length ? 1 - total : 0 };
}

function tooMany(): Error {
  return competitionError({
    code: "too-many-draws",
    path: `referenceSet.times`,
    received: "all",
    expected: `a ledger with at most ${MOST_ENUMERATED} possible draws`,
    hint: "Simulate some of them: give a number of times, and a seed.",
  });
}

function seldomRoom(drawn: number, refused: number): Error {
  return competitionError({
    code: "no-room",
    path: `referenceSet.ledger`,
    received: `${refused} of ${drawn + refused} draws that leave no room for someone`,
    expected: "quotas within which more of the draws would have been possible",
  });
}
