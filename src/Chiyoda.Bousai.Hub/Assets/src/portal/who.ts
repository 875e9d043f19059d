const KEY = "bousai.who";

/** Remembers which of the three publics the reader is, on this device only. Root: the group of `<details>`. */
export function who(root: HTMLElement): () => void {
  const sections = [...root.querySelectorAll<HTMLDetailsElement>("details[data-who]")];
  const remembered = localStorage.getItem(KEY);
  for (const section of sections) if (section.dataset["who"] === remembered) section.open = true;
  const controller = new AbortController();
  for (const section of sections) {
    section.addEventListener("toggle", () => {
      if (section.open) localStorage.setItem(KEY, section.dataset["who"] ?? "");
      else if (localStorage.getItem(KEY) === section.dataset["who"]) localStorage.removeItem(KEY);
    }, { signal: controller.signal });
  }
  return () => controller.abort();
}
