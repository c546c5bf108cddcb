import {
  deepFreeze,
  provenanceOf,
  type Notice,
  type Provenance,
  type ResolvedOption,
} from "../core/index.js";

// A result is frozen all through. Its maker would walk through all parts for that, which takes longer
// than most intervals; what is frozen where it is made is walked through no more.

/** A value in the making, before it is frozen. */
export type Writable<Data> = { -readonly [Name in keyof Data]: Data[Name] };

const NO_NOTICES: readonly Notice[] = Object.freeze([]);

/** Notices, frozen; mostly there are none. */
export function frozenNotices(notices: readonly Notice[]): readonly Notice[] {
  return notices.length === 0 ? NO_NOTICES : deepFreeze(notices);
}

/**
 * Provenance, frozen. It takes the record over, which the resolution has made for this call: to copy it
 * and add to the copy would take longer than the rest.
 *
 * @param record options as they were resolved, and those that follow from others
 * @param inputs frozen already
 */
export function frozenProvenance(
  operation: string,
  record: Readonly<Record<string, ResolvedOption>>,
  inputs: Readonly<Record<string, unknown>>,
): Provenance {
  return Object.freeze(provenanceOf(operation, Object.freeze(record), inputs));
}
