import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactExcess, productError } from "../../src/numerics/exactProduct.js";

/** A double as numerator over 2^1074, exactly. */
function exact(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & ((1n << 52n) - 1n);
  const magnitude = exponent === 0 ? fraction : (fraction + (1n << 52n)) << BigInt(exponent - 1);
  return raw >> 63n === 1n ? -magnitude : magnitude;
}

const size = fc.double({ min: 1, max: 1e12, noNaN: true });
const share = fc.double({ min: 1e-6, max: 0.5, noNaN: true });

describe("productError", () => {
  it("is exactly what the product rounds away", () => {
    fc.assert(
      fc.property(size, size, (a, b) => {
        expect((exact(a * b) + exact(productError(a, b))) << 1074n).toBe(exact(a) * exact(b));
      }),
    );
  });

  it("gives up where the split overflows", () => {
    expect(productError(1e305, 1)).toBe(0);
    expect(productError(Infinity, 1)).toBe(0);
  });
});

describe("exactExcess", () => {
  it("is count − (part + rest)·share to its last digits, however much cancels", () => {
    fc.assert(
      fc.property(size, size, share, (part, rest, p) => {
        const count = (part + rest) * p;
        const truth = (exact(count) << 1074n) - (exact(part) + exact(rest)) * exact(p);
        const error = (exact(exactExcess(count, part, rest, p)) << 1074n) - truth;
        const allowed = ((truth < 0n ? -truth : truth) >> 48n) + (exact(count) << (1074n - 95n));
        expect(error <= allowed && -error <= allowed).toBe(true);
      }),
    );
  });

  it("sees a third that isn't one", () => {
    // 1/3 as a double lacks 2^-54/3; three of them lack 2^-54
    expect(exactExcess(1, 3, 0, 1 / 3)).toBe(2 ** -54);
    expect(1 - 3 * (1 / 3)).toBe(0);
  });
});
