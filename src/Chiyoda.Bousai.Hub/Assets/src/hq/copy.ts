const SAID_MILLISECONDS = 2_000;

/** Puts the text of the element named in `data-copy` on the clipboard with one tap, and says so for a moment. Hidden where there is no clipboard. */
export function copy(root: HTMLElement): () => void {
  const controller = new AbortController();
  const words = root.textContent ?? "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (!navigator.clipboard) return () => controller.abort();
  root.hidden = false;
  root.addEventListener("click", () => {
    const text = textOf(document.getElementById(root.dataset["copy"] ?? ""));
    void navigator.clipboard.writeText(text).then(() => {
      root.textContent = root.dataset["done"] ?? words;
      clearTimeout(timer);
      timer = setTimeout(() => { root.textContent = words; }, SAID_MILLISECONDS);
    }, () => { root.hidden = true; });
  }, { signal: controller.signal });
  return () => {
    controller.abort();
    clearTimeout(timer);
    root.textContent = words;
  };
}

/** A line per paragraph, heading and row: what is pasted reads like what is printed. */
export function textOf(element: HTMLElement | null): string {
  if (!element) return "";
  const lines = [...element.querySelectorAll<HTMLElement>("p, h2, dt")];
  if (lines.length === 0) return element.textContent?.trim() ?? "";
  return lines.map((line) => {
    const words = line.textContent?.trim() ?? "";
    return line.tagName === "DT" ? `${words}：${line.nextElementSibling?.textContent?.trim() ?? ""}` : words;
  }).join("\n");
}
