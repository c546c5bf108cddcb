import { describe, expect, it } from "vitest";
import { checkDisclosure } from "../../../src/review/index.js";
import { CASE_NAMES, reviewedCase, type CaseName } from "../../support/cases/index.js";

type Place = readonly string[];

interface Editions {
  /** As review.json has them. */
  readonly internal: Record<string, unknown>;
  readonly published: Record<string, unknown>;
}

async function editionsOf(name: CaseName): Promise<Editions> {
  const { review, published } = await reviewedCase(name);
  return {
    internal: JSON.parse(JSON.stringify(review)) as Record<string, unknown>,
    published: JSON.parse(JSON.stringify(published())) as Record<string, unknown>,
  };
}

/** Where a published edition says "suppressed" instead of a number. */
function hiddenPlaces(value: unknown, place: Place = []): Place[] {
  if (value === "suppressed") return [place];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => hiddenPlaces(item, [...place, name]));
}

function valueAt(value: unknown, [name, ...others]: Place): unknown {
  if (name === undefined || typeof value !== "object" || value === null) return value;
  return valueAt((value as Record<string, unknown>)[name], others);
}

function putAt(value: unknown, place: Place, item: unknown): void {
  const parent = valueAt(value, place.slice(0, -1)) as Record<string, unknown>;
  parent[place.at(-1) ?? ""] = item;
}

/** As findings name it: `effects[0].rates[1].rate.estimate`. */
function named(place: Place): string {
  return place
    .map((name, at) => (/^\d+$/.test(name) ? `[${name}]` : `${at === 0 ? "" : "."}${name}`))
    .join("");
}

describe.each(CASE_NAMES)("what is derived of hidden counts of the case %s", (name) => {
  it("isn't found in its published edition, but wherever a hidden number is put back", async () => {
    const { internal, published } = await editionsOf(name);
    expect(checkDisclosure(published).findings).toEqual([]);
    const places = hiddenPlaces(published).filter(
      (place) => place[0] !== "disclosure" && typeof valueAt(internal, place) === "number",
    );
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) putAt(published, place, valueAt(internal, place));
    const found = checkDisclosure(published).findings.flatMap((each) => ("path" in each ? [each.path] : []));
    expect(found).toEqual(expect.arrayContaining(places.map(named)));
  });
});

describe("what an edition leaves out", () => {
  it.each(["beside", "specification", "costs"])(
    "is found where %s of the internal one is put back",
    async (part) => {
      const { internal, published } = await editionsOf("tiny");
      expect([published[part] ?? null, internal[part] ?? null]).toEqual([null, expect.anything()]);
      const { findings } = checkDisclosure({ ...published, [part]: internal[part] });
      expect(findings).toContainEqual(
        expect.objectContaining({ kind: "printed-derived", path: expect.stringContaining(part) }),
      );
    },
  );

  it("is found in a list from which some analyses were left out", async () => {
    const { internal, published } = await editionsOf("tiny");
    const place = ["effects", "0", "comparisons", "0", "sensitivity"];
    expect(valueAt(published, place)).toEqual([]);
    putAt(published, place, valueAt(internal, place));
    expect(checkDisclosure(published).findings).toContainEqual(
      expect.objectContaining({ path: `${named(place)}[0].difference.estimate` }),
    );
  });

  it("is found in the list of numbers alone", async () => {
    const { published } = await editionsOf("bundled");
    const at = (published["numbers"] as { value: unknown }[]).findIndex(
      ({ value }) => value === "suppressed",
    );
    putAt(published, ["numbers", String(at), "value"], 0.36);
    expect(checkDisclosure(published).findings).toEqual([
      { kind: "printed-derived", path: `numbers[${at}].value`, printed: 0.36, cell: null },
    ]);
  });
});

describe("an edition whose parts can't be read", () => {
  it("is refused, by name", async () => {
    const { published } = await editionsOf("tiny");
    expect(() => checkDisclosure({ ...published, effects: [5] })).toThrow(/review: .*can't be read/);
  });
});
