/** How a person belongs to a place. */
export type Relation = "lives" | "works" | "visits";

/** The whole ward. */
export const EVERYWHERE = "*";
export const MOST_PLACES = 5;

export interface Place {
  readonly area: string;
  readonly relation: Relation;
}

/** What this browser registered; the UUID is a secret that never leaves the device except to the hub. */
export interface Registration {
  readonly uuid: string;
  readonly places: readonly Place[];
  readonly language: string;
  readonly orders: readonly number[];
  /** What is relayed of JMA's information: nothing is the usual. */
  readonly relays: readonly string[];
  /** Which notices of the ward: nothing is the usual. */
  readonly notices: readonly string[];
}

/** Adds a place: the same area again only changes its relation; at most five, the oldest goes. */
export function addPlace(places: readonly Place[], place: Place): readonly Place[] {
  return [...places.filter((each) => each.area !== place.area), place].slice(-MOST_PLACES);
}

export function isRelation(value: unknown): value is Relation {
  return value === "lives" || value === "works" || value === "visits";
}

/** Reads what was stored; anything that is not a registration is null. */
export function readRegistration(stored: string | null): Registration | null {
  if (!stored) return null;
  try {
    const value = JSON.parse(stored) as Partial<Registration> | null;
    if (!value || typeof value.uuid !== "string" || typeof value.language !== "string") return null;
    if (!Array.isArray(value.places) || !Array.isArray(value.orders)) return null;
    if (!value.places.every((place: Place) => typeof place.area === "string" && isRelation(place.relation))) return null;
    // Who registered before there was a choice has the usual.
    const { uuid, places, language, orders } = value;
    return { uuid, places, language, orders, relays: wordsOf(value.relays), notices: wordsOf(value.notices) };
  } catch {
    return null;
  }
}

function wordsOf(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((word) => typeof word === "string") : [];
}

/** What an order says to a person with these places. */
export type Echo =
  | { readonly kind: "unknown" }
  | { readonly kind: "inside"; readonly areas: readonly string[] }
  | { readonly kind: "outside" };

/** Whether an order's areas hold one of the places. Who registered the whole ward, or nothing, gets no answer about a town. */
export function echo(places: readonly Place[], areas: ReadonlySet<string>): Echo {
  const towns = places.map((place) => place.area).filter((area) => area !== EVERYWHERE);
  if (towns.length === 0) return { kind: "unknown" };
  const inside = towns.filter((area) => areas.has(area));
  return inside.length > 0 ? { kind: "inside", areas: inside } : { kind: "outside" };
}

/** The body of `PUT /api/v1/subscriptions/{uuid}`. */
export function subscriptionBody(registration: Registration, endpoint: string, keys: { p256dh: string; auth: string }) {
  const { places, language, orders, relays, notices } = registration;
  return { endpoint, keys, places, language, orders, relays, notices };
}

/** The VAPID public key as the browser takes it; null when it is not base64url. */
export function keyBytes(base64Url: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+={0,2}$/.test(base64Url)) return null;
  const text = atob(base64Url.replace(/=+$/, "").replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
