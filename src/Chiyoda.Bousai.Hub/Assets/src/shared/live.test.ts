import { describe, expect, it } from "vitest";
import { isSilent, jitter, onRing, readRing, reconnectDelay } from "./live";

const shown = { cursor: 40, heardAt: 0 };

describe("a ring of the doorbell", () => {
  it("asks for the page when it is newer", () => {
    expect(onRing(shown, { kind: "evacuation.order-issued", sequence: 41, previous: 40 })).toBe("fetch");
  });

  it("tells a gap when a ring before it was lost", () => {
    expect(onRing(shown, { kind: "evacuation.order-issued", sequence: 45, previous: 43 })).toBe("fetch-gap");
  });

  it("asks for nothing when it repeats or comes late", () => {
    expect(onRing(shown, { kind: "x", sequence: 40, previous: 39 })).toBe("ignore");
    expect(onRing(shown, { kind: "x", sequence: 12, previous: 11 })).toBe("ignore");
  });

  it("is read with members that this client does not know", () => {
    expect(readRing({ kind: "new.kind", sequence: 2, previous: 1, more: true })).toEqual({ kind: "new.kind", sequence: 2, previous: 1 });
  });

  it.each([[null], ["text"], [{ kind: "x", sequence: "2", previous: 1 }], [{ sequence: 2, previous: 1 }], [{ kind: "x", sequence: -1, previous: 0 }]])(
    "is refused when it is %j", (value) => expect(readRing(value)).toBeNull());
});

describe("silence", () => {
  it("is thirty seconds without a word", () => {
    expect(isSilent(shown, 29_999)).toBe(false);
    expect(isSilent(shown, 30_000)).toBe(true);
  });
});

describe("waits", () => {
  it("spread by a fifth to each side", () => {
    expect(jitter(30_000, 0)).toBe(24_000);
    expect(jitter(30_000, 1)).toBe(36_000);
  });

  it("double up to a ceiling and go on for ever", () => {
    expect([0, 1, 2, 3, 6, 50, 5000].map((attempt) => reconnectDelay(attempt, 0.5)))
      .toEqual([1000, 2000, 4000, 8000, 60_000, 60_000, 60_000]);
  });
});
