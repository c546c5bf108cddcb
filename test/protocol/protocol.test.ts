import { describe, expect, it } from "vitest";
import { canonicalJson, digestOf, digestOfValue, type CompetitionError } from "../../src/core/index.js";
import {
  defineProtocol,
  parsePayment,
  parseProtocol,
  type Protocol,
  type ProtocolDocument,
} from "../../src/protocol/index.js";
import { fredericiaA } from "../../src/tenders/index.js";
import { errorOf } from "../support/errors.js";

type Loose = Record<string, unknown>;

/** A copy of Fredericia A's document to spoil. */
function document(): Loose {
  return structuredClone(fredericiaA.toJSON()) as unknown as Loose;
}

/** The error that a spoiled document gives. */
function refusal(spoil: (draft: Loose) => void): CompetitionError {
  const draft = document();
  spoil(draft);
  const error = errorOf(() => defineProtocol(draft as unknown as ProtocolDocument));
  expect(error.code).toBe("impossible-protocol");
  return error;
}

const criteria = (draft: Loose): Loose[] => draft["criteria"] as Loose[];
const part = (draft: Loose, name: string): Loose => draft[name] as Loose;

describe("defineProtocol", () => {
  it("gives the document back, frozen, with the digest of its canonical JSON", () => {
    const given = document();
    const protocol = defineProtocol(given as unknown as ProtocolDocument);
    expect(protocol.toJSON()).toEqual(given);
    expect(protocol.digest).toBe(digestOf(canonicalJson(given)));
    expect(Object.isFrozen(protocol.criteria[0])).toBe(true);
  });

  it("digests what was given, not what is default: leaving a default out is another protocol", () => {
    const without = document();
    delete part(without, "analysis")["level"];
    expect(defineProtocol(without as unknown as ProtocolDocument).digest).not.toBe(fredericiaA.digest);
  });

  it("takes a protocol again and gives the same digest", () => {
    expect(defineProtocol(fredericiaA).digest).toBe(fredericiaA.digest);
    expect(parseProtocol(JSON.stringify(fredericiaA)).digest).toBe(fredericiaA.digest);
  });

  it("isn't read from a file in which a key stands twice", () => {
    const text = JSON.stringify(fredericiaA).replace('"strata":', '"strata":[],"strata":');
    const error = errorOf(() => parseProtocol(text, { name: "protocol.json" }));
    expect(error).toMatchObject({ code: "repeated-key", path: "protocol.json", received: "strata" });
  });

  it("may declare which public value enters every draw of a batch, and of nothing else", () => {
    const declared = document();
    part(declared, "allocation")["beacon"] = "the first pulse after the head was published";
    const protocol = defineProtocol(declared as unknown as ProtocolDocument);
    expect(protocol.allocation.beacon).toBe("the first pulse after the head was published");
    expect(protocol.digest).not.toBe(fredericiaA.digest);
    const error = refusal((draft) => {
      part(draft, "allocation")["beacon"] = "dice";
      part(draft, "allocation")["design"] = { kind: "alternation" };
    });
    expect(error.path).toBe("allocation.beacon");
  });

  it("may name the benefit area of its cluster, which is part of the agreement", () => {
    const draft = document();
    const of = (benefit?: unknown): Protocol => {
      draft["benchmark"] = {
        municipality: "Fredericia",
        criterion: (draft["analysis"] as Loose)["primary"],
        measure: { definition: "d", population: "p", anchor: "a", window: "w", period: "2005" },
        ...(benefit === undefined ? {} : { benefit }),
      };
      return defineProtocol(draft as unknown as ProtocolDocument);
    };
    expect(of("kontanthjælp").benchmark?.benefit).toBe("kontanthjælp");
    expect(of("kontanthjælp").digest).not.toBe(of().digest);
    expect(errorOf(() => of(7)).path).toBe("benchmark.benefit");
  });

  it("knows the digest of each of its parts, which no copy carries", () => {
    const protocol = defineProtocol(fredericiaA);
    expect(Object.keys(protocol.parts)).toEqual(Object.keys(fredericiaA.toJSON()));
    expect(protocol.parts["course"]).toBe(digestOfValue(fredericiaA.course));
    expect(Object.keys(protocol)).not.toContain("parts");
    expect(JSON.parse(JSON.stringify(protocol))).toEqual(fredericiaA.toJSON());
  });

  it("does not hold on to what it was given", () => {
    const given = document();
    const protocol = defineProtocol(given as unknown as ProtocolDocument);
    given["municipality"] = "Kolding";
    expect(protocol.municipality).toBe("Fredericia");
  });

  it("names an unknown key, where it stands, and the key that was meant", () => {
    const error = refusal((draft) => {
      part(draft, "analysis")["primry"] = "x";
    });
    expect(error).toMatchObject({
      path: "analysis.primry",
      received: "primry",
      hint: "Did you mean primary?",
    });
    expect(error.expected).toContain("primary");
  });

  it.each([
    [
      "an undefined state",
      "criteria[0].without.states[0]",
      "kash-assistance",
      "Did you mean cash-assistance?",
      (draft: Loose): void => {
        part(criteria(draft)[0] as Loose, "without")["states"] = ["kash-assistance"];
      },
    ],
    [
      "a primary that isn't listed",
      "analysis.primary",
      "without-suport-6-months",
      "Did you mean without-support-6-months?",
      (draft: Loose): void => {
        part(draft, "analysis")["primary"] = "without-suport-6-months";
      },
    ],
    [
      "an arm that isn't there",
      "analysis.referenceArm",
      "municipality",
      "Did you mean municipal?",
      (draft: Loose): void => {
        part(draft, "analysis")["referenceArm"] = "municipality";
      },
    ],
    [
      "a bonus for an undefined criterion",
      "payment.terms[0].bonuses[0].criterion",
      "gold",
      "Declare the criterion, or use one that is declared.",
      (draft: Loose): void => {
        part(draft, "payment")["terms"] = [{ arm: "supplier", bonuses: [{ criterion: "gold", amount: 1 }] }];
      },
    ],
    [
      "a course length for an undeclared stratum",
      "course.lengths[0].group.agegroup",
      "agegroup",
      "Did you mean ageGroup?",
      (draft: Loose): void => {
        part(draft, "course")["lengths"] = [{ group: { agegroup: "30" }, length: { weeks: 6 } }];
      },
    ],
  ] as const)("refuses %s", (_case, path, received, hint, spoil) => {
    const error = refusal(spoil);
    expect(error).toMatchObject({ path, received, hint });
    expect(error.expected).toMatch(/^one of /);
  });

  it.each([
    ["a level of 95", "analysis.level", (draft: Loose): unknown => (part(draft, "analysis")["level"] = 95)],
    ["one arm", "arms", (draft: Loose): unknown => (draft["arms"] = [{ id: "municipal", name: "x" }])],
    [
      "two arms of one name",
      "arms",
      (draft: Loose): unknown =>
        (draft["arms"] = [
          { id: "municipal", name: "x" },
          { id: "municipal", name: "y" },
        ]),
    ],
    [
      "a span of two units",
      "criteria[0].window.length",
      (draft: Loose): unknown =>
        (part(criteria(draft)[0] as Loose, "window")["length"] = { weeks: 1, days: 2 }),
    ],
    [
      "an amount of half a month",
      "criteria[0].amount.calendarMonths",
      (draft: Loose): unknown => ((criteria(draft)[0] as Loose)["amount"] = { calendarMonths: 0.5 }),
    ],
    [
      "a criterion that counts nothing",
      "criteria[0]",
      (draft: Loose): unknown => delete (criteria(draft)[0] as Loose)["without"],
    ],
    [
      "a rule of consecutive months for cumulative ones",
      "criteria[0].monthsCounted",
      (draft: Loose): unknown => ((criteria(draft)[0] as Loose)["monthsCounted"] = "days"),
    ],
    [
      "a target of a criterion that isn't there",
      "targets[0].criterion",
      (draft: Loose): unknown => (draft["targets"] = [{ criterion: "gold", share: 0.5 }]),
    ],
    [
      "a target among those of a criterion that isn't there",
      "targets[0].among",
      (draft: Loose): unknown =>
        (draft["targets"] = [{ criterion: "durable-15-months", among: "gold", share: 0.5 }]),
    ],
    [
      "a target for a group by nothing that is drawn within",
      "targets[0].group.age",
      (draft: Loose): unknown =>
        (draft["targets"] = [{ criterion: "durable-15-months", group: { age: "30" }, share: 0.5 }]),
    ],
    [
      "a course length for a level that isn't declared",
      "course.lengths[0].group.ageGroup",
      (draft: Loose): unknown => (part(draft, "allocation")["levels"] = { ageGroup: ["over30", "under-30"] }),
    ],
    [
      "a target in percent",
      "targets[0].share",
      (draft: Loose): unknown => (draft["targets"] = [{ criterion: "durable-15-months", share: 50 }]),
    ],
    [
      "a guarantee of more at least than at most",
      "course.guarantees[0].least",
      (draft: Loose): unknown =>
        (part(draft, "course")["guarantees"] = [{ arm: "supplier", least: 61, most: 60 }]),
    ],
    [
      "a guarantee of an arm that isn't there",
      "course.guarantees[0].arm",
      (draft: Loose): unknown => (part(draft, "course")["guarantees"] = [{ arm: "suplier", least: 10 }]),
    ],
    [
      "two guarantees of an arm",
      "course.guarantees",
      (draft: Loose): unknown =>
        (part(draft, "course")["guarantees"] = [
          { arm: "supplier", least: 10 },
          { arm: "supplier", most: 60 },
        ]),
    ],
    [
      "a guarantee over 54 weeks of a year",
      "course.guarantees[0].weeksPerYear",
      (draft: Loose): unknown =>
        (part(draft, "course")["guarantees"] = [{ arm: "supplier", least: 10, weeksPerYear: 54 }]),
    ],
    [
      "a quota of an arm that isn't there",
      "allocation.quotas[0].arm",
      (draft: Loose): unknown =>
        (part(draft, "allocation")["quotas"] = [{ arm: "suplier", per: "iso-week", most: 4 }]),
    ],
    [
      "a block that the weights don't divide",
      "allocation.design.sizes[0]",
      (draft: Loose): unknown =>
        (part(draft, "allocation")["design"] = {
          kind: "permuted-block",
          weights: { municipal: 1, supplier: 1 },
          sizes: [5],
        }),
    ],
    [
      "a missing weight",
      "allocation.design.weights.supplier",
      (draft: Loose): unknown => (part(part(draft, "allocation"), "design")["weights"] = { municipal: 1 }),
    ],
    [
      "a stratum that is the citizen",
      "allocation.strata[0]",
      (draft: Loose): unknown => (part(draft, "allocation")["strata"] = ["citizen"]),
    ],
    [
      "a day that isn't in the calendar",
      "review.date",
      (draft: Loose): unknown => (part(draft, "review")["date"] = "2005-02-30"),
    ],
    [
      "a name in one language",
      "review.title.en",
      (draft: Loose): unknown => (part(draft, "review")["title"] = { da: "x" }),
    ],
    [
      "another design",
      "allocation.design.kind",
      (draft: Loose): unknown => (part(draft, "allocation")["design"] = { kind: "coin" }),
    ],
    ["a missing part", "course", (draft: Loose): unknown => delete draft["course"]],
  ] as const)("refuses %s at its place", (_case, path, spoil) => {
    const error = refusal(spoil);
    expect(error.issues.map((issue) => issue.path)).toContain(path);
    for (const issue of error.issues) expect(issue.expected).not.toBe("");
  });

  it("tells every issue at once", () => {
    const error = refusal((draft) => {
      draft["municipalty"] = "x";
      part(draft, "analysis")["level"] = 95;
      part(draft, "analysis")["margin"] = -1;
    });
    expect(error.issues.map(({ path }) => path).toSorted()).toEqual([
      "analysis.level",
      "analysis.margin",
      "municipalty",
    ]);
  });

  it.each([undefined, null, 7, "x", []])("refuses %o", (value) => {
    expect(() => defineProtocol(value as unknown as ProtocolDocument)).toThrow(/impossible value/);
  });
});

describe("parseProtocol", () => {
  it("says what is wrong with a file that is no JSON, by the file's name", () => {
    const error = errorOf(() => parseProtocol('{"format": ', { name: "min-protokol.json" }));
    expect(error.code).toBe("not-json");
    expect(String(error)).toContain("min-protokol.json");
  });

  it("names the file in each issue", () => {
    const error = errorOf(() => parseProtocol("{}", { name: "p.json" }));
    expect(error.issues.every(({ file }) => file === "p.json")).toBe(true);
  });
});

describe("parsePayment", () => {
  it("reads the terms that the protocol itself would have", () => {
    expect(parsePayment(JSON.stringify(fredericiaA.payment), fredericiaA)).toEqual(fredericiaA.payment);
  });

  it("refuses what the protocol would, by its place in the file", () => {
    const terms = { terms: [{ arm: "supplier", bonuses: [{ criterion: "nope", amount: 1 }] }] };
    const error = errorOf(() => parsePayment(JSON.stringify(terms), fredericiaA, { name: "bid.json" }));
    expect(error.code).toBe("impossible-payment");
    expect(error.message).toMatch(
      /^bid\.json, payment\.terms\[0\]\.bonuses\[0\]\.criterion: unknown criterion; received "nope"; expected one of /,
    );
    expect(error.message.match(/"nope"/g)).toHaveLength(1);
  });

  it("lists several issues, each once, and names øre where an amount isn't", () => {
    const terms = { terms: [{ arm: "supplier", base: { per: "week", amount: 0.5 }, bonuses: 5 }] };
    const error = errorOf(() => parsePayment(JSON.stringify(terms), fredericiaA));
    expect(error.message).toMatch(/^payment\.json: the payment terms have 2 issues\.\n/);
    expect(error.message).toContain(
      "payment.json, payment.terms[0].base.amount: impossible value; received 0.5",
    );
    expect(error.message).toContain("expected a whole number of øre from 0");
    expect(error.message).not.toContain("protocol");
  });

  it.each(["5.000 kr.", 0.5, -1, null])("names øre whatever stands in place of an amount: %j", (amount) => {
    const terms = {
      terms: [{ arm: "supplier", bonuses: [{ criterion: "without-support-6-months", amount }] }],
    };
    expect(errorOf(() => parsePayment(JSON.stringify(terms), fredericiaA)).expected).toContain("øre");
  });

  it("says of an empty file what belongs into it", () => {
    const error = errorOf(() => parsePayment(" \n", fredericiaA, { name: "bid.json" }));
    expect(error).toMatchObject({ code: "empty-file", path: "bid.json" });
    expect(error.expected).toBe("payment terms as a JSON document");
    expect(errorOf(() => parseProtocol("")).expected).toBe("a JSON document");
  });
});
