import { competitionError } from "../core/index.js";
import { readBytes } from "../files/index.js";
import type { Protocol } from "../protocol/index.js";
import type { PublishedCounts } from "../review/index.js";
import { placeOf } from "./inputs.js";
import type { Surroundings } from "./surroundings.js";

/**
 * The counts of an earlier published review of the same competition, from its review.json.
 *
 * @throws CompetitionError `internal-edition`, `impossible-disclosure`, `other-competition`.
 */
export async function readDisclosure(
  name: string,
  protocol: Pick<Protocol, "municipality" | "digest">,
  surroundings: Surroundings,
): Promise<PublishedCounts> {
  const text = new TextDecoder().decode(await readBytes(placeOf(surroundings, name)));
  const review = parsed(text);
  const disclosure = fieldOf(review, "disclosure");
  if (isPublishedCounts(disclosure)) {
    checkCompetition(name, review, protocol);
    return disclosure;
  }
  const isInternal = fieldOf(review, "audience") === "internal";
  throw competitionError({
    code: isInternal ? "internal-edition" : "impossible-disclosure",
    path: name,
    received: isInternal ? "internal" : disclosure,
    expected: "the review.json of a published edition, which has its counts in `disclosure`",
    hint: "An internal edition has none: give the file that was published.",
  });
}

function checkCompetition(
  name: string,
  review: unknown,
  { municipality, digest }: Pick<Protocol, "municipality" | "digest">,
): void {
  for (const [fact, expected] of Object.entries({ municipality, protocolDigest: digest })) {
    const received = fieldOf(review, fact);
    if (received === expected) continue;
    throw competitionError({
      code: "other-competition",
      path: `${name}, ${fact}`,
      received,
      expected,
      hint: "Give earlier editions of this competition, made under the same protocol.",
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function isPublishedCounts(value: unknown): value is PublishedCounts {
  const [cells, sums] = [fieldOf(value, "cells"), fieldOf(value, "sums")];
  return (
    typeof fieldOf(value, "asOf") === "string" &&
    typeof fieldOf(value, "minimum") === "number" &&
    typeof fieldOf(value, "since") === "object" &&
    typeof cells === "object" &&
    cells !== null &&
    Object.values(cells).every((count) => Number.isSafeInteger(count) || count === "suppressed") &&
    Array.isArray(sums) &&
    sums.every((sum) => typeof fieldOf(sum, "total") === "string" && Array.isArray(fieldOf(sum, "parts")))
  );
}
