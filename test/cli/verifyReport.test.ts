import { expect, it } from "vitest";
import { verifyLedger } from "../../src/allocation/index.js";
import { parseProtocol } from "../../src/protocol/index.js";
import { change, command, fredericiaFolder, textOf } from "../support/cli.js";

const verify = ["verify", "--protocol", "protocol.json", "--ledger", "ledger.jsonl"] as const;

const inLine5 =
  (edit: (line: string) => string) =>
  (text: string): string =>
    text
      .split("\n")
      .map((line, at) => (at === 4 ? edit(line) : line))
      .join("\n");

it.each([
  ["isn't JSON", inLine5((line) => line.slice(3)), 5],
  ["isn't canonical", inLine5((line) => line.replace(",", ", ")), 5],
  ["says a key twice", inLine5((line) => line.replaceAll("supplier", "municipal")), 5],
  ["is cut off", (text: string) => text.slice(0, -30), 444],
  ["ends as on another system", (text: string) => text.replaceAll("\n", "\r\n"), 1],
  ["is preceded by a byte order mark", (text: string) => `\uFEFF${text}`, 1],
])("verify reports on a ledger of which a line %s, as the library does", async (_, spoil, line) => {
  const folder = fredericiaFolder();
  change(folder, "ledger.jsonl", spoil);
  const { status, out, err } = await command(folder, ...verify, "--json");
  const report = JSON.parse(out) as { valid: boolean; findings: { line?: number }[] };
  expect([status, report.valid, report.findings[0]?.line]).toEqual([1, false, line]);
  expect(err).toContain(`ledger.jsonl, line ${line}`);
  const protocol = parseProtocol(textOf(folder, "protocol.json"), { name: "protocol.json" });
  const texts = textOf(folder, "ledger.jsonl").replace(/\n$/, "").split("\n");
  expect(report.findings).toEqual(
    JSON.parse(JSON.stringify((await verifyLedger(protocol, texts)).findings)) as unknown,
  );
  const told = await command(folder, ...verify, "--language", "en");
  expect([told.status, told.out]).toEqual([1, expect.stringContaining("does not hold\n")]);
  expect(told.out).toContain(`ledger.jsonl, row ${line}`);
});

it("verify reports on an empty ledger", async () => {
  const folder = fredericiaFolder();
  change(folder, "ledger.jsonl", () => "");
  const { status, out } = await command(folder, ...verify, "--json");
  expect([status, JSON.parse(out)]).toEqual([
    1,
    expect.objectContaining({ valid: false, size: 0, findings: [expect.anything()] }),
  ]);
});
