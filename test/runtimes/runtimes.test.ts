import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onPage } from "../support/browser.js";
import type { Drawn } from "../support/golden.js";

// The golden ledgers are drawn anew from the built package wherever it is to run, and must come out byte for byte
// as they stand in test/golden/ledgers. Needs `npm run build`, Chromium and Deno; where one is missing, this fails.

const ROOT = path.join(import.meta.dirname, "../..");
const LEDGERS = path.join(ROOT, "test/golden/ledgers");
const names = readdirSync(LEDGERS)
  .filter((name) => name.endsWith(".json"))
  .map((name) => path.basename(name, ".json"));

type Run = () => Promise<Readonly<Record<string, Drawn>>>;

const RUNTIMES: readonly (readonly [name: string, run: Run])[] = [
  ["Node, ESM", () => byProgram([process.execPath], "dist/allocation.js")],
  ["Node, CommonJS", () => byProgram([process.execPath], "dist/allocation.cjs")],
  ["Node, the file for browsers", () => byProgram([process.execPath], "dist/browser/allocation.js")],
  ["Deno", () => byProgram([deno(), "run", "--no-config", "--allow-read"], "dist/browser/allocation.js")],
  ["Chromium", byPage],
];

const folder = mkdtempSync(path.join(tmpdir(), "konkurrencemodel-runtimes-"));
afterAll(() => rmSync(folder, { recursive: true }));
const origins = path.join(folder, "origins.json");

beforeAll(() => {
  writeFileSync(origins, JSON.stringify(Object.fromEntries(names.map((name) => [name, originOf(name)]))));
  bundle("test/runtimes/program.ts", "program.mjs");
  bundle("test/support/golden.ts", "draw.js");
});

describe.each(RUNTIMES)("%s", (_, run) => {
  let drawn: Readonly<Record<string, Drawn>> = {};
  beforeAll(async () => {
    drawn = await run();
  }, 120_000);

  it.each(names)("draws %s byte for byte, and verifies it", (name) => {
    const golden = readFileSync(path.join(LEDGERS, `${name}.jsonl`));
    expect(Buffer.from(drawn[name]?.text ?? "").equals(golden)).toBe(true);
    expect(drawn[name]?.findings).toEqual([]);
  });
});

function originOf(name: string): unknown {
  return JSON.parse(readFileSync(path.join(LEDGERS, `${name}.json`), "utf8"));
}

function bundle(source: string, outfile: string): void {
  buildSync({
    entryPoints: [path.join(ROOT, source)],
    outfile: path.join(folder, outfile),
    bundle: true,
    format: "esm",
    external: ["node:*"],
  });
}

async function byProgram([command = "", ...args]: readonly string[], entry: string): ReturnType<Run> {
  const argv = [...args, path.join(folder, "program.mjs"), path.join(ROOT, entry), origins];
  return JSON.parse(execFileSync(command, argv, { encoding: "utf8" })) as Readonly<Record<string, Drawn>>;
}

/** A page that has nothing but the file for browsers. */
async function byPage(): ReturnType<Run> {
  cpSync(path.join(ROOT, "dist/browser/allocation.js"), path.join(folder, "allocation.js"));
  writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>golden ledgers</title>");
  const script = `(async () => (await import("/draw.js")).drawAll(
    await import("/allocation.js"), await (await fetch("/origins.json")).json()))()`;
  return await onPage(folder, "index.html", (page) => page.evaluate<Readonly<Record<string, Drawn>>>(script));
}

/** Where Deno is: named in the environment, or found by the shell. */
function deno(): string {
  return process.env["DENO"] ?? "deno";
}
