import { describe, expect, it } from "vitest";
import { parseDay, type Day } from "../../src/core/index.js";
import type { HistoriesOptions } from "../../src/histories/index.js";
import { EVER, NEVER } from "../../src/outcomes/days.js";
import { evidenceOf, possibleDays, type Evidence } from "../../src/outcomes/evidence.js";
import { COMPETING_EVENT, GONE, LEFT_OBSERVATION, NOT_ASSESSABLE } from "../../src/outcomes/findings.js";
import { frameOf } from "../../src/outcomes/frame.js";
import type { Criterion } from "../../src/outcomes/index.js";
import { historiesOf, protocolOf, withoutSupport } from "../support/lives/world.js";

const on = (date: string): Day => parseDay(date, "date");

type SpellRow = readonly [state: string, from: string, to?: string];

/** What is known of someone referred on 3 January 2005, on the evening of 30 June. */
function evidence(
  spells: readonly SpellRow[],
  change: Partial<Criterion> = {},
  options: Partial<HistoriesOptions> = {},
): Evidence {
  const rows = spells.map(([state, from, to]) => ({
    citizen: "p1",
    state,
    from,
    ...(to === undefined ? {} : { to }),
  }));
  const frame = frameOf(
    protocolOf([{ ...withoutSupport, ...change }]),
    historiesOf(rows, options),
    "2005-06-30",
  );
  const [rule] = frame.rules;
  const observation = frame.observe(frame.numberOf("p1"), on("2005-01-03"));
  if (rule === undefined || observation === undefined) throw new Error("one rule, and a history");
  return evidenceOf(rule, observation);
}

const JULY = on("2005-07-01");
const WORK = { states: { states: ["ordinary-work"] } } as const;

describe("evidenceOf", () => {
  it("takes days without a record for free of support, up to the evening that is looked from", () => {
    const found = evidence([["cash-assistance", "2005-02-01", "2005-02-28"]]);
    expect(found.certain).toEqual([EVER, on("2005-02-01"), on("2005-03-01"), JULY]);
    expect(possibleDays(found, EVER, NEVER)).toEqual([EVER, on("2005-02-01"), on("2005-03-01"), NEVER]);
    expect(found).toMatchObject({ from: EVER, until: JULY, goneFrom: NEVER, hiddenFrom: NEVER });
  });

  it("counts days in a state that aren't in one that is excluded", () => {
    const change = { ...WORK, without: { states: ["wage-subsidy"] } };
    const found = evidence(
      [
        ["ordinary-work", "2005-02-01", "2005-03-31"],
        ["wage-subsidy", "2005-02-10", "2005-02-19"],
      ],
      change,
    );
    expect(found.certain).toEqual(["2005-02-01", "2005-02-10", "2005-02-20", "2005-04-01"].map(on));
  });

  it("sees nothing before coverage, where every day may count", () => {
    const found = evidence([["ordinary-work", "2005-02-01"]], WORK, { observedFrom: "2005-02-10" });
    expect(found.from).toBe(on("2005-02-10"));
    expect(found.certain).toEqual([on("2005-02-10"), JULY]);
    expect(possibleDays(found, EVER, NEVER)).toEqual([EVER, NEVER]);
  });

  it("sees nothing at all where coverage begins after the evening", () => {
    const found = evidence([["ordinary-work", "2005-02-01"]], WORK, {
      sources: [{ name: "wages", states: ["ordinary-work"], observedFrom: "2006-01-01" }],
    });
    expect(found.certain).toEqual([]);
    expect(possibleDays(found, EVER, NEVER)).toEqual([EVER, NEVER]);
  });

  it.each([
    ["failure", GONE],
    ["competing-event", COMPETING_EVENT],
  ] as const)("ends all counting where who dies is a $0", (dead, goneAs) => {
    const found = evidence([["dead", "2005-05-10"]], { leaving: { dead } });
    expect(found).toMatchObject({ goneFrom: on("2005-05-10"), goneAs, until: JULY, hiddenFrom: NEVER });
    expect(found.certain).toEqual([EVER, on("2005-05-10")]);
    expect(possibleDays(found, EVER, NEVER)).toEqual([EVER, on("2005-05-10")]);
  });

  it.each([
    ["dead", NOT_ASSESSABLE],
    ["moved", LEFT_OBSERVATION],
  ] as const)("ends the seeing where who is $0 can't be assessed, as $1.reason", (way, hiddenAs) => {
    const found = evidence([[way, "2005-05-10"]], { leaving: { [way]: "not-assessable" } });
    expect(found).toMatchObject({
      hiddenFrom: on("2005-05-10"),
      hiddenAs,
      until: on("2005-05-10"),
      goneFrom: NEVER,
    });
    expect(found.certain).toEqual([EVER, on("2005-05-10")]);
    expect(possibleDays(found, EVER, NEVER)).toEqual([EVER, NEVER]);
  });

  it("looks at someone as if nothing had happened where it is ignored", () => {
    const found = evidence([["moved", "2005-05-10"]], { leaving: { moved: "ignored" } });
    expect(found.certain).toEqual([EVER, JULY]);
  });

  it("takes the first of several ways out, each of its kind", () => {
    const spells: readonly SpellRow[] = [
      ["state-pension", "2005-04-01"],
      ["moved", "2005-05-01"],
      ["dead", "2005-06-01"],
    ];
    expect(evidence(spells, { leaving: { dead: "competing-event" } })).toMatchObject({
      goneFrom: on("2005-04-01"),
      goneAs: GONE,
      hiddenFrom: on("2005-05-01"),
      hiddenAs: LEFT_OBSERVATION,
    });
    expect(evidence(spells, { leaving: { pension: "ignored", dead: "competing-event" } })).toMatchObject({
      goneFrom: on("2005-06-01"),
      goneAs: COMPETING_EVENT,
    });
  });

  it("doesn't know yet who left after the last day of the rule's own sources", () => {
    const wages = { name: "wages", states: ["ordinary-work"], observedUntil: "2005-04-30" };
    const spells: readonly SpellRow[] = [
      ["ordinary-work", "2005-02-01"],
      ["dead", "2005-05-10"],
    ];
    expect(evidence(spells, WORK, { sources: [wages] })).toMatchObject({
      goneFrom: NEVER,
      until: on("2005-05-01"),
    });
  });
});
