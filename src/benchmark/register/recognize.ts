import { competitionError, nearestWord } from "../../core/index.js";
import { areaKind } from "./areas.js";
import { municipalities, type Municipality } from "./municipalities.js";
import { comparableName } from "./spelling.js";

/** Names that no rule of spelling leads to: genitives, and forms in which tables and maps have them. */
const FURTHER: Readonly<Record<string, string>> = {
  "Københavns": "København",
  "Bornholms": "Bornholm",
  "Vesthimmerland": "Vesthimmerlands",
  "Nordfyn": "Nordfyns",
  "Brønderslev-Dronninglund": "Brønderslev",
};

const BY_NAME: ReadonlyMap<string, Municipality> = new Map([
  ...municipalities.map((each): [string, Municipality] => [comparableName(each.name), each]),
  ...municipalities.flatMap((each) =>
    Object.keys(FURTHER)
      .filter((name) => FURTHER[name] === each.name)
      .map((name): [string, Municipality] => [comparableName(name), each]),
  ),
]);

const BY_CODE: ReadonlyMap<string, Municipality> = new Map(municipalities.map((each) => [each.code, each]));

/** Names as they stand in the list: most are written so, and need no rule of spelling. */
const BY_OWN_NAME: ReadonlyMap<string, Municipality> = new Map(
  municipalities.map((each) => [each.name, each]),
);

const CODE = /^\s*0?(\d{3})\s*$/;

/** The municipality that a name or code stands for, if it is one of the 98. */
export function recognize(nameOrCode: string): Municipality | undefined {
  const own = BY_OWN_NAME.get(nameOrCode);
  if (own !== undefined) return own;
  const code = CODE.exec(nameOrCode)?.[1];
  return code === undefined ? BY_NAME.get(comparableName(nameOrCode)) : BY_CODE.get(`0${code}`);
}

/** A municipality's name as it is shown: as it was written, and in the place of a code the name. */
export function shownName(nameOrCode: string): string {
  const isName = BY_OWN_NAME.has(nameOrCode) || !CODE.test(nameOrCode);
  return isName ? nameOrCode : (recognize(nameOrCode)?.name ?? nameOrCode);
}

/** The municipality whose name comes nearest to one that isn't recognized, if it is near enough to be meant. */
export function nearestMunicipality(name: string): string | undefined {
  const near = nearestWord(comparableName(name), [...BY_NAME.keys()]);
  return near === undefined ? undefined : BY_NAME.get(near)?.name;
}

/**
 * The municipality of a name or a code.
 *
 * Case, white space, dashes, Å for Aa, decomposed letters and the word "Kommune" don't matter; neither does a genitive
 * (`Københavns Kommune`) or the zero before a code. Municipalities from before 2007 aren't among the 98.
 *
 * @param nameOrCode `Aarhus`, `Århus Kommune`, `Vesthimmerland`, `0851`, `851`.
 * @throws CompetitionError `unknown-municipality`, with the nearest name where one is near.
 * @example
 * findMunicipality("Århus Kommune") // { code: "0751", name: "Aarhus", region: "Midtjylland" }
 * @example
 * findMunicipality("0411") // throws: Christiansø is no municipality
 */
export function findMunicipality(nameOrCode: string): Municipality {
  const found = typeof nameOrCode === "string" ? recognize(nameOrCode) : undefined;
  if (found !== undefined) return found;
  const hint = typeof nameOrCode === "string" ? hintFor(nameOrCode) : undefined;
  throw competitionError({
    code: "unknown-municipality",
    path: "municipality",
    received: nameOrCode,
    expected: "the name or the code of one of the 98 municipalities",
    ...(hint === undefined ? {} : { hint }),
  });
}

function hintFor(nameOrCode: string): string | undefined {
  const kind = areaKind(nameOrCode);
  if (kind !== undefined) return "It is an area that is no municipality.";
  const near = CODE.test(nameOrCode) ? undefined : nearestMunicipality(nameOrCode);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}
