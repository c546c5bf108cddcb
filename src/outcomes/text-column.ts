/** Texts of many rows, of which few differ: each is kept once, and rows by its number. */
export interface TextColumn<Text extends string> {
  /** Those that were written, each once. */
  readonly texts: readonly Text[];
  readonly write: (row: number, text: Text | undefined) => void;
  readonly read: (row: number) => Text | undefined;
}

export function textColumn<Text extends string>(rows: number): TextColumn<Text> {
  const numbers = new Map<Text, number>();
  const texts: Text[] = [];
  let column: Int32Array | undefined; // from 1; 0 where there is none; a column that is never written takes no memory
  let latest: Text | undefined; // rows that follow one another often have the same
  let itsNumber = 0;
  const newNumber = (text: Text): number => {
    numbers.set(text, texts.push(text));
    return texts.length;
  };
  return {
    texts,
    write: (row, text) => {
      if (text === undefined) return;
      if (text !== latest) {
        latest = text;
        itsNumber = numbers.get(text) ?? newNumber(text);
      }
      column ??= new Int32Array(rows);
      column[row] = itsNumber;
    },
    read: (row) => texts[(column?.[row] ?? 0) - 1],
  };
}
