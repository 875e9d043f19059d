import { fetchWithin, sendJson, url, within } from "../shared/http";
import { KEEP_CACHE, KEEP_PATH } from "../service-worker/names";
import { keyBytes, readRegistration, subscriptionBody, type Registration } from "./places";

/** What came of an attempt to receive notifications. Only `done` registered anything. */
export type Result =
  | "done"
  | "unsupported"
  | "install-first"
  | "denied"
  | "push-unreachable"
  | "hub-unreachable"
  | "refused";

/** Browsers that cannot reach their push service leave `subscribe()` open for ever. */
const PUSH_MILLISECONDS = 15_000;
const WORKER_MILLISECONDS = 15_000;
const DAY_MILLISECONDS = 86_400_000;

const key = (): string => `bousai.subscription${document.documentElement.dataset["base"] ?? ""}`;

/** The registration of this browser, or null. */
export function registered(): Registration | null {
  return readRegistration(localStorage.getItem(key()));
}

/** Installs the worker; it keeps the last page for the hour without a network, and shows notifications. */
export function installWorker(): Promise<ServiceWorkerRegistration> | null {
  if (!("serviceWorker" in navigator)) return null;
  const mode = document.documentElement.dataset["mode"] ?? "";
  return navigator.serviceWorker.register(`${url("/service-worker.js")}?mode=${encodeURIComponent(mode)}`, { scope: url("/") });
}

/** Asks for permission, subscribes at the browser's push service, and tells the hub. Undoes what was done when a step fails. */
export async function register(wanted: Omit<Registration, "uuid">): Promise<Result> {
  const obstacle = missing();
  if (obstacle) return obstacle;
  // First, while the press of the button still counts.
  if ((await Notification.requestPermission()) !== "granted") return "denied";

  const applicationServerKey = await pushKey();
  if (!applicationServerKey) return "hub-unreachable";

  const subscription = await subscribe(applicationServerKey);
  if (!subscription) return "push-unreachable";

  const registration = { uuid: registered()?.uuid ?? crypto.randomUUID(), ...wanted };
  const result = await tell(registration, subscription);
  if (result === "done") await keep(registration);
  else if (!registered()) await subscription.unsubscribe();
  return result;
}

/** Ends it: at the hub first, since a browser that forgot would still be sent to. */
export async function unregister(): Promise<boolean> {
  const registration = registered();
  if (!registration) return true;
  try {
    const answer = await sendJson("DELETE", url(`/api/v1/subscriptions/${registration.uuid}`), undefined);
    if (!answer.ok && answer.status !== 404) return false;
  } catch {
    return false;
  }
  localStorage.removeItem(key());
  await caches.open(KEEP_CACHE).then((cache) => cache.delete(url(KEEP_PATH)));
  const worker = await navigator.serviceWorker.getRegistration(url("/"));
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
  return true;
}

/** Once a day, tells the hub the endpoint again: some browsers change it without a word. */
export async function renew(worker: ServiceWorkerRegistration, now = Date.now()): Promise<void> {
  const registration = registered();
  const last = Number(localStorage.getItem(`${key()}.sent`) ?? 0);
  if (!registration || now - last < DAY_MILLISECONDS || Notification.permission !== "granted") return;
  const subscription = await worker.pushManager.getSubscription();
  if (subscription && (await tell(registration, subscription)) === "done") await keep(registration);
}

function missing(): Result | null {
  if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) return null;
  // On iPhone and iPad push exists only for a page on the Home Screen.
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
  return apple ? "install-first" : "unsupported";
}

async function pushKey(): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const answer = await fetchWithin(url("/api/v1/push-key"), 10_000, { cache: "no-cache" });
    if (!answer.ok) return null;
    const { publicKey } = (await answer.json()) as { publicKey?: unknown };
    return typeof publicKey === "string" ? keyBytes(publicKey) : null;
  } catch {
    return null;
  }
}

async function subscribe(applicationServerKey: Uint8Array<ArrayBuffer>): Promise<PushSubscription | null> {
  let late = false;
  try {
    const worker = await within(WORKER_MILLISECONDS, async () => {
      await installWorker();
      return navigator.serviceWorker.ready;
    });
    const old = await worker.pushManager.getSubscription();
    if (old && !sameKey(old, applicationServerKey)) await old.unsubscribe();
    return await within(PUSH_MILLISECONDS, async () => {
      const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
      // It answered after we said that nothing was registered: then nothing is.
      if (late) await subscription.unsubscribe();
      return subscription;
    });
  } catch {
    late = true;
    return null;
  }
}

function sameKey(subscription: PushSubscription, wanted: Uint8Array): boolean {
  const used = subscription.options.applicationServerKey;
  if (!used) return false;
  const bytes = new Uint8Array(used);
  return bytes.length === wanted.length && bytes.every((byte, index) => byte === wanted[index]);
}

async function tell(registration: Registration, subscription: PushSubscription): Promise<Result> {
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.["p256dh"] || !keys["auth"]) return "push-unreachable";
  try {
    const body = subscriptionBody(registration, endpoint, { p256dh: keys["p256dh"], auth: keys["auth"] });
    const answer = await sendJson("PUT", url(`/api/v1/subscriptions/${registration.uuid}`), body);
    return answer.ok ? "done" : answer.status >= 500 ? "hub-unreachable" : "refused";
  } catch {
    return "hub-unreachable";
  }
}

/** For this page, and for the worker, which cannot read local storage when the browser changes the endpoint. */
async function keep(registration: Registration): Promise<void> {
  localStorage.setItem(key(), JSON.stringify(registration));
  localStorage.setItem(`${key()}.sent`, String(Date.now()));
  const cache = await caches.open(KEEP_CACHE);
  await cache.put(url(KEEP_PATH), new Response(JSON.stringify(registration), { headers: { "Content-Type": "application/json" } }));
}
