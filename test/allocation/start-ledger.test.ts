import { describe, expect, it } from "vitest";
import { startLedger, type AllocationProtocol, type Mode } from "../../src/allocation/index.js";
import { digestOf } from "../../src/core/index.js";
import { ALTERNATION, alternation, complete, COMPLETE, errorOf, KEY, protocolOf } from "./samples.js";

const options = { key: KEY, date: "2005-01-03", mode: "live" } as const;

/** A key as PowerShell redirects it into a file. */
const WIDE = Uint8Array.from([
  0xff,
  0xfe,
  ...[...new TextEncoder().encode("5f0e2b7c91d84a36")].flatMap((byte) => [byte, 0]),
]);

describe("startLedger", () => {
  it("writes what was agreed and commits to the key, without showing it", () => {
    const { records, ledger } = startLedger(complete, options);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      type: "opening",
      format: "konkurrencemodel-ledger/1",
      sequence: 0,
      date: "2005-01-03",
      mode: "live",
      previous: "0".repeat(64),
      protocol: complete.digest,
      arms: ["own", "supplier"],
      allocation: COMPLETE,
      algorithm: "complete/1",
      commitment: digestOf(`${KEY}${complete.digest}`),
    });
    expect(JSON.stringify(records)).not.toContain(KEY);
    expect(ledger).toMatchObject({ kind: "ledger", opening: records[0], records, entries: [] });
  });

  it("names the algorithm of the design", () => {
    expect(startLedger(alternation, options).ledger.opening.algorithm).toBe("alternation/1");
  });

  it("takes a key in bytes for the text they spell", () => {
    const bytes = { ...options, key: new TextEncoder().encode(KEY) };
    expect(startLedger(complete, bytes).records).toEqual(startLedger(complete, options).records);
  });

  it.each([
    ["a key that could be guessed", { key: "secret" }, "weak-key"],
    ["a file of JSON for a key", { key: '{"municipality": "Fredericia", "arms": []}' }, "not-a-key"],
    ["a key in UTF-16", { key: WIDE }, "not-a-key"],
    ["no key", { key: undefined }, "key-required"],
    ["no mode", { mode: undefined }, "mode-required"],
    ["no date", { date: undefined }, "impossible-date"],
    ["a Danish date", { date: "03-01-2005" }, "impossible-date"],
    ["a date that isn't", { date: "2005-02-29" }, "impossible-date"],
    ["another mode", { mode: "trial" }, "impossible-option"],
    ["an unknown option", { seed: 1 }, "unknown-option"],
  ])("refuses %s", (_, part, code) => {
    const given = { ...options, ...part } as { key: string; date: string; mode: Mode };
    expect(errorOf(() => startLedger(complete, given)).code).toBe(code);
  });

  it("refuses a plan that doesn't suit the arms", () => {
    const plan = protocolOf(COMPLETE, ["own", "supplier", "third"]);
    expect(errorOf(() => startLedger(plan, options))).toMatchObject({
      code: "impossible-protocol",
      path: "protocol.allocation.design.weights.third",
    });
    expect(errorOf(() => startLedger(protocolOf(ALTERNATION, ["own"]), options)).path).toBe("protocol.arms");
  });

  it("says what becomes a protocol of a document as it was read", () => {
    const { digest: _digest, ...document } = complete;
    const error = errorOf(() => startLedger(document as AllocationProtocol, options));
    expect(error.path).toBe("protocol.digest");
    expect(error.hint).toContain("parseProtocol");
  });

  it("wants options by their names, here as in allocate, and doesn't repeat a key", () => {
    const error = errorOf(() => startLedger(complete, KEY as unknown as typeof options));
    expect(error).toMatchObject({ code: "impossible-options", path: "startLedger" });
    expect(error.message).not.toContain(KEY);
  });
});
