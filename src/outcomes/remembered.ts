import type { Day } from "../core/index.js";

/** Remembers what a function gave for a day: thousands of citizens share a few hundred of them, often one after the other. */
export function byDay<Value>(make: (day: Day) => Value): (day: Day) => Value {
  const known = new Map<Day, Value>();
  let latest: Day | undefined;
  let itsValue: Value | undefined;
  return (day) => {
    if (day === latest && itsValue !== undefined) return itsValue;
    latest = day;
    itsValue = known.get(day);
    if (itsValue !== undefined) return itsValue;
    const made = make(day);
    known.set(day, made);
    itsValue = made;
    return made;
  };
}

/** Remembers what a function gave for two days. */
export function byTwoDays<Value>(make: (a: Day, b: Day) => Value): (a: Day, b: Day) => Value {
  const ofFirst = byDay((a) => byDay((b) => make(a, b)));
  return (a, b) => ofFirst(a)(b);
}
