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
  for (const label of given) labels.push(label === "" ? "" : freeName(label, labels));
  const columns = labels.filter((label, at) => label !== given[at]);
  if (columns.length === 0) return { labels, notices: [] };
  return { labels, notices: [{ code: "columns-numbered", severity: "caution", file, columns }] };
}

function freeName(label: string, taken: readonly string[]): string {
  let name = label;
  for (let number = 2; taken.includes(name); number++) name = `${label} (${number})`;
  return name;
}

/** A label without the title of the table before it (`Forventet og faktisk antal …: Faktisk antal`), as it is compared. */
export function plainLabel(label: string): string {
  const short = label.split(": ").at(-1) ?? label;
  return short.normalize("NFC").toLowerCase().replace(/\s+/g, " ").replace("pct. point", "pct.point").trim();
}
