import type { LedgerHead } from "../allocation/index.js";
import { checkKeysOnce, competitionError } from "../core/index.js";
import { readBytes } from "../files/index.js";
import { placeOf } from "./inputs.js";
import type { Surroundings } from "./surroundings.js";

/** A head as it was published: JSON, or the name of a file that holds it. */
export async function readHead(text: string, surroundings: Surroundings): Promise<LedgerHead> {
  const inline = text.trimStart().startsWith("{");
  const json = inline ? text : new TextDecoder().decode(await readBytes(placeOf(surroundings, text)));
  let head: LedgerHead;
  try {
    head = JSON.parse(json) as LedgerHead;
  } catch {
    throw competitionError({
      code: "not-json",
      path: inline ? "--head" : text,
      received: json,
      expected: 'a head as it was published, {"size":…,"chain":"…","root":"…"}',
    });
  }
  checkKeysOnce(json, inline ? "--head" : text);
  return head;
}
