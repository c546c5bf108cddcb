import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay, formatMonth, monthOf, VERSION, type Day } from "../../src/core/index.js";
import {
  defaultStates,
  deriveHistories,
  parseCodes,
  parseDream,
  type CodeMeaning,
  type DreamHistoriesOptions,
  type DreamTable,
  type Histories,
} from "../../src/histories/index.js";
import { nameOfWeek, readWeek, weekHolding } from "../../src/histories/weeks.js";
import { errorOf } from "../support/errors.js";

// Every code here is invented; none is taken from the register's own list.

const codes = parseCodes(
  "code;state;from;to;source\n101;cash-assistance;;;invented\n102;cash-assistance;;;invented\n" +
    "201;practice;;;invented\n300;none;;;invented\n999;dead;;;invented\n",
  { name: "codes.csv" },
);

type Options = Partial<DreamHistoriesOptions>;
const derive = (text: string, options: Options = {}): Histories =>
  deriveHistories(parseDream(text, { name: "dream.csv" }), { codes, ...options });

/** Periods of one citizen as `state first–last`, both days inclusive. */
function shown(histories: Histories, citizen = "p1"): string[] | undefined {
  return histories
    .of(citizen)
    ?.periods.map(({ state, start, end }) => `${state} ${formatDay(start)}–${formatDay(end - 1)}`);
}

const noticed = (histories: Histories, code: string): object | undefined =>
  histories.notices.find((notice) => notice.code === code);

describe("histories of weeks", () => {
  it("are Monday to Sunday over week 53, one period where different codes mean the same", () => {
    const histories = derive("PNR;y_0452;y_0453;y_0501;y_0502\np1;101;102;201;101\n");
    // W52 is 20–26 December, W53 27 December–2 January, W01 3–9, W02 10–16 January.
    expect(shown(histories)).toEqual([
      "cash-assistance 2004-12-20–2005-01-02",
      "practice 2005-01-03–2005-01-09",
      "cash-assistance 2005-01-10–2005-01-16",
    ]);
    expect(histories).toMatchObject({
      kind: "histories",
      size: 1,
      coverage: [{ source: "dream.csv, work", observedFrom: "2005-01-17", observedUntil: "2005-01-16" }],
    });
    expect([histories.observedFrom, histories.observedUntil]).toEqual(["2004-12-20", "2005-01-16"]);
    expect(histories.states).toEqual(defaultStates);
  });

  it("leave blank weeks and those that mean none without a state, and know whom the register has", () => {
    const histories = derive("PNR;y_0501;y_0502;y_0503\np1;101;;300\np2;;;\n");
    expect(shown(histories)).toEqual(["cash-assistance 2005-01-03–2005-01-09"]);
    expect(shown(histories, "p2")).toEqual([]); // observed, without any benefit
    expect(histories.of("p3")).toBeUndefined();
    expect([...histories.columns().citizens()]).toEqual(["p1", "p2"]);
  });

  //              January 2008                       February 2008
  //        Mo Tu We Th Fr Sa Su                Mo Tu We Th Fr Sa Su
  //  W04   21 22 23(24)25 26 27          W06    4  5  6 (7) 8  9 10
  //  W05   28 29 30(31) 1  2  3          W07   11 12 13(14)15 16 17
  it("reach into both months by overlap, and stay in the month of their Thursday where that is asked for", () => {
    const text = "PNR;y_0804;y_0805;y_0806;y_0807\np1;101;101;;\np2;;;101;\np3;;101;;101\n";
    const overlap = derive(text);
    expect(shown(overlap, "p1")).toEqual(["cash-assistance 2008-01-21–2008-02-03"]);
    expect(shown(overlap, "p2")).toEqual(["cash-assistance 2008-02-04–2008-02-10"]);
    expect([overlap.observedFrom, overlap.observedUntil]).toEqual(["2008-01-21", "2008-02-17"]);
    const thursday = derive(text, { monthOfWeek: "thursday" });
    expect(shown(thursday, "p1")).toEqual(["cash-assistance 2008-01-21–2008-01-31"]);
    expect(shown(thursday, "p2")).toEqual(["cash-assistance 2008-02-01–2008-02-10"]);
    expect(shown(thursday, "p3")).toEqual([
      "cash-assistance 2008-01-28–2008-01-31",
      "cash-assistance 2008-02-11–2008-02-17",
    ]);
    // A file that ends with W05 is observed to the end of January.
    expect(derive("PNR;y_0805\np1;\n", { monthOfWeek: "thursday" }).observedUntil).toBe("2008-01-31");
    expect(derive("PNR;y_0805\np1;\n").observedUntil).toBe("2008-02-03");
  });

  it("change the meaning of a code in the middle of a run, by each week's Thursday", () => {
    const switched = [
      { code: "101", state: "cash-assistance", to: "2008-01-30", source: "invented" },
      { code: "101", state: "revalidation", from: "2008-01-31", source: "invented" }, // the Thursday of W05
    ];
    const histories = derive("PNR;y_0804;y_0805;y_0806\np1;101;101;101\n", { codes: switched });
    expect(shown(histories)).toEqual([
      "cash-assistance 2008-01-21–2008-01-27",
      "revalidation 2008-01-28–2008-02-10",
    ]);
  });

  describe("with codes that have no meaning", () => {
    const text = "PNR;y_0501;y_0502;y_0503\np1;555;555;101\np2;555;777;\n";

    it("refuse them, most frequent first, with what to add", () => {
      const error = errorOf(() => derive(text));
      expect(error).toMatchObject({ code: "unknown-codes", path: "dream.csv", received: "2 codes" });
      expect(error.issues).toEqual([
        {
          code: "unknown-code",
          file: "dream.csv",
          received: "555",
          expected: "a line of the codes that gives it a state between 2005-W01 and 2005-W02",
          hint: "Weeks: 3, citizens: 2. Add 555;<state>;<from>;<to>;<source>.",
        },
        expect.objectContaining({ received: "777", hint: expect.stringContaining("Weeks: 1, citizens: 1") as string }), // prettier-ignore
      ]);
    });

    it("take them for a state that is named, and count them", () => {
      const histories = derive(text, { unknownCodesAs: "other-municipal" });
      expect(shown(histories)).toEqual([
        "other-municipal 2005-01-03–2005-01-16",
        "cash-assistance 2005-01-17–2005-01-23",
      ]);
      expect(noticed(histories, "unknown-codes")).toEqual({
        code: "unknown-codes",
        severity: "caution",
        state: "other-municipal",
        codes: ["555", "777"],
        weeks: [3, 1],
        citizens: [2, 1],
      });
    });

    it("don't know a code outside of its validity either, before, between and after", () => {
      const gappy: readonly CodeMeaning[] = [
        { code: "555", state: "practice", from: "2005-01-10", to: "2005-01-16", source: "invented" },
        { code: "555", state: "practice", from: "2005-01-24", to: "2005-01-30", source: "invented" },
      ];
      const weeks = "PNR;y_0501;y_0502;y_0503;y_0504;y_0505\np1;555;555;555;555;555\n";
      const [issue] = errorOf(() => derive(weeks, { codes: gappy })).issues;
      expect(issue).toMatchObject({ code: "code-outside-validity", received: "555" });
      expect(issue?.hint).toContain("Weeks: 3, citizens: 1.");
    });

    it("don't mind them in weeks that aren't asked for", () => {
      const options = { observedFrom: "2005-01-17" };
      expect(shown(derive(text, options))).toEqual(["cash-assistance 2005-01-17–2005-01-23"]);
    });
  });

  describe("with months of employment", () => {
    // W01 of 2008 is 31 December–6 January, W05 28 January–3 February, W06 4–10 February.
    const head = "PNR;y_0801;y_0802;y_0803;y_0804;y_0805;y_0806;grad_2008_01;branche_2008_01;grad_2008_02";
    const text = `${head}\np1;;101;;;;;0,5;;0\np2;;;;;;;;620100;\np3;;;;;;;0;;\n`;

    it("leave blank weeks blank unless a state is asked for, and say that work isn't told", () => {
      const histories = derive(text);
      expect(shown(histories)).toEqual(["cash-assistance 2008-01-07–2008-01-13"]);
      expect(noticed(histories, "work-untold")).toMatchObject({ severity: "caution", months: true });
      expect(noticed(derive("PNR;y_0801\np1;\n"), "work-untold")).toMatchObject({ months: false });
    });

    it("fill the days of blank weeks that lie in such a month", () => {
      const histories = derive(text, { employment: { state: "ordinary-work" } });
      expect(shown(histories)).toEqual([
        "ordinary-work 2008-01-01–2008-01-06",
        "cash-assistance 2008-01-07–2008-01-13",
        "ordinary-work 2008-01-14–2008-01-31",
      ]);
      expect(shown(histories, "p2")).toEqual(["ordinary-work 2008-01-01–2008-01-31"]);
      expect(shown(histories, "p3")).toEqual([]);
      expect(noticed(histories, "blank-as-employed")).toEqual({
        code: "blank-as-employed",
        severity: "info",
        state: "ordinary-work",
        days: 24 + 31,
        citizens: 2,
      });
      expect(noticed(histories, "work-untold")).toBeUndefined();
    });

    it("cover that state for as long as the file has such months", () => {
      // The weeks are observed from 31 December 2007 to 10 February 2008, the months are January and February 2008.
      const covered = (options: Options): unknown =>
        derive(text, { employment: { state: "ordinary-work" }, ...options }).coverage;
      const own = { source: "dream.csv, employment", states: ["ordinary-work"] };
      expect(covered({})).toEqual([{ ...own, observedFrom: "2008-01-01", observedUntil: "2008-02-10" }]);
      expect(covered({ observedFrom: "2008-01-07", observedUntil: "2008-01-27" })).toEqual([
        { ...own, observedFrom: "2008-01-07", observedUntil: "2008-01-27" },
      ]);
      const short = "PNR;y_0804;y_0805;grad_2008_01\np1;;;1\n"; // weeks to 3 February
      expect(derive(short, { employment: { state: "ordinary-work" } }).coverage).toEqual([
        { ...own, observedFrom: "2008-01-21", observedUntil: "2008-01-31" },
      ]);
      for (const none of ["PNR;y_0804\np1;\n", "PNR;y_0804;grad_2009_01\np1;;1\n"]) {
        const error = errorOf(() => derive(none, { employment: { state: "ordinary-work" } }));
        expect(error).toMatchObject({ code: "impossible-option", path: "deriveHistories.employment" });
      }
    });

    it("ask for a degree where one is named: an industry alone is none", () => {
      const periods = [0.5, 0.51, 0].map((leastDegree) => {
        const histories = derive(text, { employment: { state: "ordinary-work", leastDegree } });
        return [shown(histories, "p1")?.length, shown(histories, "p2")?.length];
      });
      expect(periods).toEqual([[3, 0], [1, 0], [3, 0]]); // prettier-ignore
    });
  });

  it("stop at an earlier observation, and count what is cut", () => {
    const text = "PNR;y_0501;y_0502;y_0503\np1;101;101;201\np2;201;;\n";
    const histories = derive(text, { observedUntil: "2005-01-13", observedFrom: "2005-01-10" });
    expect(shown(histories)).toEqual(["cash-assistance 2005-01-10–2005-01-13"]);
    expect(shown(histories, "p2")).toEqual([]);
    expect(noticed(histories, "spells-cut")).toEqual({ code: "spells-cut", severity: "info", spells: 1 });
  });

  it("carry both files' notices and sources, and who chose each option", () => {
    const table = parseDream("PNR;age;y_0501;grad_2005_01\np1;40;101;1\n", { name: "dream.csv" });
    const { notices, provenance } = deriveHistories(table, { codes, employment: { state: "ordinary-work" } });
    expect(notices.map(({ code }) => code)).toEqual([
      "columns-not-used",
      "blank-as-employed",
      "weekly-codes",
    ]);
    expect(provenance).toEqual({
      version: VERSION,
      operation: "deriveHistories",
      options: {
        codes: { value: codes.source, source: "given" },
        observedFrom: { value: "2005-01-03", source: "derived" },
        observedUntil: { value: "2005-01-09", source: "derived" },
        states: { value: defaultStates, source: "default" },
        monthOfWeek: { value: "overlap", source: "default" },
        employment: { value: { state: "ordinary-work" }, source: "given" },
      },
      inputs: { weeks: table.source, citizens: 1 },
    });
  });

  it.each([
    [{ codes: undefined }, "missing-option"],
    [{ codes: "codes.csv" }, "impossible-option"],
    [{ observedUntil: "2005-01-10" }, "observed-outside-weeks"], // the file ends on the 9th
    [{ observedFrom: "2005-01-02" }, "observed-outside-weeks"],
    [{ observedFrom: "2005-01-08", observedUntil: "2005-01-07" }, "observation-ends-before-start"],
    [{ observedUntil: "09-01-2005" }, "impossible-date"],
    [{ monthOfWeek: "monday" }, "impossible-option"],
    [{ unknownCodesAs: "other-munincipal" }, "impossible-option"],
    [{ employment: { state: "work" } }, "impossible-option"],
    [{ employment: "ordinary-work" }, "impossible-option"],
    [{ employment: { state: "ordinary-work", least: 1 } }, "impossible-option"],
    [{ employments: { state: "ordinary-work" } }, "unknown-option"],
  ])("refuse the options %o", (options, code) => {
    expect(errorOf(() => derive("PNR;y_0501\np1;\n", options as never)).code).toBe(code);
  });

  it.each([
    [{ weeks: [{ code: "101", from: "2005-W02", to: "2005-W01" }] }, "impossible-weeks"],
    [{ weeks: [{ code: "101", from: "2005-W01", to: "2005-W05" }] }, "impossible-weeks"],
    [{ weeks: [{ code: "101", from: "2004-W52", to: "2005-W01" }] }, "impossible-weeks"],
    [{ weeks: [{ code: "101", from: "2005-W53", to: "2005-W53" }] }, "impossible-weeks"],
    [{ employment: [{ from: "2005-13", to: "2005-13", degree: 1 }] }, "impossible-month"],
    [{ citizen: "" }, "impossible-citizen"],
    [{ citizen: "010105-1234" }, "cpr-shaped"],
    [{ citizen: "p0" }, "duplicate-citizen"],
  ])("check rows that no file gave: %o", (row, code) => {
    const plain = { citizen: "p1", weeks: [], employment: [] };
    const table: DreamTable = {
      ...parseDream("PNR;y_0501;y_0502;grad_2005_01\np0;;;\n", { name: "dream.csv" }),
      rows: [
        { ...plain, citizen: "p0" },
        { ...plain, ...row },
      ],
    };
    const work = (): unknown => deriveHistories(table, { codes, employment: { state: "ordinary-work" } });
    expect(errorOf(work).code).toBe(code);
  });
});

describe("histories of random weeks", () => {
  const first = readWeek("2004-W50") ?? 0;
  const names = Array.from({ length: 12 }, (_, week) => nameOfWeek(first + week));
  const head = `PNR;${names.map((name) => `y_${name.slice(2, 4)}${name.slice(6)}`).join(";")}`;
  const grads = ["2004_12", "2005_01", "2005_02"];
  const header = `${head};${grads.map((month) => `grad_${month}`).join(";")}`;
  const meanings: readonly CodeMeaning[] = [
    { code: "101", state: "cash-assistance", to: "2005-01-05", source: "invented" },
    { code: "101", state: "practice", from: "2005-01-06", source: "invented" },
    { code: "102", state: "cash-assistance", source: "invented" },
    { code: "300", state: "none", source: "invented" },
  ];
  const lives = fc.record({
    weeks: fc.array(fc.constantFrom("", "101", "102", "300", "555"), { minLength: 12, maxLength: 12 }),
    employed: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  });

  /** The state of a day, as slowly and plainly as it can be said. */
  function stateOn(
    day: Day,
    rule: "overlap" | "thursday",
    weeks: readonly string[],
    employed: readonly boolean[],
  ): string {
    // prettier-ignore
    const week = weekHolding(day, rule);
    const code = weeks[week - first];
    const month = grads.indexOf(formatMonth(monthOf(day)).replace("-", "_"));
    if (code === "") return employed[month] === true ? "ordinary-work" : "";
    if (code === "101") return week * 7 < dayOf(2005, 1, 6) ? "cash-assistance" : "practice";
    return { "102": "cash-assistance", "555": "other-municipal" }[code ?? ""] ?? "";
  }

  it("are what a day-by-day expansion gives", () => {
    const rules = fc.constantFrom("overlap" as const, "thursday" as const);
    fc.assert(
      fc.property(lives, rules, ({ weeks, employed }, monthOfWeek) => {
        const text = `${header}\np1;${weeks.join(";")};${employed.map((yes) => (yes ? "1" : "0")).join(";")}\n`;
        const histories = derive(text, {
          codes: meanings,
          monthOfWeek,
          employment: { state: "ordinary-work" },
          unknownCodesAs: "other-municipal",
        });
        const [from, until] = [histories.observedFrom ?? "", histories.observedUntil];
        const days: string[] = [];
        const expected: string[] = [];
        for (let day = dayOf(2004, 11, 25); day < dayOf(2005, 3, 15); day++) {
          const inFile = formatDay(day) >= from && formatDay(day) <= until;
          expected.push(inFile ? stateOn(day, monthOfWeek, weeks, employed) : "");
          const states =
            histories.of("p1")?.periods.filter(({ start, end }) => start <= day && day < end) ?? [];
          days.push(states.map(({ state }) => state).join("+"));
        }
        expect(days).toEqual(expected);
      }),
    );
  });

  it("are the same where runs are split and rows stand in another order", () => {
    fc.assert(
      fc.property(lives, lives, fc.nat(11), (one, two, at) => {
        const line = ({ weeks, employed }: typeof one): string =>
          `${weeks.join(";")};${employed.map((yes) => (yes ? "1" : "")).join(";")}`;
        const options: Options = {
          codes: meanings,
          employment: { state: "ordinary-work" },
          unknownCodesAs: "other-municipal",
        };
        const table = parseDream(`${header}\np1;${line(one)}\np2;${line(two)}\n`, { name: "dream.csv" });
        const border = names[at] ?? "";
        const split: DreamTable = {
          ...table,
          rows: table.rows.toReversed().map((row) => ({
            ...row,
            weeks: row.weeks.flatMap((run) =>
              run.from < border && border <= run.to
                ? [
                    { ...run, to: nameOfWeek(first + at - 1) },
                    { ...run, from: border },
                  ]
                : [run],
            ),
          })),
        };
        const [whole, parts] = [table, split].map((each) =>
          deriveHistories(each, { codes: meanings, ...options }),
        );
        for (const citizen of ["p1", "p2"]) expect(parts?.of(citizen)).toEqual(whole?.of(citizen));
      }),
    );
  });
});
