import { competitionError } from "../core/index.js";

/**
 * An optional package, or how to get it.
 *
 * @throws CompetitionError `package-missing`.
 */
export async function loadOptional<Module>(
  name: string,
  version: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch {
    throw competitionError({
      code: "package-missing",
      path: name,
      expected: `the optional package ${name}`,
      hint: `Install it: npm install ${name}@${version}`,
    });
  }
}
