import {
  attack,
  protect,
  publishedCounts,
  type CountModel,
  type PublishedCounts,
} from "../disclosure/index.js";
import type { EditionData, PublishOptions, ReviewData } from "../types.js";
import { hidingCells, recordingCells } from "./cells.js";
import { editionOf } from "./edition.js";

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
  return { ...hide(data, hidden), disclosure: countsWithout(hidden) };
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
export function hide(data: ReviewData, hidden: ReadonlySet<string>): EditionData {
  return editionOf(data, hidingCells(hidden));
}
