import { describe, expect, it } from "vitest";
import { parseSpells } from "../../src/histories/index.js";
import { errorOf } from "../support/errors.js";

const name = "spells.csv";
const header = "citizen;state;from;to\n";

describe("parseSpells", () => {
  it("reads who was in which state from when to when", () => {
    const text = `${header}p1;practice;01-02-2005;31-03-2005\np1;Ordinary-Work;2005-04-01;\n`;
    const { rows, notices, source } = parseSpells(text, { name });
    expect(rows).toEqual([
      { citizen: "p1", state: "practice", from: "2005-02-01", to: "2005-03-31" },
      { citizen: "p1", state: "ordinary-work", from: "2005-04-01" },
    ]);
    expect(notices).toEqual([]);
    expect(source).toMatchObject({ name, rows: 2 });
  });

  it("takes a spell of one day", () => {
    expect(parseSpells(`${header}p1;practice;2005-02-01;2005-02-01\n`, { name }).rows).toHaveLength(1);
  });

  it("gives all issues at once", () => {
    const text = `${header}p1;practise;2005-02-01;\n0102031234;dead;2005-02-01;\np3;dead;2005-02-30;\np4;moved;2005-02-02;2005-02-01\n`;
    const error = errorOf(() => parseSpells(text, { name }));
    expect(error.issues).toMatchObject([
      {
        row: 2,
        column: "state",
        code: "unknown-state",
        received: "practise",
        hint: "Did you mean practice?",
      },
      { row: 3, column: "citizen", code: "cpr-shaped" },
      { row: 4, column: "from", code: "impossible-date", received: "2005-02-30" },
      {
        row: 5,
        column: "to",
        code: "ends-before-start",
        received: "2005-02-01",
        expected: "the last day, no earlier than 2005-02-02",
      },
    ]);
  });

  it("reads other columns and other states", () => {
    const text = "borger,tilstand,fra,til\np1,selvforsørgende,2005-02-01,\n";
    const columns = { citizen: "borger", state: "tilstand", from: "fra", to: "til" };
    const states = { selvforsørgende: [] };
    expect(parseSpells(text, { name, columns, states }).rows).toEqual([
      { citizen: "p1", state: "selvforsørgende", from: "2005-02-01" },
    ]);
    const unknown = `${header}p1;practice;2005-02-01;\n`;
    expect(errorOf(() => parseSpells(unknown, { name, states })).issues[0]?.code).toBe("unknown-state");
  });

  it("refuses states that are no vocabulary, and options it doesn't know", () => {
    const states = { work: ["employment"] } as never;
    expect(errorOf(() => parseSpells(header, { name, states }))).toMatchObject({
      code: "impossible-option",
      path: "parseSpells.states",
    });
    expect(errorOf(() => parseSpells(header, { name, state: {} } as never)).code).toBe("unknown-option");
    expect(errorOf(() => parseSpells(header, undefined as never)).code).toBe("missing-option");
  });
});
