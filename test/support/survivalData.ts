import { readFileSync } from "node:fs";

/** A data set of `test/reference/data`, as columns of texts by name. */
export type Dataset = Readonly<Record<string, readonly string[]>>;

/** The data set in `test/reference/data/<name>.csv`. */
export function datasetOf(name: string): Dataset {
  const file = new URL(`../reference/data/${name}.csv`, import.meta.url);
  const [header = "", ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(","));
  return Object.fromEntries(
    header.split(",").map((column, index) => [column, rows.map((row) => row[index] ?? "")]),
  );
}

/** A column of texts. */
export function textsOf(data: Dataset, column: string): readonly string[] {
  const values = data[column];
  if (values === undefined) throw new Error(`there is no column ${column}`);
  return values;
}

/** A column of numbers. */
export function numbersOf(data: Dataset, column: string): readonly number[] {
  return textsOf(data, column).map(Number);
}

/** The rows in which a column has a value. */
export function subsetOf(data: Dataset, column: string, value: string): Dataset {
  const keep = textsOf(data, column).map((each) => each === value);
  return Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, values.filter((_, row) => keep[row])]),
  );
}

/** The rows in which some columns have a value. */
export function completeOf(data: Dataset, columns: readonly string[]): Dataset {
  const keep = (row: number): boolean => columns.every((column) => textsOf(data, column)[row] !== "");
  return Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, values.filter((_, row) => keep(row))]),
  );
}
