import { describe, expect, it } from "vitest";
import { shownCommand } from "../../../src/review/beside/command.js";

describe("shownCommand", () => {
  it("shows of places only the name of the file", () => {
    expect(shownCommand(["review", "--ledger", "/srv/kommune/ledger.jsonl", "--out", "out/"])).toEqual([
      "review",
      "--ledger",
      "ledger.jsonl",
      "--out",
      "…",
    ]);
    expect(shownCommand([String.raw`C:\Users\Bo\p.json`, "~/spells.csv", "../../x/y.csv"])).toEqual([
      "p.json",
      "spells.csv",
      "y.csv",
    ]);
    expect(shownCommand(["--protocol=/srv/p.json", "--as-of=2006-09-30"])).toEqual([
      "--protocol=p.json",
      "--as-of=2006-09-30",
    ]);
  });

  it("shows of a key nothing", () => {
    expect(shownCommand(["--key-file", "the-key.txt", "--key-file=k"])).toEqual([
      "--key-file",
      "…",
      "--key-file=…",
    ]);
  });
});
