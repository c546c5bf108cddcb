import { bytesOf, competitionError, digestOf, type OptionRule } from "../core/index.js";
import { repairsOf } from "./key-damage.js";
import type { OpeningRecord } from "./types.js";

/** A secret key: text (taken as UTF-8) or bytes. */
export type Key = string | Uint8Array;

const SHORTEST = 16;
const LEAST_VARIETY = 6;

/** What an option that takes a key accepts; whether the key is good enough is {@link checkKey}'s affair. */
export const keyRule: OptionRule<Key> = {
  expected: "a key, as text or bytes",
  accepts: (value) => typeof value === "string" || value instanceof Uint8Array,
};

/**
 * Refuses a key that could be guessed: its commitment is public, so that short keys can be tried
 * one after the other. The error never repeats the key.
 *
 * @throws CompetitionError `key-required`, `weak-key`.
 */
export function checkKey(key: Key | undefined, path: string): Key {
  if (key === undefined) {
    throw competitionError({ code: "key-required", path, expected: keyRule.expected, hint: ADVICE });
  }
  const bytes = bytesOf(key);
  const variety = new Set(bytes).size;
  if (bytes.length < SHORTEST || variety < LEAST_VARIETY) {
    throw competitionError({
      code: "weak-key",
      path,
      received: `${bytes.length} bytes, ${variety} of them different`,
      expected: `at least ${SHORTEST} bytes, ${LEAST_VARIETY} of them different`,
      hint: ADVICE,
    });
  }
  return key;
}

const ADVICE =
  "Let a machine make the key (`openssl rand -hex 32`), keep it in a file that those who refer can't read, and keep a copy.";

/** What the opening publishes of a key: SHA-256 of its bytes followed by the protocol digest's 64 digits. */
export function commitmentOf(key: Key, protocol: string): string {
  const head = bytesOf(key);
  const tail = bytesOf(protocol);
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return digestOf(bytes);
}

/**
 * Makes sure that a key is the one the ledger was started with.
 *
 * @throws CompetitionError `key-required`, `wrong-key`.
 */
export function checkCommitment(key: Key | undefined, opening: OpeningRecord, path: string): Key {
  if (key === undefined) throw competitionError({ code: "key-required", path, expected: keyRule.expected });
  if (commitmentOf(key, opening.protocol) === opening.commitment) return key;
  throw competitionError({
    code: "wrong-key",
    path,
    expected: "the key that the ledger was started with",
    hint: wrongKeyHint(key, opening),
  });
}

/** What to do about a key that isn't the one: what its file gained or lost, if that is all. */
export function wrongKeyHint(key: Key, opening: OpeningRecord): string {
  const fits = (bytes: Uint8Array): boolean => commitmentOf(bytes, opening.protocol) === opening.commitment;
  const found = repairsOf(bytesOf(key)).find(({ bytes }) => fits(bytes));
  return found === undefined
    ? "Give the key that the ledger was started with; no other can go on with it. Whether its lines hold can be verified without a key."
    : `It is the right key, but ${found.damage}.`;
}
