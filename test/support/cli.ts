import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../../src/cli/run.js";
import { temporaryFolder } from "./folder.js";

/** What a run of the command left behind. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** When commands are run: after everything that the bundled competition knows. */
export const TODAY = "2008-01-02";
export const TOMORROW = "2008-01-03";

/** Runs the command in a folder, on that day. */
export async function command(folder: string, ...argv: readonly string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const status = await run(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    folder,
    today: TODAY,
    strong: (_color, word) => word,
  });
  return { status, out, err };
}

/** A folder with a copy of the bundled competition's files. */
export function fredericiaFolder(): string {
  const folder = temporaryFolder();
  cpSync(path.join(import.meta.dirname, "../../examples/fredericia"), folder, { recursive: true });
  return folder;
}

export const EVALUATION: readonly string[] = [
  ..."--protocol protocol.json --ledger ledger.jsonl --courses courses.csv --spells spells.csv".split(" "),
  ..."--as-of 2006-09-30".split(" "),
];

/** The same as of another day. */
export function evaluationOn(asOf: string): readonly string[] {
  return [...EVALUATION.slice(0, EVALUATION.indexOf("--as-of")), "--as-of", asOf];
}

export function textOf(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

/** Changes a file by a function of its text, which is empty where the file isn't there yet. */
export function change(folder: string, name: string, edit: (text: string) => string): void {
  const file = path.join(folder, name);
  writeFileSync(file, edit(existsSync(file) ? readFileSync(file, "utf8") : ""));
}

/** Every file below a folder with its bytes, to tell whether anything was written. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, name), "base64")]));
}
