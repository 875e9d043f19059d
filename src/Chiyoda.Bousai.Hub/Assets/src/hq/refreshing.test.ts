// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { DoorbellEvents } from "../shared/doorbell";
import { live, REFRESHED } from "./live";

let bell: DoorbellEvents;
vi.mock("../shared/doorbell", () => ({
  listen: (_: string, events: DoorbellEvents) => {
    bell = events;
    return { stop: () => undefined };
  },
}));

afterEach(() => vi.unstubAllGlobals());

function refreshed(): Promise<void> {
  return new Promise((resolve) => document.addEventListener(REFRESHED, () => resolve(), { once: true }));
}

it("says whenever it fetches the page that nobody is at it, whatever it was that made it", async () => {
  const asked: Headers[] = [];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    asked.push(new Headers(init.headers));
    return Promise.resolve(new Response(`<body data-sequence="7"></body>`, { headers: { "Content-Type": "text/html" } }));
  });
  document.body.innerHTML = "";
  const undo = live(document.body);

  for (const cause of [
    () => bell.onOpen(),
    () => bell.onRing({ kind: "feeds.telegram-received", sequence: 9, previous: 7 }),
    () => document.dispatchEvent(new Event("visibilitychange")),
  ]) {
    const done = refreshed();
    cause();
    await done;
  }
  undo();

  expect(asked.length).toBe(3);
  expect(asked.map((headers) => headers.get("X-Bousai-Refresh"))).toEqual(["1", "1", "1"]);
});
