import { describe, expect, it } from "vitest";
import { fallbacks, kindOf } from "./pages";

const scope = "https://hub.example/";

describe("what the worker keeps", () => {
  it.each(["", "lite", "notify", "warnings", "en/earthquakes", "tsunami", "notices", "en/notices", "en/", "ja-easy/", "zh-Hans/lite", "?source=qr"])("keeps the page /%s", (path) => {
    expect(kindOf(scope + path, scope)).toBe("page");
  });

  it.each(["dist/portal.js", "dist/portal.css?v=3"])("keeps /%s", (path) => expect(kindOf(scope + path, scope)).toBe("asset"));

  it.each(["hq", "hq/", "hq/desks", "hq/lite", "shelter/1", "api/v1/orders", "status.json", "live/public", "jobs", "dist/hq.js", "desk/author/hq"])(
    "never keeps /%s", (path) => expect(kindOf(scope + path, scope)).toBe("other"));

  it("keeps nothing outside its scope", () => {
    expect(kindOf("https://elsewhere.example/", scope)).toBe("other");
    expect(kindOf("https://hub.example/", "https://hub.example/desk/resident/")).toBe("other");
  });
});

describe("without a network", () => {
  it("falls back to the same language, then to the first page", () => {
    expect(fallbacks("https://hub.example/en/lite?x=1", scope)).toEqual(
      ["https://hub.example/en/lite", "https://hub.example/en/", "https://hub.example/"]);
    expect(fallbacks("https://hub.example/", scope)).toEqual(["https://hub.example/"]);
  });
});
