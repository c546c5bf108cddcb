import { canonicalJson, keyedStream, type KeyedHash, type RandomStream } from "../core/index.js";
import type { Choose, Drawn, Outcome, SingleProcedure } from "./designs/procedure.js";
import { drawnByWeight } from "./designs/simple.js";
import { sharesOf, weightsOf } from "./designs/weights.js";
import { entryFacts, ownBlock, type Chance, type EntryFacts } from "./entry.js";
import { closedReasons, limitsAfter, limitsOn, noRoom, type ArmLimits } from "./limits.js";
import { standOf, type View } from "./memory.js";
import { stratumKey, type FrozenReferral } from "./strata.js";

/** Where a draw's outcome is taken from: the key, or, without it, the entry that says what was drawn, or other chance. */
export type DrawnBy =
  { readonly key: KeyedHash } | { readonly recorded: Drawn } | { readonly choose: Choose };

/** A ledger whose design draws citizens one at a time. */
export interface SingleView extends View {
  readonly procedure: SingleProcedure;
}

export function drawsSingly<Known extends View>(view: Known): view is Known & SingleView {
  return view.procedure.draws === "single";
}

/**
 * The entry of a referral to a design that draws one citizen at a time.
 *
 * Drawn is by the design's turn in the stratum, or, while an arm has no room, among the open arms by their
 * weights; that leaves the turn as it is, so that the design goes on balancing those whom chance could send
 * either way.
 *
 * @throws CompetitionError `no-room`, where no arm has room, or not the one that the citizen has already.
 */
export function singleFacts(view: SingleView, referral: FrozenReferral, by: DrawnBy): EntryFacts {
  const { arms } = view.opening;
  const limits = limitsOn(view, referral.referredOn);
  const shut = arms.filter((arm) => (limits[arm]?.room ?? Infinity) < 1);
  const facts = entryFacts(view, referral, {
    batch: referral.referredOn,
    chance: () => {
      if (shut.length === arms.length) throw noRoom(limits, "referral", 1);
      return shut.length === 0 ? byTurn(view, referral, by) : amongOpen(view, referral, by, shut, limits);
    },
  });
  if (facts.basis !== "drawn") limitsAfter(limits, [facts.arm], "referral");
  return facts;
}

function byTurn(view: SingleView, referral: FrozenReferral, by: DrawnBy): Chance {
  const { designProbabilities, blockOf } = view.procedure;
  const stratum = stratumKey(referral.stratum);
  const { turn, drawn, opened } = standOf(view, view.procedure, stratum);
  const { factors = {} } = referral;
  const levels = ownBlock(view, referral, "");
  return {
    block: blockOf === undefined ? levels : `${levels}/${blockOf(drawn)}`,
    odds: { designProbabilities, drawProbabilities: turn.drawProbabilities(factors) },
    drawn:
      "recorded" in by
        ? possibleDraw(by.recorded, turn.outcomes(factors))
        : "choose" in by
          ? chosen(turn.outcomes(factors), by.choose)
          : turn.draw(
              {
                drawn,
                stream: () => streamAt(view, stratum, by.key, { drawn }),
                block: (block) => streamAt(view, stratum, by.key, { block }),
                opened,
              },
              factors,
            ),
  };
}

function amongOpen(
  view: SingleView,
  referral: FrozenReferral,
  by: DrawnBy,
  shut: readonly string[],
  limits: ArmLimits,
): Chance {
  const { arms, allocation } = view.opening;
  const { design } = allocation;
  const open = arms.filter((arm) => !shut.includes(arm));
  const given = "weights" in design ? design.weights : Object.fromEntries(open.map((arm) => [arm, 1]));
  const shares = sharesOf(given, open);
  const probabilities = Object.fromEntries(arms.map((arm) => [arm, shares[arm] ?? 0]));
  const stratum = stratumKey(referral.stratum);
  const { aside } = standOf(view, view.procedure, stratum);
  const byLot = (stream: RandomStream): Drawn => ({
    arm: open[drawnByWeight(weightsOf(given, open), stream)] ?? "",
  });
  return {
    block: `${ownBlock(view, referral, "")}/without-${shut.join("-")}`,
    closed: closedReasons(shut, 1, limits),
    odds: { designProbabilities: probabilities, drawProbabilities: probabilities },
    drawn:
      "recorded" in by
        ? possibleDraw(by.recorded, [])
        : "choose" in by
          ? { arm: open[by.choose(weightsOf(given, open))] ?? "" }
          : byLot(streamAt(view, stratum, by.key, { aside })),
  };
}

function chosen(outcomes: readonly Outcome[], choose: Choose): Drawn {
  return outcomes[choose(outcomes.map(({ probability }) => probability))]?.drawn ?? { arm: "" };
}

/** What an entry says was drawn, or where that couldn't be, another share of its arm. */
function possibleDraw({ arm, slot }: Drawn, outcomes: readonly Outcome[]): Drawn {
  const own = outcomes.filter(({ drawn, probability }) => drawn.arm === arm && probability > 0);
  return (own.find(({ drawn }) => drawn.slot === slot) ?? own[0])?.drawn ?? { arm };
}

/**
 * The stream of a place in a stratum, which nothing about the citizen changes: it is settled once the key
 * is, as if it lay in a sealed envelope. Its context is the canonical JSON of algorithm, mode, protocol
 * digest, the stratum's own canonical JSON and the place: the number `drawn` by the design before, the number
 * of a `block`, or the number drawn `aside` before, among open arms.
 */
function streamAt(
  { opening, procedure }: View,
  stratum: string,
  key: KeyedHash,
  place: { readonly drawn: number } | { readonly block: number } | { readonly aside: number },
): RandomStream {
  const { mode, protocol } = opening;
  const { algorithm } = procedure;
  return keyedStream(key, canonicalJson({ algorithm, ...place, mode, protocol, stratum }));
}
