import { join } from "./shared/http";
import { KEEP_CACHE, KEEP_PATH, PAGE_CACHE, SEEN_PATH } from "./service-worker/names";
import { destination, note, readMessage, readSeen, type Message } from "./service-worker/message";
import { fallbacks, kindOf } from "./service-worker/pages";
import { WORDS } from "./service-worker/words";
import { readRegistration, subscriptionBody } from "./portal/places";
import type { ExtendableEventLike, FetchEventLike, NotificationEventLike, PushEventLike, SubscriptionChangeEventLike, WorkerScope } from "./service-worker/scope";

declare const self: WorkerScope;

const scope = self.registration.scope;
const base = new URL(scope).pathname.replace(/\/$/, "");
const prefix = new URLSearchParams(self.location.search).get("mode") === "exercise" ? WORDS.exercise : "";

/** A connection that opens and carries nothing is the usual case in a disaster. */
const NETWORK_MILLISECONDS = 3000;

self.addEventListener("install", (event: ExtendableEventLike) => {
  event.waitUntil(Promise.all([warm(), self.skipWaiting()]));
});

self.addEventListener("activate", (event: ExtendableEventLike) => {
  event.waitUntil(Promise.all([forgetOldCaches(), self.clients.claim()]));
});

self.addEventListener("push", (event: PushEventLike) => event.waitUntil(show(event.data?.text() ?? null)));

self.addEventListener("notificationclick", (event: NotificationEventLike) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

self.addEventListener("pushsubscriptionchange", (event: SubscriptionChangeEventLike) => event.waitUntil(resubscribe(event)));

self.addEventListener("fetch", (event: FetchEventLike) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const kind = kindOf(request.url, scope);
  if (kind === "page" && request.mode === "navigate") event.respondWith(page(event));
  else if (kind === "page") event.respondWith(fetchAndKeep(request));
  else if (kind === "asset") event.respondWith(asset(event));
});

/** Always shows something: browsers take the permission from a worker that shows nothing. */
async function show(text: string | null): Promise<void> {
  const message = readMessage(text);
  if (!message) {
    const { title, body } = WORDS.unreadable;
    return self.registration.showNotification(prefix + title, { body, tag: "unreadable", data: { navigate: scope, receipt: null } });
  }
  const { again, latest } = await inTurn(() => remember(message)).catch(() => ({ again: false, latest: message }));
  const isQuiet = again || latest !== message;
  await self.registration.showNotification(latest.title, {
    body: latest.body,
    lang: latest.lang,
    // One visible notification per order. A new message about it sounds again, since a raised level must be heard;
    // the same message once more never does, nor one that a newer message has overtaken.
    tag: latest.tag || latest.id,
    renotify: !isQuiet,
    silent: isQuiet ? true : null,
    data: { navigate: destination(latest.navigate, scope), receipt: latest.receipt },
  } as NotificationOptions);
  if (!isQuiet) await report(message.receipt, "shown");
}

async function open(data: unknown): Promise<void> {
  const { navigate, receipt } = (data ?? {}) as { navigate?: string; receipt?: string | null };
  const target = destination(navigate ?? "", scope);
  const reported = report(receipt ?? null, "opened");
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const same = windows.find((each) => each.url === target);
  if (same) await same.focus();
  else await self.clients.openWindow(target);
  await reported;
}

/** A statistic: when it does not get through, nothing is owed to anybody. */
async function report(token: string | null, event: "shown" | "opened"): Promise<void> {
  if (!token) return;
  try {
    await fetch(join(base, "/api/v1/receipts"), {
      method: "POST",
      keepalive: true,
      headers: { "Content-Type": "application/json", "X-Requested-With": "bousai" },
      body: JSON.stringify({ token, event }),
    });
  } catch {
    // Out of reach.
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Two copies of a message can arrive together: only one of them may be the first. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

async function remember(message: Message): Promise<{ again: boolean; latest: Message }> {
  const cache = await caches.open(KEEP_CACHE);
  const kept = await cache.match(join(base, SEEN_PATH));
  const noted = note(kept ? readSeen(await kept.text()) : [], message);
  await cache.put(join(base, SEEN_PATH), new Response(JSON.stringify(noted.seen)));
  return noted;
}

/** The browser changed the endpoint by itself: the same places, under the same id, get the new one. */
async function resubscribe(event: SubscriptionChangeEventLike): Promise<void> {
  const kept = await (await caches.open(KEEP_CACHE)).match(join(base, KEEP_PATH));
  const registration = readRegistration(kept ? await kept.text() : null);
  if (!registration) return;
  const options = event.oldSubscription?.options ?? { userVisibleOnly: true };
  const subscription = event.newSubscription
    ?? (await self.registration.pushManager.getSubscription())
    ?? (await self.registration.pushManager.subscribe(options));
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.["p256dh"] || !keys["auth"]) return;
  await fetch(join(base, `/api/v1/subscriptions/${registration.uuid}`), {
    method: "PUT",
    headers: { "Content-Type": "application/json", "X-Requested-With": "bousai" },
    body: JSON.stringify(subscriptionBody(registration, endpoint, { p256dh: keys["p256dh"], auth: keys["auth"] })),
  });
}

/** The network for three seconds, then what is kept, with its own time on it; the network's answer is kept when it comes. */
async function page(event: FetchEventLike): Promise<Response> {
  const network = fetchAndKeep(event.request);
  event.waitUntil(network.catch(() => undefined));
  const kept = await lookUp(fallbacks(event.request.url, scope));
  if (!kept) return network.catch(() => nothingKept());
  const answer = await Promise.race([
    network.catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), NETWORK_MILLISECONDS)),
  ]);
  return answer && answer.status < 500 ? answer : kept;
}

/** A file with its version in the address never changes; any version is better than none when the network is gone. */
async function asset(event: FetchEventLike): Promise<Response> {
  const versioned = event.request.url.includes("?");
  const exact = versioned ? await (await caches.open(PAGE_CACHE)).match(event.request.url) : undefined;
  if (exact) return exact;
  try {
    return await fetchAndKeep(event.request);
  } catch (error) {
    const kept = await lookUp([event.request.url]);
    if (kept) return kept;
    throw error;
  }
}

async function fetchAndKeep(request: Request): Promise<Response> {
  const answer = await fetch(request);
  // What the hub itself calls public, and nothing else.
  const isPublic = /\bpublic\b/.test(answer.headers.get("Cache-Control") ?? "") || kindOf(request.url, scope) === "asset";
  if (answer.ok && !answer.redirected && isPublic) await keep(request.url, answer.clone()).catch(() => undefined);
  return answer;
}

/** One version of each address is kept. */
async function keep(address: string, answer: Response): Promise<void> {
  const cache = await caches.open(PAGE_CACHE);
  await cache.delete(address, { ignoreSearch: true, ignoreVary: true });
  await cache.put(kindOf(address, scope) === "page" ? (address.split(/[?#]/)[0] ?? address) : address, answer);
}

async function lookUp(addresses: readonly string[]): Promise<Response | null> {
  const cache = await caches.open(PAGE_CACHE);
  for (const address of addresses) {
    const kept = await cache.match(address, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
  }
  return null;
}

/** The first page, its style and script, as soon as the worker is there; a missing one must not stop the worker. */
async function warm(): Promise<void> {
  await Promise.all(["/", "/dist/portal.css", "/dist/portal.js"].map(async (path) => {
    try {
      await fetchAndKeep(new Request(new URL(join(base, path), scope), { headers: { Accept: "text/html,*/*" } }));
    } catch {
      // Kept on the first visit instead.
    }
  }));
}

async function forgetOldCaches(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name !== PAGE_CACHE && name !== KEEP_CACHE) await caches.delete(name);
  }
}

function nothingKept(): Response {
  const { title, lines, again } = WORDS.offline;
  const body = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`
    + `<title>${prefix}${title}</title><h1>${prefix}${title}</h1>${lines.map((line) => `<p>${line}</p>`).join("")}<p><a href="">${again}</a></p></html>`;
  return new Response(body, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
