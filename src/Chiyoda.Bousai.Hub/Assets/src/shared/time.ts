/** How old a statement is: amber after ten minutes, a banner after thirty; unknown when nobody said when. */
export type Age =
  | { readonly kind: "unknown" }
  | { readonly kind: "fresh" | "ageing" | "old"; readonly minutes: number };

export const AGEING_MINUTES = 10;
export const OLD_MINUTES = 30;

/** Judges the age of a statement made at `asOf` (RFC 3339 with an offset). A clock that runs behind gives 0, not less. */
export function ageOf(asOf: string | null | undefined, now: number): Age {
  const at = asOf ? Date.parse(asOf) : Number.NaN;
  if (Number.isNaN(at)) return { kind: "unknown" };
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  return { kind: minutes > OLD_MINUTES ? "old" : minutes > AGEING_MINUTES ? "ageing" : "fresh", minutes };
}

/** The unit in which people say an age: minutes up to two hours, hours up to two days. */
export function inWords(minutes: number): { unit: "minutes" | "hours" | "days"; n: number } {
  if (minutes < 120) return { unit: "minutes", n: minutes };
  return minutes < 2880 ? { unit: "hours", n: Math.floor(minutes / 60) } : { unit: "days", n: Math.floor(minutes / 1440) };
}

/** Hours and minutes in Japan, 24 h, whatever the zone of the device. */
export function clock(instant: string): string {
  return new Intl.DateTimeFormat("ja-JP", {
    timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).format(new Date(instant));
}

/** Puts values into the named slots of a sentence: `fill("{n}分前", { n: 3 })`. An unknown slot stays visible. */
export function fill(sentence: string, slots: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in slots ? String(slots[name]) : whole));
}

/** Time left until `until`, as `m:ss` or `h:mm:ss`; a minus sign once it has passed. */
export function countdown(until: string, now: number): { text: string; passed: boolean } {
  const left = Date.parse(until) - now;
  const seconds = Math.floor(Math.abs(left) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = (parts[0] === 0 ? parts.slice(1) : parts)
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0")))
    .join(":");
  return { text: left < 0 && seconds > 0 ? `−${text}` : text, passed: left <= 0 };
}

let skew = 0;

/**
 * Learns how far the clock of this device is off, from the `Date` header of an answer that came from the hub itself.
 * An age computed with a wrong clock would dress old facts as new.
 */
export function learnClock(dateHeader: string | null, now = Date.now()): void {
  const server = dateHeader ? Date.parse(dateHeader) : Number.NaN;
  if (!Number.isNaN(server)) skew = Math.abs(server - now) < 2000 ? 0 : server - now;
}

/** Now by the hub's clock, as far as it was learnt. */
export function hubNow(): number {
  return Date.now() + skew;
}
