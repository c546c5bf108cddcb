import { bytesOf, competitionError, digestOf, type Source } from "../core/index.js";
import type { HistoriesOptions } from "../histories/index.js";
import { readBytes } from "../files/index.js";
import { decodeText } from "../tables/index.js";
import { placeOf } from "./inputs.js";
import type { Surroundings } from "./surroundings.js";

/** What sources.json may say of the registers that spells come from. */
export type SpellSources = Pick<HistoriesOptions, "observedFrom" | "sources" | "priorities">;

const KEYS: readonly string[] = ["observedFrom", "sources", "priorities"] satisfies (keyof SpellSources)[];

/** Reads `sources.json`: `{ "observedFrom"?, "sources"?: […], "priorities"?: [[…]] }`, as `deriveHistories` takes them. */
export async function readSpellSources(
  name: string,
  surroundings: Surroundings,
): Promise<{ readonly given: SpellSources; readonly source: Source }> {
  const bytes = await readBytes(placeOf(surroundings, name));
  const { text } = decodeText(bytes, name);
  const value = jsonObject(text, name);
  const stray = Object.keys(value).find((key) => !KEYS.includes(key));
  if (stray !== undefined) {
    throw competitionError({
      code: "unknown-key",
      path: `${name}: ${stray}`,
      received: stray,
      expected: `one of ${KEYS.join(", ")}`,
    });
  }
  const given = value as SpellSources;
  return { given, source: { name, rows: given.sources?.length ?? 0, digest: digestOf(bytesOf(text)) } };
}

function jsonObject(text: string, name: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw notJson(name, error instanceof Error ? error.message : text);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw notJson(name, value);
  return value;
}

function notJson(name: string, received: unknown): Error {
  return competitionError({
    code: "not-json",
    path: name,
    received,
    expected:
      'a JSON object such as { "sources": [{ "name": "eIndkomst", "having": ["ordinary-employment"], … }] }',
  });
}
