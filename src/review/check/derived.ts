import { competitionError, SUPPRESSED } from "../../core/index.js";
import type { PublishedCounts } from "../disclosure/index.js";
import { numbersOf } from "../numbers/list.js";
import { cellId } from "../publish/cells.js";
import { asEarly } from "../publish/early.js";
import { hide } from "../publish/index.js";
import type { ReviewData } from "../types.js";
import { entriesOf, joined, partsOf } from "./json.js";
import type { PrintedFinding } from "./types.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * Numbers that rest on hidden counts and are printed nevertheless: the edition is published once more, with the same
 * counts hidden, and no number may go missing.
 *
 * @throws CompetitionError `not-a-review` for an edition whose parts can't be read.
 */
export function derivedFindings(
  review: Json,
  published: PublishedCounts,
  name: string,
): readonly PrintedFinding[] {
  const again = partsOf(publishedAgain(review, published, name));
  return entriesOf(review).flatMap(([part, printed]) =>
    part === "disclosure" ? [] : missingIn(again[part], printed, part),
  );
}

function publishedAgain(review: Json, { cells }: PublishedCounts, name: string): unknown {
  const hidden = new Set(Object.keys(cells).filter((id) => cells[id] === SUPPRESSED));
  try {
    const edition = hide(asGiven(review, cells), hidden);
    // Which verdict is told follows from bounds too, and decides what page one says.
    const effects = edition.effects.map((effect, at) =>
      asEarly({
        ...effect,
        verdicts: partsOf(partsOf(review["effects"])[at])["verdicts"] as typeof effect.verdicts,
      }),
    );
    const numbers = review["numbers"] === undefined ? [] : numbersOf({ ...edition, effects });
    return { ...edition, effects, numbers };
  } catch {
    throw competitionError({
      code: "not-a-review",
      path: name,
      summary: "a part of this review can't be read",
      received: Object.keys(review),
      expected: "the review.json of a published review, as it was written",
      hint: "Write the published edition anew.",
    });
  }
}

/** What an edition takes out of `beside`, or may. */
const BESIDE = [
  "sampleRatio",
  "time",
  "months",
  "ratings",
  "trend",
  "claims",
  "reported",
  "expectedPayments",
] as const;

/** The edition in place of the data that it was published of; a part that it doesn't have is empty. */
function asGiven(review: Json, cells: PublishedCounts["cells"]): ReviewData {
  const given = {
    notices: [],
    criteria: [],
    targets: null,
    benchmark: null,
    costs: null,
    statement: null,
    ...review,
    draw: { head: {}, verification: null, ...partsOf(review["draw"]) },
    flow: { arms: [], ...partsOf(review["flow"]) },
    provenance: { inputs: {}, ...partsOf(review["provenance"]) },
    specification: review["specification"] ?? { specifications: [], provenance: {} },
    effects: entriesOf(review["effects"]).map(([, effect]) => withSums(partsOf(effect), cells)),
    beside: { missing: [], ...Object.fromEntries(BESIDE.map((part) => [part, review[part] ?? null])) },
  };
  return given as unknown as ReviewData;
}

/** Means go by how many outcomes are known: where that is shown and the parts aren't, any parts will do. */
function withSums(effect: Json, cells: PublishedCounts["cells"]): Json {
  const inSet = (rates: unknown, set: readonly string[]): readonly unknown[] =>
    entriesOf(rates).map(([, rate]) => {
      const { arm, counts } = partsOf(rate);
      const known = cells[cellId(String(arm), ...set, String(effect["criterion"]), "known")];
      return partsOf(counts)["success"] === SUPPRESSED && typeof known === "number"
        ? { ...partsOf(rate), counts: { ...partsOf(counts), success: known, failure: 0 } }
        : rate;
    });
  const sets = entriesOf(effect["sets"]).map(([, each]) => {
    const { set, rates } = partsOf(each);
    return { set, rates: inSet(rates, set === "allocated" ? [] : ["set", String(set)]) };
  });
  return { ...effect, rates: inSet(effect["rates"], []), sets };
}

/** The numbers of a part that the same part, published again, hasn't. */
function missingIn(again: unknown, printed: unknown, path: string): readonly PrintedFinding[] {
  if (typeof printed === "number") {
    return Object.is(printed, again) ? [] : [{ kind: "printed-derived", path, printed, cell: null }];
  }
  const inList = Array.isArray(printed);
  return entriesOf(printed).flatMap(([name, item]) =>
    missingIn(
      inList ? counterpart(item, name, again) : partsOf(again)[name],
      item,
      joined(path, name, inList),
    ),
  );
}

/** Of a list from which something may be left out, the item of the same name. */
function counterpart(item: unknown, at: string, again: unknown): unknown {
  const name = nameOf(item);
  if (name === undefined) return partsOf(again)[at];
  return entriesOf(again).find(([, each]) => nameOf(each) === name)?.[1];
}

function nameOf(item: unknown): unknown {
  const { id, analysis } = partsOf(item);
  return id ?? analysis;
}
