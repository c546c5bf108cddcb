import type { Numbered } from "./data.js";
import { estimated, knownOf, placed, type Unlabeled } from "./make.js";
import { NAMES, RULES } from "./words.js";

/** In the place of an arm where all of them are meant together. */
const ALL = "all";

const SHOWN = { da: "Aftalte mål, der vises her", en: "Agreed targets that are shown here" };

/** How many targets each unit stands so beside, and its rates beside each of them. */
export function targetNumbers({ targets: data }: Numbered): readonly Unlabeled[] {
  if (data === null) return [];
  const told = { unit: "targets", rule: RULES.targets, rows: [] } as const;
  const all = placed(
    { ...told, id: "targets.all", name: NAMES.targets },
    { at: "/targets/agreed", value: data.agreed },
    "agreed",
  );
  const shown = placed(
    { ...told, id: "targets.shown", name: SHOWN },
    { at: "/targets/targets", value: data.targets.length },
    "counted",
  );
  return [
    all,
    ...(data.targets.length === data.agreed ? [] : [{ ...shown, how: "items" as const }]),
    ...data.met.flatMap(({ arm, name, ...standings }, index) =>
      (["reached", "not-reached", "undecided", "too-few"] as const).map((of) =>
        placed(
          {
            ...told,
            id: `targets.${of}.${arm ?? ALL}`,
            name: NAMES.met[of](arm === null ? NAMES.allArms : name),
          },
          { at: `/targets/met/${index}/${of}`, value: standings[of] },
          "counted",
        ),
      ),
    ),
    ...data.targets.flatMap((each, index) => targetRates(each, `/targets/targets/${index}`)),
  ];
}

type Target = NonNullable<Numbered["targets"]>["targets"][number];

function targetRates({ number, target, rates }: Target, at: string): readonly Unlabeled[] {
  const told = { unit: "proportion", rule: RULES.targets } as const;
  return [
    placed(
      { ...told, id: `target.${number}`, name: NAMES.targetShare(number), rows: [] },
      { at: `${at}/target/share`, value: target.share },
      "agreed",
    ),
    ...rates.map(({ arm, name, rate, counts }, index) =>
      estimated(
        {
          ...told,
          id: `target.${number}.${arm ?? ALL}`,
          name: NAMES.targetRate(number)(arm === null ? NAMES.allArms : name),
          rows: [knownOf(arm, counts)],
        },
        `${at}/rates/${index}/rate`,
        rate,
      ),
    ),
  ];
}
