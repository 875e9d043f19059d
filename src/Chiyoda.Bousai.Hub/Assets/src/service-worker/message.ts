/** A push as the hub sends it: declarative web push JSON, one body for every browser. */
export interface Message {
  /** Known by this id; the same message can arrive twice. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly tag: string;
  /** Grows with each message under the same tag; 0 when the message does not say. */
  readonly version: number;
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
    version: typeof data["version"] === "number" ? data["version"] : 0,
    navigate: string(notification["navigate"]),
    receipt: string(data["receipt"]) || null,
  };
}

/** What came in before, oldest first. */
export type Seen = readonly Message[];

/**
 * Notes a message; the last fifty are kept. `again` tells that it was shown before. `latest` is what must stand under its tag: a push
 * service may deliver an order after its lift, and the older one must not take the place of the newer.
 */
export function note(seen: Seen, message: Message): { again: boolean; latest: Message; seen: Seen } {
  const latest = seen.filter((each) => message.tag !== "" && each.tag === message.tag)
    .reduce((newest, each) => (each.version > newest.version ? each : newest), message);
  return {
    again: seen.some((each) => each.id === message.id),
    latest,
    seen: [...seen.filter((each) => each.id !== message.id), message].slice(-MOST_SEEN),
  };
}

/** Reads what was kept; anything else is an empty list. */
export function readSeen(text: string): Seen {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isMessage) : [];
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

function isMessage(value: unknown): value is Message {
  const message = record(value);
  return message !== null && ["id", "title", "body", "lang", "tag", "navigate"].every((name) => typeof message[name] === "string")
    && typeof message["version"] === "number";
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}
