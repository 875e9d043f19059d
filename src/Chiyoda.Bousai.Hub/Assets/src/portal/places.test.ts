import { describe, expect, it } from "vitest";
import { addPlace, echo, keyBytes, readRegistration, subscriptionBody, type Place } from "./places";

const home: Place = { area: "000000010001", relation: "lives" };
const shop: Place = { area: "000000020002", relation: "works" };

describe("choosing places", () => {
  it("keeps one entry per area, with the last relation", () => {
    expect(addPlace([home, shop], { ...home, relation: "works" })).toEqual([shop, { ...home, relation: "works" }]);
  });

  it("keeps at most five", () => {
    const many = Array.from({ length: 7 }, (_, n): Place => ({ area: `${n}`, relation: "visits" })).reduce(addPlace, [] as readonly Place[]);
    expect(many.map((place) => place.area)).toEqual(["2", "3", "4", "5", "6"]);
  });
});

describe("an order beside my places", () => {
  const areas = new Set([home.area, "000000030003"]);

  it("names the places inside", () => expect(echo([home, shop], areas)).toEqual({ kind: "inside", areas: [home.area] }));
  it("says outside only for a known town", () => expect(echo([shop], areas)).toEqual({ kind: "outside" }));
  it("says nothing about a town to who chose none", () => {
    expect(echo([], areas)).toEqual({ kind: "unknown" });
    expect(echo([{ area: "*", relation: "visits" }], areas)).toEqual({ kind: "unknown" });
  });
});

describe("what was stored", () => {
  const registration = { uuid: "6f2c0a52-2f0d-4b7e-9c41-1f3f6a0f8a11", places: [home], language: "ja", orders: [3, 4, 5], relays: ["all"], notices: ["none"] };

  it("comes back as it was", () => expect(readRegistration(JSON.stringify(registration))).toEqual(registration));

  it("from before relays and notices could be chosen has the usual", () => {
    const { relays: _, notices: __, ...before } = registration;
    expect(readRegistration(JSON.stringify(before))).toEqual({ ...before, relays: [], notices: [] });
  });

  it.each([[null], [""], ["{"], ["null"], ["{}"], [JSON.stringify({ ...registration, places: [{ area: "1", relation: "owns" }] })]])(
    "is nothing when it is %j", (stored) => expect(readRegistration(stored)).toBeNull());

  it("is sent without a name or an account", () => {
    const body = subscriptionBody(registration, "https://push.example/1", { p256dh: "p", auth: "a" });
    expect(Object.keys(body).sort()).toEqual(["endpoint", "keys", "language", "notices", "orders", "places", "relays"]);
    expect(body.relays).toEqual(["all"]);
    expect(body.notices).toEqual(["none"]);
  });
});

describe("the hub's push key", () => {
  it("is decoded from base64url", () => expect([...keyBytes("BP__-w")!]).toEqual([4, 255, 255, 251]));
  it("is refused when it is not one", () => expect(keyBytes("no key!")).toBeNull());
});
