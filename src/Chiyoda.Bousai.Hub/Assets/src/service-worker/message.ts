/** A push as the hub sends it: declarative web push JSON, one body for every browser. */
export interface Message {
  /** Known by this id; the same message can arrive twice. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly tag: string;
  readonly navigate: string;
  /** Signed token that reports «shown» and «opened»; null when the message asks for none. */
  readonly receipt: string | null;
}

export const MOST_SEEN = 50;

/** Reads a push. Whatever is not one gives null: then something general must be shown, never nothing. */
export function readMessage(text: string | null): Message | null {
  if (!text) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const root = record(value);
  const notification = record(root?.["notification"]);
  if (root?.["web_push"] !== 8030 || !notification) return null;
  const title = notification["title"];
  if (typeof title !== "string" || title === "") return null;

  const data = record(notification["data"]) ?? {};
  const tag = string(notification["tag"]);
  const body = string(notification["body"]);
  return {
    id: string(data["id"]) || `${tag}|${title}|${body}`,
    title,
    body,
    lang: string(notification["lang"]) || "ja",
    tag,
    navigate: string(notification["navigate"]),
    receipt: string(data["receipt"]) || null,
  };
}

/** Notes a message id. `again` tells that it was shown before; the last fifty are kept. */
export function note(seen: readonly string[], id: string): { again: boolean; seen: readonly string[] } {
  return { again: seen.includes(id), seen: [...seen.filter((each) => each !== id), id].slice(-MOST_SEEN) };
}

/** Reads the kept ids; anything else is an empty list. */
export function readSeen(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
  } catch {
    return [];
  }
}

/** Where a press on the notification leads: only inside this hub, else to its first page. */
export function destination(navigate: string, scope: string): string {
  try {
    const target = new URL(navigate, scope);
    return target.href.startsWith(scope) ? target.href : scope;
  } catch {
    return scope;
  }
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}
