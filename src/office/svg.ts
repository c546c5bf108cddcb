import type { Picture } from "../display/index.js";

/** The elements of a picture as they stand on paper: several where the whole is too tall for a sheet. */
export function svgsOf({ svg, parts = [svg] }: Picture): readonly string[] {
  return parts;
}

/** What a text document needs to know of a picture. */
export interface SvgFacts {
  /** Without colors of a surrounding page, which a text document doesn't have. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** A light gray point: where a program shows no SVG, an empty field says that something is missing. */
export const POINT: Uint8Array = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mN4+eY9AAWGAsXHTzQGAAAAAElFTkSuQmCC"),
  (character) => character.charCodeAt(0),
);

/** Reads what a figure of ours says of itself at its start. */
export function svgFacts(svg: string): SvgFacts {
  const attribute = (name: string): number =>
    Number(new RegExp(`^<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1]);
  const text = (name: string): string =>
    plain(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(svg)?.[1] ?? "");
  return {
    svg: svg.replaceAll("currentColor", "#000000"),
    width: attribute("width"),
    height: attribute("height"),
    title: text("title"),
    description: text("desc"),
  };
}

function plain(escaped: string): string {
  const signs: Readonly<Record<string, string>> = {
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "#39": "'",
    "amp": "&",
  };
  return escaped.replaceAll(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => signs[name] ?? whole);
}
