export { CASE_NAMES, reviewedCase, type CaseName } from "./cases.js";
export { goldenForms } from "./forms.js";
export type { ReviewedCase } from "./recipe.js";
