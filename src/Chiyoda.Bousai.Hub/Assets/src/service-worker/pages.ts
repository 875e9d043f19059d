const PAGE = /^(?:(?!hq\/)[a-z]{2}(?:-[a-zA-Z]+)?\/)?(?:lite|notify|warnings|earthquakes|tsunami|notices)?$/;
const ASSET = /^dist\/portal\.(?:css|js)$/;

export type Kind = "page" | "asset" | "other";

/**
 * What the worker may keep: the public pages and what they need. Everything else – headquarters, shelters, the interface,
 * desks – goes to the network untouched and is never kept.
 */
export function kindOf(address: string, scope: string): Kind {
  if (!address.startsWith(scope)) return "other";
  const path = new URL(address).pathname.slice(new URL(scope).pathname.length);
  if (PAGE.test(path)) return "page";
  return ASSET.test(path) ? "asset" : "other";
}

/** Where to look, in order, when a page is neither reachable nor kept: the same language's first page, then the first page. */
export function fallbacks(address: string, scope: string): readonly string[] {
  const path = new URL(address).pathname.slice(new URL(scope).pathname.length);
  const language = /^([a-z]{2}(?:-[a-zA-Z]+)?\/)/.exec(path)?.[1];
  return [...new Set([address.split(/[?#]/)[0] ?? address, ...(language ? [scope + language] : []), scope])];
}
