export { VERSION } from "../core/index.js";
