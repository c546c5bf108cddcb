// Reading what may be anything: a JSON that someone else wrote, or changed.

export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

export function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entriesOf(value));
}

/** The place of an item in what stands at `path`. */
export function joined(path: string, name: string, inList: boolean): string {
  if (inList) return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}
