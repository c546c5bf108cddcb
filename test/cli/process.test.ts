import { execFile } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { EVALUATION, fredericiaFolder, textOf, type Ran } from "../support/cli.js";

const ROOT = path.join(import.meta.dirname, "../..");

/** Runs the command as a process of its own. */
function spawned(folder: string, ...argv: readonly string[]): Promise<Ran> {
  const script = [
    path.join(ROOT, "node_modules/tsx/dist/cli.mjs"),
    path.join(ROOT, "src/cli/main.ts"),
    ...argv,
  ];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, script, { cwd: folder }, (_error, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });
}

it("the process ends with the status: 0 done, 1 the data say no, 2 wrong use", async () => {
  const folder = fredericiaFolder();
  const [done, refused, misused] = await Promise.all([
    spawned(folder, "verify", "--language", "en", "--protocol", "protocol.json", "--ledger", "ledger.jsonl"),
    spawned(folder, "verify", "--protocol", "courses.csv", "--ledger", "ledger.jsonl"),
    spawned(folder, "verify", "--protocol", "protocol.json"),
  ]);
  expect(done).toMatchObject({ status: 0, err: "" });
  expect(done.out).toMatch(
    /^ledger\.jsonl: \d+ lines; checked: chain, protocol; holds\n  draws not checked: no key \(--key-file\)\n  length not checked: no published head \(--head\)\nhead: \{/,
  );
  expect(refused).toMatchObject({ status: 1, out: "" });
  expect(refused.err).toMatch(/^error: courses\.csv: /); // plain words: stderr is a pipe
  expect(misused).toMatchObject({ status: 2, out: "" });
  expect(misused.err).toContain("usage: konkurrencemodel verify --protocol <file> --ledger <file>");
}, 60_000);

it("the process writes where it was started", async () => {
  const folder = fredericiaFolder();
  const { status, out } = await spawned(folder, "review", ...EVALUATION);
  expect(status).toBe(0);
  expect(out.trimEnd().split("\n")).toHaveLength(5);
  expect(textOf(folder, "review/review.html")).toContain("<!doctype html>");
}, 60_000);
