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
 * Makes `current` like `next` with as few changes as possible: an element with the same id, or the same tag at the same
 * place, stays the same node. So focus, the caret, an opened `<details>` and a half-typed value survive.
 * Elements marked `data-keep` are left alone.
 */
export function morph(current: Element, next: Element): void {
  if (current.hasAttribute("data-keep")) return;
  syncAttributes(current, next);
  syncChildren(current, next);
}

function syncAttributes(current: Element, next: Element): void {
  for (const { name, value } of next.attributes) {
    if (current.getAttribute(name) !== value) current.setAttribute(name, value);
  }
  for (const { name } of [...current.attributes]) {
    // What the reader opened stays open; what a module hid or showed is decided again by the module.
    if (!next.hasAttribute(name) && !(name === "open" && current instanceof HTMLDetailsElement)) current.removeAttribute(name);
  }
}

function syncChildren(current: Element, next: Element): void {
  const wanted = [...next.childNodes];
  let cursor: ChildNode | null = current.firstChild;
  for (const child of wanted) {
    const match = find(current, cursor, child);
    if (!match) {
      current.insertBefore(document.importNode(child, true), cursor);
      continue;
    }
    if (match !== cursor) current.insertBefore(match, cursor);
    if (match instanceof Element) morph(match, child as Element);
    else if (match.nodeValue !== child.nodeValue) match.nodeValue = child.nodeValue;
    cursor = match.nextSibling;
  }
  while (cursor) {
    const gone: ChildNode = cursor;
    cursor = gone.nextSibling;
    if (gone instanceof Element) stop(gone);
    gone.remove();
  }
}

/** The node of `current`, at or after `cursor`, that stands for `wanted`. */
function find(current: Element, cursor: ChildNode | null, wanted: ChildNode): ChildNode | null {
  const id = wanted instanceof Element ? wanted.id : "";
  if (id) {
    for (let each = cursor; each; each = each.nextSibling) {
      if (each instanceof Element && each.id === id && each.tagName === (wanted as Element).tagName) return each;
    }
    return null;
  }
  return cursor && cursor.parentNode === current && sameKind(cursor, wanted) ? cursor : null;
}

function sameKind(a: ChildNode, b: ChildNode): boolean {
  if (a.nodeType !== b.nodeType) return false;
  return !(a instanceof Element) || (a.tagName === (b as Element).tagName && !a.id);
}

/** Says `sentence` once through a live region; the same sentence twice is said once. */
export function say(region: HTMLElement | null, sentence: string): void {
  if (region && region.textContent !== sentence) region.textContent = sentence;
}
