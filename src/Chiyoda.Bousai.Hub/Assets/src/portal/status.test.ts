import { describe, expect, it } from "vitest";
import { compare, raisesAlarm, readStatus } from "./status";

const shown = { sequence: 40, revision: "a1", asOf: "2026-09-11T14:32:00+09:00" };

describe("a page beside the status", () => {
  it("holds, as of the later moment", () => {
    const verdict = compare(shown, { sequence: 44, revision: "a1", asOf: "2026-09-11T14:40:00+09:00" });
    expect(verdict).toEqual({ kind: "confirmed", asOf: "2026-09-11T14:40:00+09:00" });
  });

  it("is fetched again when anything it shows changed", () => {
    expect(compare(shown, { sequence: 41, revision: "b2", asOf: "2026-09-11T14:33:00+09:00" })).toEqual({ kind: "changed" });
  });

  it("is fetched again when only the knowledge changed, without a new entry", () => {
    expect(compare(shown, { sequence: 40, revision: "b2", asOf: "2026-09-11T14:35:00+09:00" })).toEqual({ kind: "changed" });
  });

  it("is not made younger or replaced by an answer from an old cache", () => {
    expect(compare(shown, { sequence: 12, revision: "z9", asOf: "2026-09-11T14:50:00+09:00" })).toEqual({ kind: "older" });
    expect(compare(shown, { sequence: 40, revision: "a1", asOf: "2026-09-11T14:20:00+09:00" })).toEqual({ kind: "older" });
    expect(compare(shown, { sequence: 40, revision: "z9", asOf: "2026-09-11T14:20:00+09:00" })).toEqual({ kind: "older" });
  });
});

describe("the status document", () => {
  it("is read with members that this client does not know", () => {
    expect(readStatus({ mode: "live", orders: [], ...shown })).toEqual(shown);
  });

  it.each([[null], [[]], [{ sequence: 1 }], [{ ...shown, asOf: "now" }]])("is refused when it is %j", (value) => {
    expect(readStatus(value)).toBeNull();
  });
});

describe("interrupting the reader", () => {
  it.each([[0, 4, true], [3, 4, true], [4, 5, true], [4, 4, false], [5, 4, false], [0, 3, false]])(
    "level %i to %i: %s", (before, after, interrupts) => expect(raisesAlarm(before, after)).toBe(interrupts));
});
