import { describe, expect, it } from "vitest";
import {
  defineProgram,
  describeProgramNotice,
  lintProgram,
  protocolOf,
  type Program,
} from "../../src/protocol/index.js";
import {
  aabenraa,
  aarhus,
  fredericiaB,
  fredericiaC,
  fredericiaD,
  odense,
  odenseJobs,
  slagelse,
} from "../../src/tenders/index.js";
import { errorOf } from "../support/errors.js";

const least: Program = {
  format: "konkurrencemodel-program/1",
  id: "buffer",
  name: { da: "Buffer", en: "Buffer" },
  source: "notat",
  municipality: "Slagelse",
};

const issuesOf = (change: object) =>
  errorOf(() => defineProgram({ ...fredericiaC, ...change } as Program)).issues;

describe("defineProgram", () => {
  it("is content with a head, and gives a frozen copy", () => {
    const program = defineProgram(least);
    expect(program).toEqual(least);
    expect(program).not.toBe(least);
    expect(Object.isFrozen(program.name)).toBe(true);
  });

  it("takes a program of the sources for another municipality", () => {
    expect(defineProgram({ ...odenseJobs, municipality: "Kolding" })).toMatchObject({
      municipality: "Kolding",
      targets: odenseJobs.targets,
    });
  });

  it("may have an allocation, which is checked as a protocol's", () => {
    const { arms, allocation } = fredericiaB;
    expect(defineProgram({ ...least, arms, allocation }).allocation).toEqual(allocation);
    const broken = { ...least, arms, allocation: { ...allocation, design: { kind: "coin" } } };
    expect(errorOf(() => defineProgram(broken as unknown as Program)).path).toBe("allocation.design.kind");
  });

  it.each([
    ["format", { format: "konkurrencemodel-protocol/1" }],
    ["volum", { volum: [] }],
    ["volume[0]", { volume: [{ of: "teams" }] }],
    ["volume[0]", { volume: [{ of: "participants", least: 10, most: 5 }] }],
    ["volume[0].of", { volume: [{ of: "people", number: 5 }] }],
    ["mix[0].shares[0].share", { mix: [{ shares: [{ group: { match: "1" }, share: 48 }] }] }],
    ["counts[0].persons", { counts: [{ group: {}, persons: -1 }] }],
    ["open[0].text.en", { open: [{ text: { da: "x" } }] }],
    ["criteria[0].without", { criteria: [{ ...fredericiaC.criteria?.[0], without: {} }] }],
    ["targets[0].criterion", { targets: [{ criterion: "gold", share: 0.5 }] }],
    ["bonuses[0].criterion", { bonuses: [{ criterion: "gold", amount: 1 }] }],
    ["bonuses[0].degree", { bonuses: [{ criterion: "durable-15-months", degree: "gold", amount: 1 }] }],
    ["bonuses", { bonuses: [1, 2].map(() => ({ criterion: "durable-15-months", amount: 1 })) }],
  ])("names %s", (path, change) => {
    expect(issuesOf(change).map((issue) => issue.path)).toContain(path);
  });

  it("suggests the key that was meant", () => {
    expect(issuesOf({ volum: [] })[0]).toMatchObject({ hint: "Did you mean volume?" });
    expect(issuesOf({ volum: [] })[0]?.file).toBe("program");
  });
});

const unstated = (program: Program): unknown[] => lintProgram(program).map(({ part }) => part);

describe("lintProgram", () => {
  it("names every part that the text doesn't give, those that a protocol needs as cautions", () => {
    const notices = lintProgram(defineProgram(least));
    expect(notices.every(({ code }) => code === "part-unstated")).toBe(true);
    expect(notices.filter(({ severity }) => severity === "caution").map(({ part }) => part)).toEqual([
      "arms",
      "allocation",
      "course",
      "criteria",
      "analysis",
      "review",
    ]);
  });

  it("names what is left open of the parts that it gives", () => {
    const codes = new Set(lintProgram(fredericiaC).map(({ code }) => code));
    expect(codes).toContain("course-ends-mid-month");
    expect(codes).toContain("ambiguous");
    expect(lintProgram(fredericiaC).some(({ part }) => part === "course")).toBe(false);
    expect(lintProgram({ ...least, course: fredericiaB.course }).map(({ code }) => code)).toContain(
      "extension-unstated",
    );
    const { arms, allocation } = fredericiaB;
    const design = { kind: "alternation" } as const;
    const alternating = defineProgram({ ...least, arms, allocation: { ...allocation, design } });
    expect(lintProgram(alternating).map(({ code }) => code)).toContain("predictable-design");
  });

  it("takes bonuses for payment and expected effects for targets", () => {
    expect(unstated(fredericiaC)).not.toContain("payment");
    expect(unstated(fredericiaD)).toContain("payment");
    expect(unstated(aabenraa)).not.toContain("targets");
  });

  it("adds a mix up in whole percent, without the hair by which binary fractions miss it", () => {
    const shares = [0.1, 0.2, 0.7].map((share, index) => ({ group: { match: String(index) }, share }));
    expect(lintProgram({ ...least, mix: [{ shares }] }).map(({ code }) => code)).not.toContain(
      "mix-not-whole",
    );
    expect(lintProgram(odense).filter(({ code }) => code === "mix-not-whole")).toHaveLength(1);
  });
});

const said = (language: "da" | "en") =>
  lintProgram(odense).map((notice) => describeProgramNotice(notice, { language }));

describe("describeProgramNotice", () => {
  it("says them in Danish and English, and leaves a protocol's to a protocol", () => {
    expect(said("en")).toContain("The text doesn't say by which rule success is measured.");
    expect(said("da")).toContain("Teksten siger ikke, hvilken regel succes måles efter.");
    expect(said("da")).toContain("Fordelingen (insured) giver tilsammen 99\u202F% og ikke 100.");
    expect(said("en")).toContain("The mix (insured) adds up to 99%, not to 100.");
    expect(
      describeProgramNotice({ code: "no-margin", severity: "info" }, { language: "en" }),
    ).toBeUndefined();
  });
});

describe("protocolOf", () => {
  const { arms, allocation, analysis, review } = fredericiaB;
  const course = { lengths: [{ length: { weeks: 13 } }] };
  const agreed = { allocation, course, analysis: { ...analysis, primary: "fleksjob-6-months" }, review };

  it("completes a program by what has been agreed, and leaves its own numbers aside", () => {
    const { secondary: _secondary, ...primary } = agreed.analysis;
    const protocol = protocolOf(fredericiaD, { ...agreed, analysis: primary });
    expect(protocol).toMatchObject({
      format: "konkurrencemodel-protocol/1",
      source: fredericiaD.source,
      municipality: "Fredericia",
      arms: fredericiaD.arms,
      criteria: fredericiaD.criteria,
      course,
    });
    expect(protocol).not.toHaveProperty("volume");
    expect(protocol).not.toHaveProperty("open");
    expect(protocol.digest).toHaveLength(64);
  });

  it("takes a part that was agreed instead of the program's own", () => {
    const { secondary: _secondary, ...primary } = { ...analysis, primary: "fleksjob" };
    const lengths = [{ length: { months: 4 } }];
    const protocol = protocolOf(aarhus, { arms, allocation, analysis: primary, review, course: { lengths } });
    expect(protocol.course.lengths).toEqual(lengths);
    expect(protocol.states).toEqual(aarhus.states);
    // Its targets' groups have to be among what is drawn within.
    const error = errorOf(() => protocolOf(odenseJobs, { ...agreed, arms }));
    expect(error.issues.map(({ path }) => path)).toContain("targets[0].group.match");
  });

  it("names a slip in a part that was agreed", () => {
    const slip = { ...agreed, benchmrk: {} };
    expect(errorOf(() => protocolOf(fredericiaD, slip)).issues[0]).toMatchObject({
      path: "benchmrk",
      hint: "Did you mean benchmark?",
    });
  });

  it("says everything that is missing while it isn't a protocol", () => {
    const error = errorOf(() => protocolOf(fredericiaD, {}));
    expect(error.code).toBe("impossible-protocol");
    expect(errorOf(() => protocolOf(slagelse, {})).message).toContain("the protocol has 5 issues");
    expect(error.issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["course", "analysis", "review"]),
    );
  });
});
