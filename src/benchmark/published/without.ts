import { municipalityKey } from "../names.js";
import { ratioWithout } from "./figures.js";
import type { ExpectedFigure, WithoutGroup } from "./types.js";

/**
 * The figures in all without each group in turn. Benefits are connected: whoever leaves one may come to another, and a
 * list that counts some of them only would call that a fall.
 */
export function withoutGroups(
  figures: readonly ExpectedFigure[],
  groups: readonly string[],
): readonly WithoutGroup[] {
  const inAll = new Map(
    figures
      .filter(({ group }) => group === null)
      .map((figure) => [municipalityKey(figure.municipality), figure]),
  );
  return groups.flatMap((group): readonly WithoutGroup[] => {
    const rest = figures.flatMap((part) => {
      const whole = inAll.get(municipalityKey(part.municipality));
      if (part.group !== group || whole === undefined) return [];
      const ratio = ratioWithout(whole, part);
      return [{ municipality: whole.municipality, inAll: whole.ratio, ratio }];
    });
    if (rest.every(({ ratio }) => ratio === null)) return [];
    const passing = (from: -1 | 1): readonly string[] =>
      rest
        .filter((each) => sideOf(each.inAll) === from && sideOf(each.ratio) === -from)
        .map(({ municipality }) => municipality);
    return [{ group, figures: rest, toAbove: passing(-1), toBelow: passing(1) }];
  });
}

/** -1 below 1, 1 above it, and 0 where there is neither. */
function sideOf(ratio: number | null): number {
  return ratio === null ? 0 : Math.sign(ratio - 1);
}
