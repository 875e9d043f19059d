/** Joins the path base of the deployment ("" or "/desk/author") with a path that starts with a slash. */
export function join(base: string, path: string): string {
  return `${base.replace(/\/+$/, "")}${path}`;
}

/** A path of the hub, under the path base that the page states in `<html data-base>`. */
export function url(path: string): string {
  return join(document.documentElement.dataset["base"] ?? "", path);
}

/** Marks what a page asks without anybody at it: such a request is nobody's presence and keeps no session alive. */
export const BY_ITSELF = { "X-Bousai-Refresh": "1" } as const;

/**
 * A fetch that ends: on a congested cell a connection opens and no byte ever comes.
 * Rejects with a `TimeoutError` after `milliseconds`, or with the network's own error.
 */
export function fetchWithin(path: string, milliseconds: number, init: RequestInit = {}): Promise<Response> {
  return within(milliseconds, (signal) => fetch(path, { ...init, signal }));
}

/** Runs `work`, aborting and rejecting it with a `TimeoutError` after `milliseconds`. */
export async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException("No answer in time", "TimeoutError"));
      controller.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), expiry]);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends JSON; programs mark themselves by `X-Requested-With` instead of an antiforgery token. */
export function sendJson(method: "PUT" | "POST" | "DELETE", path: string, body: unknown, milliseconds = 10_000): Promise<Response> {
  return fetchWithin(path, milliseconds, {
    method,
    headers: { "Content-Type": "application/json", "X-Requested-With": "bousai" },
    body: body === undefined ? null : JSON.stringify(body),
  });
}
