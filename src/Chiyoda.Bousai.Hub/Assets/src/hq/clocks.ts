import { ageOf, clock, countdown, fill, hubNow } from "../shared/time";
import { REFRESHED } from "./live";

/** Runs `show` now, every second, and after each refresh. */
function ticking(show: () => void): () => void {
  show();
  const timer = setInterval(show, 1000);
  document.addEventListener(REFRESHED, show);
  return () => {
    clearInterval(timer);
    document.removeEventListener(REFRESHED, show);
  };
}

/** The time of day in Japan. */
export function clockFace(root: HTMLElement): () => void {
  return ticking(() => { root.textContent = clock(new Date(hubNow()).toISOString()); });
}

/** How old the thing is whose time stands in `data-at`; the sentence is in `data-age`, with the slot `{n}` for minutes. */
export function age(root: HTMLElement): () => void {
  return ticking(() => {
    const now = ageOf(root.dataset["at"], hubNow());
    root.dataset["kind"] = now.kind;
    root.textContent = now.kind === "unknown" ? "" : fill(root.dataset["age"] ?? "", { n: now.minutes });
  });
}

/** Time left until `data-until`; `data-passed` appears once it is over. */
export function countdownFace(root: HTMLElement): () => void {
  return ticking(() => {
    const left = countdown(root.dataset["until"] ?? "", hubNow());
    root.textContent = left.text;
    root.toggleAttribute("data-passed", left.passed);
  });
}
