import { readFileSync } from "node:fs";

/** The columns of `test/reference/<file>`, all of them numbers. */
export function dataSet(file: string): (column: string) => number[] {
  const text = readFileSync(new URL(`../reference/${file}`, import.meta.url), "utf8");
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return (column) => {
    const index = header.indexOf(column);
    if (index < 0) throw new Error(`${file} has no column ${column}`);
    return rows.map((row) => Number(row[index]));
  };
}
