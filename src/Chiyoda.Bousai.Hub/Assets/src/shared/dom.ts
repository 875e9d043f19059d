/** Puts a module's behaviour on an element; what it returns undoes it. */
export type Init = (root: HTMLElement) => (() => void) | void;

/**
 * Starts every `data-module` below `scope` that is known and not yet running.
 * A module that fails is reported and leaves its HTML standing.
 */
export function start(modules: Readonly<Record<string, Init>>, scope: ParentNode = document): void {
  for (const root of scope.querySelectorAll<HTMLElement>("[data-module]")) {
    if (running.has(root)) continue;
    const init = modules[root.dataset["module"] ?? ""];
    if (!init) continue;
    try {
      running.set(root, init(root) ?? (() => undefined));
    } catch (error) {
      console.error(`module ${root.dataset["module"]}`, error);
    }
  }
}

const running = new WeakMap<HTMLElement, () => void>();

/** Undoes the modules on `element` and below it, before it leaves the page. */
function stop(element: Element): void {
  for (const each of [element, ...element.querySelectorAll("[data-module]")]) {
    running.get(each as HTMLElement)?.();
    running.delete(each as HTMLElement);
  }
}

/**
 * Makes `current` like `next` with as few changes as possible: an element with the same id (or the heading it is labelled
 * by), or the same tag at the same place, stays the same node. So focus, the caret, an opened `<details>` and a half-typed
 * value survive. Elements marked `data-keep` are left alone.
 */
export function morph(current: Element, next: Element): void {
  const focused = document.activeElement;
  patch(current, next);
  // A node that had to move lost it on the way.
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}

function patch(current: Element, next: Element): void {
  if (current.hasAttribute("data-keep")) return;
  patchAttributes(current, next);
  patchChildren(current, next);
}

function patchAttributes(current: Element, next: Element): void {
  for (const { name, value } of next.attributes) {
    if (current.getAttribute(name) !== value && !isTheReaders(current, name)) current.setAttribute(name, value);
  }
  for (const { name } of [...current.attributes]) {
    if (!next.hasAttribute(name) && !isTheReaders(current, name)) current.removeAttribute(name);
  }
}

/** What the reader opened stays open, what the reader closed stays closed; what a module shows stays shown. */
function isTheReaders(current: Element, name: string): boolean {
  return (name === "open" && current instanceof HTMLDetailsElement) || (name === "hidden" && current.hasAttribute("data-module"));
}

function patchChildren(current: Element, next: Element): void {
  const wanted = [...next.childNodes];
  const keys = new Set(wanted.map(keyOf).filter((key) => key !== ""));
  let cursor: ChildNode | null = current.firstChild;
  for (const child of wanted) {
    // What is not wanted any more goes first, so that what stays need not move past it.
    while (cursor && keyOf(cursor) !== "" && !keys.has(keyOf(cursor))) cursor = drop(cursor);
    const match = find(cursor, child);
    if (!match) {
      current.insertBefore(document.importNode(child, true), cursor);
      continue;
    }
    while (cursor && cursor !== match && keyOf(cursor) === "") cursor = drop(cursor);
    if (match !== cursor) current.insertBefore(match, cursor);
    if (match instanceof Element) patch(match, child as Element);
    else if (match.nodeValue !== child.nodeValue) match.nodeValue = child.nodeValue;
    cursor = match.nextSibling;
  }
  while (cursor) cursor = drop(cursor);
}

/** Takes a node out, with the modules on it; gives the one after it. */
function drop(node: ChildNode): ChildNode | null {
  const after = node.nextSibling;
  if (node instanceof Element) stop(node);
  node.remove();
  return after;
}

/** What makes an element the same one in two versions of a page; empty for all others. */
function keyOf(node: Node): string {
  return node instanceof Element ? node.id || (node.getAttribute("aria-labelledby") ?? "") : "";
}

/** The node at or after `cursor` that stands for `wanted`. */
function find(cursor: ChildNode | null, wanted: ChildNode): ChildNode | null {
  const key = keyOf(wanted);
  if (key === "") return cursor && sameKind(cursor, wanted) ? cursor : null;
  for (let each = cursor; each; each = each.nextSibling) {
    if (keyOf(each) === key && sameKind(each, wanted)) return each;
  }
  return null;
}

function sameKind(a: ChildNode, b: ChildNode): boolean {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (keyOf(a) === "") === (keyOf(b) === "");
}

/** Says `sentence` once through a live region; the same sentence twice is said once. */
export function say(region: HTMLElement | null, sentence: string): void {
  if (region && region.textContent !== sentence) region.textContent = sentence;
}
