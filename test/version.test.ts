import { describe, expect, it } from "vitest";
import metadata from "../package.json" with { type: "json" };
import { VERSION } from "../src/core/index.js";

describe("VERSION", () => {
  it("is the version of the package", () => {
    expect(VERSION).toBe(metadata.version);
  });
});
