/**
 * The doorbell: `kind, sequence, previous`. It never carries the fact, only that there is one; the page is fetched over HTTP.
 * `previous` is the last entry visible to this face before it, so a ring lost on the way shows as a gap.
 */
export interface Ring {
  readonly kind: string;
  readonly sequence: number;
  readonly previous: number;
}

/** What this page knows: the sequence it shows, and when it last heard anything (milliseconds). */
export interface Listening {
  readonly cursor: number;
  readonly heardAt: number;
}

export type Answer = "ignore" | "fetch" | "fetch-gap";

export const SILENCE_MILLISECONDS = 30_000;

/** Reads a ring as it came over the wire; anything else is null. Unknown members and kinds are accepted. */
export function readRing(value: unknown): Ring | null {
  if (typeof value !== "object" || value === null) return null;
  const { kind, sequence, previous } = value as Record<string, unknown>;
  return typeof kind === "string" && isSequence(sequence) && isSequence(previous) ? { kind, sequence, previous } : null;
}

/** Decides what a ring asks for. A repeated or late ring (sequence not above the cursor) asks for nothing. */
export function onRing(state: Listening, ring: Ring): Answer {
  if (ring.sequence <= state.cursor) return "ignore";
  return ring.previous > state.cursor ? "fetch-gap" : "fetch";
}

/** Whether nothing was heard for so long that the page must ask by itself. */
export function isSilent(state: Listening, now: number): boolean {
  return now - state.heardAt >= SILENCE_MILLISECONDS;
}

/** The next wait of a poll: `milliseconds` ± 20 %, so that a hundred thousand phones do not ask in the same second. */
export function jitter(milliseconds: number, random: number): number {
  return Math.round(milliseconds * (0.8 + 0.4 * random));
}

/** Waits between attempts to reconnect: doubling from 1 s, at most 60 s, with jitter; it never gives up. */
export function reconnectDelay(attempt: number, random: number): number {
  return jitter(Math.min(60_000, 1000 * 2 ** Math.min(attempt, 6)), random);
}

function isSequence(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
