import { SUPPRESSED } from "../../core/index.js";
import type { PublishableVerdict } from "../../effects/index.js";
import {
  attack,
  boundsOf,
  protect,
  publishedCounts,
  type CountModel,
  type PublishedCounts,
} from "../disclosure/index.js";
import type { Numbered } from "../numbers/data.js";
import { numbersOf } from "../numbers/list.js";
import type { EditionData, PublishOptions, ReviewData } from "../types.js";
import { cellId, hidingCells, recordingCells } from "./cells.js";
import { withEarlyVerdicts } from "./early.js";
import { cohortsOf, editionOf } from "./edition.js";
import { verdictCells, withConstantVerdicts } from "./verdicts.js";

/**
 * The data of the edition that may be published: what the counts make it necessary to hide is hidden. In a
 * competition so small that not even that would be enough, every count is.
 */
export function publish(data: ReviewData, { previous }: PublishOptions = {}): EditionData {
  const { asOf, minimumCount: minimum } = data;
  const ledger = wholeLedger(data);
  const model = countsOf(data);
  const countsWithout = (hidden: ReadonlySet<string>): PublishedCounts =>
    publishedCounts(model, hidden, { asOf, minimum, ledger });
  const enough = protect(model, { minimum, previous, ledger });
  const everything = new Set(model.cells.map(({ id }) => id));
  const hidden = attack(countsWithout(enough), previous).length === 0 ? enough : everything;
  const withheld = hide(data, hidden);
  const earlier = [previous ?? []].flat();
  const told = countsWithout(hidden);
  const constant = constantVerdicts(data, withheld.effects, told, earlier);
  const { effects, counts } = withEarlyVerdicts(
    data,
    { effects: constant, counts: told },
    earlier,
    cohortsOf(data),
  );
  const edition = { ...withheld, effects };
  return {
    ...edition,
    numbers: numbersOf(edition),
    comparedIn: lastComparison(withheld, previous),
    heldAgainst: [previous ?? []]
      .flat()
      .map((each) => each.asOf)
      .toSorted(),
    command: data.beside.command,
    disclosure: counts,
  };
}

/** The effects with the verdicts that may be told although their numbers are hidden. */
function constantVerdicts(
  data: ReviewData,
  effects: EditionData["effects"],
  counts: PublishedCounts,
  previous: readonly PublishedCounts[],
): EditionData["effects"] {
  const cohortOf = cohortsOf(data);
  const cells = verdictCells(effects, cohortOf);
  if (cells.length === 0) return effects;
  const bounds = boundsOf(counts, previous, cells);
  return effects.map((effect) => {
    const given = data.effects.find(({ criterion }) => criterion === effect.criterion);
    if (given === undefined) return effect;
    return withConstantVerdicts(
      effect,
      given,
      cohortOf,
      (cell) => bounds.get(cell) ?? { lower: 0, upper: Infinity },
    );
  });
}

/** Where the comparison is withheld: the date of the last edition whose counts show one. */
function lastComparison({ effects }: Numbered, previous: PublishOptions["previous"] = []): string | null {
  const effect = effects.find((each) => each.primary && each.verdicts.some(isWithheld));
  if (effect === undefined) return null;
  const { criterion, minimumMature, rates } = effect;
  const comparing = [previous].flat().filter(({ cells }) =>
    rates.every(({ arm }) => {
      const [success, known, mature] = ["success", "known", "mature"].map(
        (of) => cells[cellId(arm, criterion, of)],
      );
      const followed = typeof mature === "number" ? mature : known;
      return typeof success === "number" && typeof followed === "number" && followed >= Number(minimumMature);
    }),
  );
  return (
    comparing
      .map(({ asOf }) => asOf)
      .toSorted()
      .at(-1) ?? null
  );
}

function isWithheld({ code }: PublishableVerdict): boolean {
  return code === SUPPRESSED;
}

/** What identifies the ledger, unless it has entries after the review's date, which are not in the review. */
function wholeLedger({ draw, notices }: ReviewData): string | null {
  return notices.some(({ code }) => code === "entries-after-as-of") ? null : draw.head.root;
}

/** Every count that the review shows, and how they add up. */
export function countsOf(data: ReviewData): CountModel {
  const cells = recordingCells();
  editionOf(data, cells);
  return cells.model();
}

/** The review's data without these counts, and without everything that was computed of them. */
export function hide(data: ReviewData, hidden: ReadonlySet<string>): Numbered {
  return editionOf(data, hidingCells(hidden));
}
