export * from "../arquero/index.js";
