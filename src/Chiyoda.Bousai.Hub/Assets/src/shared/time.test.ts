import { afterEach, describe, expect, it, vi } from "vitest";
import { ageOf, clock, countdown, fill, hubNow, inWords, learnClock } from "./time";

const at = "2026-09-11T14:32:00+09:00";
const minutesLater = (n: number) => Date.parse(at) + n * 60_000;

describe("the age of a statement", () => {
  it("is unknown when no time was given, never «just now»", () => {
    expect(ageOf(null, minutesLater(0))).toEqual({ kind: "unknown" });
    expect(ageOf("", minutesLater(0))).toEqual({ kind: "unknown" });
    expect(ageOf("soon", minutesLater(0))).toEqual({ kind: "unknown" });
  });

  it.each([[0, "fresh"], [10, "fresh"], [11, "ageing"], [30, "ageing"], [31, "old"], [1440, "old"]])(
    "after %i minutes is %s", (minutes, kind) => {
      expect(ageOf(at, minutesLater(minutes))).toEqual({ kind, minutes });
    });

  it("is zero when the device runs behind the hub", () => {
    expect(ageOf(at, minutesLater(-5))).toEqual({ kind: "fresh", minutes: 0 });
  });
});

describe("an age in words", () => {
  it.each([[0, "minutes", 0], [119, "minutes", 119], [120, "hours", 2], [2879, "hours", 47], [2880, "days", 2]])(
    "%i minutes are %s %i", (minutes, unit, n) => expect(inWords(minutes)).toEqual({ unit, n }));
});

describe("times as shown", () => {
  it("are Japan's whatever offset they came in", () => {
    expect(clock("2026-09-11T05:32:00Z")).toBe("14:32");
    expect(clock("2026-09-10T15:05:00Z")).toBe("00:05");
  });

  it("count down and say when the moment has passed", () => {
    expect(countdown(at, minutesLater(-5))).toEqual({ text: "5:00", passed: false });
    expect(countdown(at, minutesLater(-125))).toEqual({ text: "2:05:00", passed: false });
    expect(countdown(at, minutesLater(3))).toEqual({ text: "−3:00", passed: true });
  });
});

describe("sentences with slots", () => {
  it("take values by name", () => expect(fill("{time}現在({n}分前)", { time: "14:32", n: 3 })).toBe("14:32現在(3分前)"));
  it("leave a slot visible that nobody fills", () => expect(fill("{n}分前", {})).toBe("{n}分前"));
});

describe("a device whose clock is wrong", () => {
  afterEach(() => { learnClock(new Date().toUTCString()); vi.useRealTimers(); });

  it("takes the hub's time from the Date header", () => {
    vi.useFakeTimers({ now: Date.parse("2026-09-11T10:00:00Z") });
    learnClock("Fri, 11 Sep 2026 05:32:00 GMT");
    expect(new Date(hubNow()).toISOString()).toBe("2026-09-11T05:32:00.000Z");
  });

  it("keeps what it knew when an answer names no time", () => {
    vi.useFakeTimers({ now: Date.parse("2026-09-11T10:00:00Z") });
    learnClock("Fri, 11 Sep 2026 05:32:00 GMT");
    learnClock(null);
    expect(new Date(hubNow()).toISOString()).toBe("2026-09-11T05:32:00.000Z");
  });
});
