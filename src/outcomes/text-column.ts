/** Texts of many rows, of which few differ: each is kept once, and rows by its number. */
export interface TextColumn<Text extends string> {
  readonly write: (row: number, text: Text | undefined) => void;
  readonly read: (row: number) => Text | undefined;
}

export function textColumn<Text extends string>(rows: number): TextColumn<Text> {
  const numbers = new Map<Text, number>();
  const texts: Text[] = [];
  const column = new Int32Array(rows); // from 1; 0 where there is none
  const newNumber = (text: Text): number => {
    numbers.set(text, texts.push(text));
    return texts.length;
  };
  return {
    write: (row, text) => {
      if (text !== undefined) column[row] = numbers.get(text) ?? newNumber(text);
    },
    read: (row) => texts[(column[row] ?? 0) - 1],
  };
}
