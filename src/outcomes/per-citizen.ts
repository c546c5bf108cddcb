/**
 * Values by citizen and date. Nearly everyone has one, so the first of each is kept by the citizen alone.
 */
export interface PerCitizen<Value> {
  add(citizen: string, date: string, value: Value): void;
  of(citizen: string, date: string): Value | undefined;
  has(citizen: string): boolean;
}

export function perCitizen<Value>(): PerCitizen<Value> {
  const first = new Map<string, { readonly date: string; readonly value: Value }>();
  const further = new Map<string, Value>();
  return {
    add: (citizen, date, value) => {
      const known = first.get(citizen);
      if (known === undefined) first.set(citizen, { date, value });
      else if (known.date !== date) further.set(`${date} ${citizen}`, value);
    },
    of: (citizen, date) => {
      const known = first.get(citizen);
      if (known === undefined || known.date === date) return known?.value;
      return further.get(`${date} ${citizen}`);
    },
    has: (citizen) => first.has(citizen),
  };
}
