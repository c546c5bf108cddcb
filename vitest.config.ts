import type { ViteUserConfig } from "vitest/config";

/** `unit` is what every change runs; `simulation` are the long statistical simulations, called by name. */
const config: ViteUserConfig = {
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/simulation/**", "test/browser/**", "test/consumers/**"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "simulation",
          include: ["test/simulation/**/*.test.ts"],
          testTimeout: 1_800_000,
        },
      },
    ],
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/entries/**"] },
  },
};

export default config;
