import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";
import type { Ran } from "./cli.js";

const ROOT = path.join(import.meta.dirname, "../..");

/** The command as one file, which starts several times as fast as its source; it goes with the test file. */
export function bundledCommand(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "konkurrencemodel-command-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const outfile = path.join(folder, "konkurrencemodel.mjs");
  buildSync({
    entryPoints: [path.join(ROOT, "src/cli/main.ts")],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // What draws is a binary, which no text file can hold.
    external: ["@resvg/resvg-js"],
    // commander asks for Node's modules by `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' },
  });
  return outfile;
}

/** A command that runs as a process of its own. */
export interface Started {
  readonly child: ChildProcess;
  /** Status -1: it was killed. */
  readonly ended: Promise<Ran>;
}

/** Starts a script in a folder; `fault` strikes at one of its changes to the disk (`faults.mjs`). */
export function start(script: string, folder: string, argv: readonly string[], fault?: string): Started {
  const faults = fault === undefined ? [] : ["--import", path.join(import.meta.dirname, "faults.mjs")];
  const child = spawn(process.execPath, [...faults, script, ...argv], {
    cwd: folder,
    env: { ...process.env, FAULT: fault },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { out: "", err: "" };
  child.stdout.on("data", (text) => (texts.out += String(text)));
  child.stderr.on("data", (text) => (texts.err += String(text)));
  const ended = new Promise<Ran>((resolve) => {
    child.on("close", (status) => resolve({ status: status ?? -1, ...texts }));
  });
  return { child, ended };
}
