import { describe, expect, it, vi } from "vitest";
import { join, within } from "./http";

describe("paths under a path base", () => {
  it("keeps a root deployment at the root", () => expect(join("", "/status.json")).toBe("/status.json"));
  it("puts a desk before the path once", () => expect(join("/desk/author/", "/hq")).toBe("/desk/author/hq"));
});

describe("work with a time limit", () => {
  it("gives the answer that came in time", async () => {
    await expect(within(1000, async () => "here")).resolves.toBe("here");
  });

  it("rejects and aborts what never answers", async () => {
    vi.useFakeTimers();
    let aborted = false;
    const answer = within(15_000, (signal) => {
      signal.addEventListener("abort", () => (aborted = true));
      return new Promise<never>(() => undefined);
    });
    const outcome = expect(answer).rejects.toMatchObject({ name: "TimeoutError" });
    await vi.advanceTimersByTimeAsync(15_000);
    await outcome;
    expect(aborted).toBe(true);
    vi.useRealTimers();
  });
});
