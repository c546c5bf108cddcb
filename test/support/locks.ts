import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nameOf, thisProcess, type Holder } from "../../src/files/holder.js";

/** Above Linux's largest process id, 2^22. */
export const NOBODY = "4194305";

/** The name of this process as a holder, but for some facts. */
export async function holderName(facts: Partial<Holder> = {}): Promise<string> {
  return nameOf({ ...(await thisProcess()), ...facts });
}

/** Leaves a lock as a holder has it, or would have put it in place next (`aside`). */
export function leaveLock(file: string, name: string, aside = false): void {
  const lock = aside ? `${file}.lock.${name}` : `${file}.lock`;
  mkdirSync(lock, { recursive: true });
  writeFileSync(path.join(lock, name), "");
}
