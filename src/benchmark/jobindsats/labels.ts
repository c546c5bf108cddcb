import type { Notice } from "../../core/index.js";

/** Labels of which each stands once. */
export interface Labels {
  readonly labels: readonly string[];
  readonly notices: readonly Notice[];
}

/**
 * Keeps columns of one label apart: the first keeps it, the further ones are numbered, `Antal personer (2)`.
 */
export function apart(file: string, given: readonly string[]): Labels {
  const labels: string[] = [];
  const repeated: string[] = [];
  for (const label of given) {
    let name = label;
    for (let number = 2; label !== "" && labels.includes(name); number++) name = `${label} (${number})`;
    if (name !== label) repeated.push(name);
    labels.push(name);
  }
  if (repeated.length === 0) return { labels, notices: [] };
  return {
    labels,
    notices: [{ code: "columns-numbered", severity: "caution", file, columns: repeated }],
  };
}

/** A label without the title of the table before it (`Forventet og faktisk antal …: Faktisk antal`), as it is compared. */
export function plainLabel(label: string): string {
  const short = label.split(": ").at(-1) ?? label;
  return short.normalize("NFC").toLowerCase().replace(/\s+/g, " ").replace("pct. point", "pct.point").trim();
}
