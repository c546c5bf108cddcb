import { describe, expect, it } from "vitest";
import { survivalPlot, type CurveShape, type CurveStep } from "../../src/figures/index.js";
import { cumulativeIncidence, kaplanMeier } from "../../src/inference/index.js";
import { LONG_NAME } from "../support/figures.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { datasetOf, numbersOf, textsOf } from "../support/survivalData.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

const aml = datasetOf("surv_aml");
const curve = kaplanMeier({
  time: numbersOf(aml, "time"),
  event: numbersOf(aml, "status"),
  group: textsOf(aml, "group").map((group) => (group === "A" ? "Egen enhed" : LONG_NAME)),
});
const competing = datasetOf("surv_sim_cr");
const incidence = cumulativeIncidence({
  time: numbersOf(competing, "time"),
  cause: numbersOf(competing, "event").map((cause) => ["", "arbejde", "uddannelse"][cause] || null),
  group: textsOf(competing, "group"),
});

const textsIn = (svg: string): readonly string[] => textBoxes(svg).map(({ text }) => text);
const pathsIn = (svg: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter(({ name }) => name === "path")
    .map(({ attributes }) => attributes);

function step(time: number, estimate: number, more: Partial<CurveStep> = {}): CurveStep {
  return {
    time,
    atRisk: 10,
    events: 1,
    censored: 0,
    estimate,
    lower: estimate / 2,
    upper: estimate,
    ...more,
  };
}

function shapeOf(...rows: readonly CurveStep[]): CurveShape {
  return { kind: "curve", measure: "survival", interval: { level: 0.95 }, rows };
}

const crosses = (...censored: readonly number[]): number => {
  const { svg } = survivalPlot(shapeOf(...censored.map((count, i) => step(i + 1, 0.9, { censored: count }))));
  const marks = pathsIn(svg).find(
    (path) => path["stroke"] !== undefined && path["stroke-width"] === undefined,
  );
  return (marks?.["d"] ?? "").split("M").length - 1;
};

function svgOfLines(count: number): string {
  const rows = Array.from({ length: count }, (_, at) =>
    [step(1, 0.5), step(2, 0.4)].map((each) => ({ ...each, group: String(at) })),
  );
  return survivalPlot(shapeOf(...rows.flat()), { valueLabel: "Share" }).svg;
}

const bandOf = (...rows: readonly CurveStep[]): string =>
  pathsIn(survivalPlot(shapeOf(...rows)).svg).find((path) => path["fill"] !== "none")?.["d"] ?? "";

describe("survivalPlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const drawn = survivalPlot(curve, {
        language,
        id: "survival",
        timeLabel: "Uger",
        title: "Overlevelse",
      });
      await expect(drawn.svg).toMatchFileSnapshot(`../golden/figures/survival.${language}.svg`);
      expect(layoutFaults(drawn.svg)).toEqual([]);
      const causes = survivalPlot(incidence, { language, id: "incidence", width: 600 });
      await expect(causes.svg).toMatchFileSnapshot(`../golden/figures/incidence.${language}.svg`);
      expect(layoutFaults(causes.svg)).toEqual([]);
    }
  });

  it("draws the curve as steps from 1, from each time to the next", () => {
    const { svg } = survivalPlot(shapeOf(step(5, 0.5), step(10, 0.25)), { width: 500 });
    const line = pathsIn(svg).find((path) => path["stroke-width"] === "2")?.["d"] ?? "";
    const numbers = [...line.matchAll(/[MHV]([\d. ]+)/g)].map(([, digits = ""]) =>
      digits.split(" ").map(Number),
    );
    const [[left = 0, top = 0] = [], [x1 = 0] = [], [y1 = 0] = [], [x2 = 0] = [], [y2 = 0] = []] = numbers;
    // Half way along the axis and half way down, then to the end and three quarters down.
    expect(line.replace(/[\d. ]+/g, "")).toBe("MHVHV");
    expect((x1 - left) / (x2 - left)).toBeCloseTo(0.5, 3);
    const bottom = top + (y2 - top) / 0.75;
    expect((y1 - top) / (bottom - top)).toBeCloseTo(0.5, 3);
  });

  it("has a stroke wherever someone is followed no longer, and nowhere else", () => {
    expect(crosses(0, 0, 0)).toBe(0);
    expect(crosses(1, 0, 4)).toBe(2);
  });

  it("has no band where the limits exclude nothing", () => {
    const nothing = { lower: 0, upper: 1 };
    expect(bandOf(step(1, 0.5, nothing), step(2, 0.2, nothing), step(3, 0.1))).toBe("");
    // One piece per step up to the last, where the curve ends.
    expect(bandOf(step(1, 0.5), step(2, 0.2, nothing), step(3, 0.1), step(4, 0)).split("Z")).toHaveLength(3);
  });

  it("makes no band darker where another lies on it, and draws the limits of each", () => {
    const { svg } = survivalPlot(
      ["a", "b"].map((group) => shapeOf({ ...step(1, 0.5), group }, { ...step(2, 0.4), group })),
    );
    const together = elementsOf(parseXml(svg)).filter(
      ({ attributes }) => attributes["opacity"] !== undefined,
    );
    expect(together.map(({ name, children }) => [name, children.length])).toEqual([["g", 2]]);
    expect(pathsIn(svg).filter((path) => path["stroke-opacity"] !== undefined)).toHaveLength(2);
  });

  it("has no bands where there are more than three lines, and doesn't say that it has", () => {
    expect(textBoxes(svgOfLines(3)).map(({ text }) => text)).toContain("Share (95% CI)");
    expect(textBoxes(svgOfLines(4)).map(({ text }) => text)).toContain("Share");
    expect(pathsIn(svgOfLines(4)).filter((path) => path["stroke-opacity"] !== undefined)).toHaveLength(0);
  });

  it("tells lines apart by dashes and marks, not by color alone", () => {
    const looks = pathsIn(survivalPlot(incidence).svg)
      .filter((path) => path["stroke-width"] === "2" && path["d"]?.includes("V") === true)
      .map((path) => path["stroke-dasharray"]);
    expect(new Set(looks).size).toBe(4);
    const shapes = elementsOf(parseXml(survivalPlot(incidence).svg)).map(({ name }) => name);
    expect(shapes.filter((name) => name === "circle")).toHaveLength(2);
    expect(shapes.filter((name) => name === "polygon")).toHaveLength(6);
  });

  it("counts those at risk just before the times of the axis, once per group", () => {
    const { svg } = survivalPlot(curve, { language: "da" });
    const boxes = textBoxes(svg);
    const heading = boxes.find(({ text }) => text === "Under risiko");
    const below = boxes.filter(({ top }) => top > (heading?.bottom ?? Infinity));
    const row = (name: string): readonly string[] => {
      const label = below.find(({ text }) => text.startsWith(name));
      return below
        .filter(({ top, text }) => top === label?.top && text !== label.text)
        .map(({ text }) => text);
    };
    // 0, 20, 40, … 160 weeks: counted in the data.
    expect(row("Egen")).toEqual(["11", "7", "3", "1", "1", "1", "1", "1", "1"]);
    expect(row("Leverandøren")).toEqual(["12", "6", "2", "0", "0", "0", "0", "0", "0"]);
    expect(textsIn(survivalPlot(incidence).svg).filter((text) => text === "60")).toHaveLength(2);
  });

  it("says the same in words, as tables and as plain rows", () => {
    const figure = survivalPlot(curve, { language: "da", timeLabel: "Uger siden henvisning" });
    const description = elementsOf(parseXml(figure.svg)).find(({ name }) => name === "desc");
    expect(description?.children.join("").replace(/\u202F/g, " ")).toContain(
      "Egen enhed: 11 fulgt, 7 hændelser; Tid 20: 71,6 % (35,0 til 89,9 %)",
    );
    expect(figure.toText({ language: "da" }).replace(/\u202F/g, " ")).toMatch(/ 60 +0 +0,0 %\n/);
    expect(figure.tables.map(({ caption }) => caption)).toEqual(["Egen enhed", LONG_NAME]);
    expect(figure.toRows()[0]).toEqual({
      line: "Egen enhed",
      time: 9,
      atRisk: 11,
      events: 1,
      censored: 0,
      estimate: curve.rows[0]?.estimate,
      lower: curve.rows[0]?.lower,
      upper: curve.rows[0]?.upper,
    });
  });

  it("doesn't know what comes after the last follow-up", () => {
    const short = step(40, 0.5, { censored: 9 });
    const figure = survivalPlot([shapeOf({ ...short, group: "a" }, { ...step(100, 0.2), group: "b" })]);
    expect(figure.toText()).toContain("not followed so long");
    expect(textsIn(figure.svg)).toContain("0");
  });

  it("tells curves without groups apart by their number, and shows the label of a single one", () => {
    const alone = kaplanMeier({ time: [1, 2, 3], event: [1, 0, 1] });
    const texts = textsIn(survivalPlot([alone, alone], { language: "da" }).svg);
    expect(texts).toEqual(expect.arrayContaining(["Kurve 1", "Kurve 2"]));
    expect(texts).not.toContain("Alle");
    expect(textsIn(survivalPlot([alone], { labels: ["Visiterede"] }).svg)).toContain("Visiterede");
  });

  it("takes several curves, with labels of their own", () => {
    const one = shapeOf(step(5, 0.5));
    const texts = textsIn(survivalPlot([one, one], { labels: ["Allocated", "Started"] }).svg);
    expect(texts.filter((text) => text === "Allocated")).toHaveLength(2); // in the legend, and at risk
    expect(texts).toContain("Share without the event (95% CI)");
    const other = { ...one, interval: { level: 0.9 } };
    expect(textsIn(survivalPlot([one, other], { labels: ["a", "b"] }).svg)).toContain(
      "Share without the event (CI)",
    );
  });

  it("can be drawn of a single event at time 0, and of incidences that never rise", () => {
    expect(layoutFaults(survivalPlot(shapeOf(step(0, 0, { upper: 1, lower: 0 }))).svg)).toEqual([]);
    const flat = { ...shapeOf(step(3, 0, { lower: 0, upper: 1 })), measure: "cumulative-incidence" } as const;
    expect(layoutFaults(survivalPlot(flat).svg)).toEqual([]);
  });
});

describe("what survivalPlot refuses", () => {
  const one = shapeOf(step(5, 0.5));
  it.each([
    ["nothing-to-draw", []],
    ["nothing-to-draw", shapeOf()],
    ["impossible-subject", [{ kind: "test", pValue: 0.5 }]],
    ["impossible-subject", [one, { ...one, measure: "cumulative-incidence" }]],
  ])("%s", (code, subject) => {
    expect(() => survivalPlot(subject as CurveShape)).toThrow(expect.objectContaining({ code }));
  });

  it("labels that are too few, and options it doesn't know", () => {
    expect(() => survivalPlot([one], { labels: [] })).toThrow(
      expect.objectContaining({ code: "labels-mismatch" }),
    );
    expect(() => survivalPlot(one, { timelabel: "Weeks" } as object)).toThrow(
      expect.objectContaining({ code: "unknown-option", hint: "Did you mean timeLabel?" }),
    );
  });
});
