import type { Notice } from "../core/index.js";
import { municipalityKey } from "./names.js";

/**
 * What a file's notices say of a comparison that was made with it: municipalities without a row since their figure isn't
 * told (`municipalities-without-figure`), and names that were compared though they are none of the 98 (`not-of-the-98`).
 *
 * @param input Rows, or what a file gave.
 * @param compared Whose rows were compared.
 * @param own The municipality that the others are compared with, which nobody looks for among them.
 */
export function unseenIn(
  input: object,
  compared: readonly string[],
  own: string | undefined,
): readonly Notice[] {
  const notices = "notices" in input ? (input.notices as readonly Notice[]) : [];
  const keys = new Set(compared.map(municipalityKey));
  const ownKey = own === undefined ? undefined : municipalityKey(own);
  const namesOf = (code: string): readonly string[] => [
    ...new Set(
      notices.flatMap((notice) =>
        notice.code === code && Array.isArray(notice["municipalities"])
          ? notice["municipalities"].map(String)
          : [],
      ),
    ),
  ];
  const absent = namesOf("figure-not-told").filter((name) => {
    const key = municipalityKey(name);
    return key !== ownKey && !keys.has(key);
  });
  const unknown = namesOf("unknown-municipality").filter((name) => keys.has(municipalityKey(name)));
  return [
    ...(absent.length === 0
      ? []
      : [{ code: "municipalities-without-figure", severity: "info" as const, municipalities: absent }]),
    ...(unknown.length === 0
      ? []
      : [{ code: "not-of-the-98", severity: "info" as const, municipalities: unknown }]),
  ];
}
