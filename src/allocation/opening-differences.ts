import { canonicalJson } from "../core/index.js";
import { armsOf } from "./plan.js";
import { fieldOf } from "./shape.js";
import type { AllocationProtocol, OpeningRecord } from "./types.js";

/**
 * In what a protocol differs from the one that a ledger was opened with, as far as the opening tells: paths
 * inside `arms` and `allocation`, which it repeats, and the names of the other parts whose digests differ,
 * where both know them.
 */
export function openingDifferences(opening: OpeningRecord, protocol: AllocationProtocol): readonly string[] {
  const repeated = { arms: opening.arms, allocation: opening.allocation };
  const inside = differingPaths("", repeated, { arms: armsOf(protocol), allocation: protocol.allocation });
  const { parts: ours } = protocol;
  const { parts: theirs } = opening;
  if (ours === undefined || theirs === undefined) return inside;
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].toSorted();
  const others = names.filter(
    (name) =>
      fieldOf(theirs, name) !== fieldOf(ours, name) &&
      !inside.some((path) => /^\w+/.exec(path)?.[0] === name),
  );
  return [...inside, ...others];
}

const LISTED = 6;

/** What to do about a protocol that differs from a ledger's own. */
export function protocolHint(differs: readonly string[]): string {
  const listed = differs.slice(0, LISTED).join(", ");
  const more = differs.length > LISTED ? ` and ${differs.length - LISTED} more` : "";
  const what = differs.length === 0 ? "" : `What differs: ${listed}${more}. `;
  return `${what}Open it with the protocol that it was started with; what is agreed anew takes a ledger of its own.`;
}

/** Where two plain values differ: the deepest paths that both have, or that only one has. */
function differingPaths(path: string, a: unknown, b: unknown): readonly string[] {
  if (isObject(a) && isObject(b)) {
    const lists = Array.isArray(a) && Array.isArray(b) && a.length === b.length;
    if (lists || (!Array.isArray(a) && !Array.isArray(b))) {
      const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
      return names.flatMap((name) => differingPaths(pathTo(path, name, lists), at(a, name), at(b, name)));
    }
  }
  return textOf(a) === textOf(b) ? [] : [path];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function at(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function pathTo(path: string, name: string, list: boolean): string {
  if (list) return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}

function textOf(value: unknown): string {
  return value === undefined ? "" : canonicalJson(value);
}
