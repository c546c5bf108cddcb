import { importsOf } from "./imports.js";
import {
  entryViolations,
  folderViolations,
  globalViolations,
  graphViolations,
  importViolations,
  instanceofViolations,
  type Violation,
} from "./rules.js";
import { parseTree, type Tree } from "./tree.js";

export { HOUSE } from "./house.js";
export type { Violation } from "./rules.js";
export { readTree, type Tree } from "./tree.js";

/** Every rule of the house that a tree of source files breaks. */
export function violationsOf(tree: Tree): readonly Violation[] {
  const parsed = parseTree(tree);
  const imports = importsOf(parsed);
  return [
    ...folderViolations(parsed),
    ...importViolations(imports),
    ...graphViolations(parsed, imports),
    ...globalViolations(parsed),
    ...instanceofViolations(parsed),
    ...entryViolations(parsed),
  ];
}
