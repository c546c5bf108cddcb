/**
 * How many replicates a simulation makes: few in every run of the tests, many when the simulations are run by name
 * (`npm run test:simulation`). Acceptance bands are computed from the number, so that both sizes are honest.
 */
export function replicates(few: number, many: number): number {
  return process.env["SIMULATION"] === "full" ? many : few;
}
