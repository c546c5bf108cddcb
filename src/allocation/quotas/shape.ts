import { fieldOf, listOf, literal, malformed, object, wholeNumber, type Shape } from "../shape.js";

const LARGEST = 1_000_000; // a minimum times the weeks of a year stays exact

const KINDS: Readonly<Record<string, (arm: Shape) => Shape>> = {
  per: (arm) =>
    object(
      {
        arm,
        per: literal("first-week", "iso-week", "calendar-month", "calendar-year", "agreement-year"),
      },
      { most: wholeNumber(1, LARGEST), least: wholeNumber(1, LARGEST) },
    ),
  weeksPerYear: (arm) => object({ arm, weeksPerYear: wholeNumber(1, 53) }),
  participants: (arm) => object({ arm, participants: wholeNumber(1, LARGEST) }),
};

/** The shape of quotas for these arms, in a design that draws batches or citizens one at a time. */
export function quotasShape(arms: readonly string[], draws: "batch" | "single"): Shape {
  const list = listOf(quotaShape(arms, draws));
  return (value, field) => {
    const problems = list(value, field);
    if (problems.length > 0 || !Array.isArray(value)) return problems;
    const subjects = value.map(
      (quota: unknown) =>
        `${kindOf(quota)} ${String(fieldOf(quota, "per"))} of ${String(fieldOf(quota, "arm"))}`,
    );
    const repeated = subjects.findIndex((subject, index) => subjects.indexOf(subject) < index);
    return repeated < 0
      ? []
      : [malformed(`${field}[${repeated}]`, value[repeated], "one quota of a kind for an arm")];
  };
}

function quotaShape(arms: readonly string[], draws: "batch" | "single"): Shape {
  return (value, field) => {
    const shape = KINDS[kindOf(value) ?? ""];
    if (shape === undefined) {
      return [malformed(field, value, `a quota: an arm with one of ${Object.keys(KINDS).join(", ")}`)];
    }
    const problems = shape(literal(...arms))(value, field);
    return problems.length > 0 || kindOf(value) !== "per" ? problems : numbers(draws)(value, field);
  };
}

/** What `most` and `least` must be to each other and to the design. */
function numbers(draws: "batch" | "single"): Shape {
  return (value, field) => {
    const most = fieldOf(value, "most");
    const least = fieldOf(value, "least");
    if (least === undefined)
      return most === undefined ? [malformed(field, value, "most, least or both")] : [];
    if (draws === "single") {
      return [
        {
          ...malformed(`${field}.least`, least, "no minimum where citizens are drawn one at a time"),
          hint: "Someone drawn alone can't make up for a week that gave too few: declare a design that draws batches, or only most.",
        },
      ];
    }
    return Number(least) > Number(most ?? least)
      ? [malformed(`${field}.least`, least, `no more than most, ${String(most)}`)]
      : [];
  };
}

function kindOf(value: unknown): string | undefined {
  return Object.keys(KINDS).find((kind) => fieldOf(value, kind) !== undefined);
}
