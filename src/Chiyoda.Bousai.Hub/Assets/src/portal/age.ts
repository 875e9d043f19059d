import { ageOf, fill, hubNow, inWords } from "../shared/time";
import { REFRESHED } from "./live";

/**
 * Shows how old the page is beside its absolute time, in amber after ten minutes; after thirty, or when the hub is out of
 * reach, the banner that sends people to radio and loudspeakers. Root: the line that carries the time.
 */
export function age(root: HTMLElement): () => void {
  const show = (): void => {
    const main = document.getElementById("main");
    const now = ageOf(main?.dataset["asOf"], hubNow());
    const words = root.querySelector<HTMLElement>("[data-age]");
    if (words) {
      const size = now.kind === "unknown" ? null : inWords(now.minutes);
      words.textContent = size ? fill(words.dataset[size.unit] ?? "", { n: size.n }) : "";
    }
    root.dataset["kind"] = now.kind;
    const unreachable = main?.hasAttribute("data-unreachable") ?? false;
    toggle("old", now.kind === "old" || now.kind === "unknown");
    toggle("unreachable", unreachable && now.kind !== "old" && now.kind !== "unknown");
  };
  show();
  const timer = setInterval(show, 15_000);
  document.addEventListener(REFRESHED, show);
  return () => {
    clearInterval(timer);
    document.removeEventListener(REFRESHED, show);
  };
}

function toggle(banner: string, visible: boolean): void {
  const element = document.querySelector<HTMLElement>(`[data-banner="${banner}"]`);
  if (element) element.hidden = !visible;
}
