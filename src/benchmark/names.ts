import { recognize } from "./register/recognize.js";
import { comparableName } from "./register/spelling.js";

export { comparable } from "./register/spelling.js";

/** Whether two names or codes mean the same municipality; the word "Kommune" behind a name is none of it. */
export function sameMunicipality(a: string, b: string): boolean {
  return municipalityKey(a) === municipalityKey(b);
}

/** What a municipality's name is recognized by: the code of one of the 98, of others (from before 2007) the plain name. */
export function municipalityKey(name: string): string {
  return recognize(name)?.code ?? comparableName(name);
}
