import { echo } from "./places";
import { registered } from "./registration";
import { REFRESHED } from "./live";

/** Says at an order whether the places of this browser lie in it. Root: the order's card; the sentences stand in it, hidden. */
export function myTown(root: HTMLElement): () => void {
  const show = (): void => {
    const areas = new Set([...root.querySelectorAll<HTMLElement>("[data-area]")].map((element) => element.dataset["area"] ?? ""));
    const answer = echo(registered()?.places ?? [], areas);
    for (const sentence of root.querySelectorAll<HTMLElement>("[data-echo]")) sentence.hidden = sentence.dataset["echo"] !== answer.kind;
    for (const element of root.querySelectorAll<HTMLElement>("[data-area]")) {
      element.toggleAttribute("data-mine", answer.kind === "inside" && answer.areas.includes(element.dataset["area"] ?? ""));
    }
  };
  show();
  document.addEventListener(REFRESHED, show);
  return () => document.removeEventListener(REFRESHED, show);
}
