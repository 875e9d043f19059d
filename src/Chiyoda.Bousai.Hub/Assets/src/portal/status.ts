/** What `/status.json` says that a page needs to judge itself. */
export interface Status {
  readonly sequence: number;
  /** Changes with everything a page shows, except the time it was rendered. */
  readonly revision: string;
  readonly asOf: string;
}

/** Reads `/status.json`; null when it is not one. Members that this client does not know are ignored. */
export function readStatus(value: unknown): Status | null {
  if (typeof value !== "object" || value === null) return null;
  const { sequence, revision, asOf } = value as Record<string, unknown>;
  return typeof sequence === "number" && typeof revision === "string" && typeof asOf === "string" && !Number.isNaN(Date.parse(asOf))
    ? { sequence, revision, asOf }
    : null;
}

/** What a page states about itself. */
export interface Shown {
  readonly sequence: number;
  readonly revision: string;
  readonly asOf: string;
}

export type Verdict =
  /** The page shows something else than what holds now. */
  | { readonly kind: "changed" }
  /** The page holds, as of a later moment than it says. */
  | { readonly kind: "confirmed"; readonly asOf: string }
  /** The answer is older than the page: a cache on the way; it proves nothing. */
  | { readonly kind: "older" };

/** Compares a page with the status. */
export function compare(shown: Shown, status: Status): Verdict {
  if (status.sequence < shown.sequence) return { kind: "older" };
  if (status.revision !== shown.revision) {
    return Date.parse(status.asOf) < Date.parse(shown.asOf) ? { kind: "older" } : { kind: "changed" };
  }
  return Date.parse(status.asOf) >= Date.parse(shown.asOf) ? { kind: "confirmed", asOf: status.asOf } : { kind: "older" };
}

/** Whether the change is one to interrupt for: the highest level rose, to 4 or 5. An order without a level ranks as 4. */
export function raisesAlarm(before: number, after: number): boolean {
  return after > before && after >= 4;
}
