import type { ViteUserConfig } from "vitest/config";

/** Milliseconds after which a test hangs for certain: no test is about how long it takes, on whatever machine. */
const PATIENCE = 1_800_000;

/**
 * `unit` is what every change runs, simulations at a small size among it; `simulation` runs those at full
 * size; `runtimes` runs the built package in Node, Deno and Chromium.
 */
const config: ViteUserConfig = {
  // Examples import the package by its name, as a user does; here that is the source.
  resolve: {
    alias: [
      { find: /^konkurrencemodel$/, replacement: `${import.meta.dirname}/src/entries/index.ts` },
      { find: /^konkurrencemodel\/(.+)$/, replacement: `${import.meta.dirname}/src/entries/$1.ts` },
    ],
  },
  test: {
    // Tests leave what they share as they found it; reading the library anew for each file takes long.
    isolate: false,
    setupFiles: [`${import.meta.dirname}/test/support/seed.ts`],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/consumers/**", "test/runtimes/**"],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        extends: true,
        test: {
          name: "simulation",
          include: ["test/simulation/**/*.test.ts"],
          env: { SIMULATION: "full" },
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        extends: true,
        test: {
          name: "runtimes",
          include: ["test/runtimes/**/*.test.ts"],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
    ],
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/entries/**"] },
  },
};

export default config;
