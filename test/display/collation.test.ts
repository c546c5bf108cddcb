import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDanish } from "../../src/display/index.js";

const sorted = (words: readonly string[]): string[] => words.toSorted(compareDanish);

describe("compareDanish", () => {
  it("puts æ, ø and å after z, and aa with å", () => {
    const order = ["Odense", "Vejle", "Zealand", "Ærø", "Ølstykke", "Aabenraa", "Aalborg", "Aarhus"];
    expect(sorted(order.toReversed())).toEqual(order);
  });

  it("sorts å among aa, not before or after all of them", () => {
    expect(sorted(["Århus", "Aalborg", "Aabenraa", "Åbybro"])).toEqual([
      "Aabenraa",
      "Åbybro",
      "Aalborg",
      "Århus",
    ]);
  });

  it("counts foreign letters as their Danish neighbors, and accents as none", () => {
    expect(sorted(["Ö", "Ø", "Ä", "Æ", "Ü", "Y", "Z", "É", "E", "F"])).toEqual(
      ["E", "É", "F", "Y", "Ü", "Z", "Ä", "Æ", "Ö", "Ø"].toSorted(compareDanish),
    );
    expect(compareDanish("Müller", "Myller")).toBeGreaterThan(0);
    expect(compareDanish("Müller", "Mynte")).toBeLessThan(0);
    expect(compareDanish("idé", "ide")).toBeGreaterThan(0);
    expect(compareDanish("idé", "iden")).toBeLessThan(0);
  });

  it("lets case decide only between equal words, and a prefix come first", () => {
    expect(sorted(["vejle", "Vejen", "Vejle", "Vej"])).toEqual(["Vej", "Vejen", "Vejle", "vejle"]);
  });

  it("puts digits, spaces and hyphens before letters", () => {
    expect(sorted(["Ikast", "Ikast-Brande", "Ikast Brande", "Ikasta", "2 Ikast"])).toEqual([
      "2 Ikast",
      "Ikast",
      "Ikast Brande",
      "Ikast-Brande",
      "Ikasta",
    ]);
  });

  it("doesn't care how å was composed, but never calls different texts equal", () => {
    expect(Math.sign(compareDanish("A\u030Arhus", "Zebra"))).toBe(1);
    expect(compareDanish("Åbenrå", "Aabenraa")).not.toBe(0);
  });

  it("is a total order", () => {
    const word = fc.string({ unit: fc.constantFrom(..."aAåÅæøézZ1 -") });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(Math.sign(compareDanish(a, b))).toBe(-Math.sign(compareDanish(b, a)) + 0);
        expect(compareDanish(a, b) === 0).toBe(a === b);
        const [first, , last] = sorted([a, b, c]);
        expect(compareDanish(first ?? "", last ?? "")).toBeLessThanOrEqual(0);
      }),
    );
  });
});
