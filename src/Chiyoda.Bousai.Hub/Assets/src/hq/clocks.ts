import { ageOf, countdown, fill, hubNow } from "../shared/time";
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

/**
 * How old the thing is whose time stands in `data-at`; the sentence is in `data-age`, with the slot `{n}` for minutes.
 * In its first minute it says nothing: the time beside it does.
 */
export function age(root: HTMLElement): () => void {
  return ticking(() => {
    const now = ageOf(root.dataset["at"], hubNow());
    root.dataset["kind"] = now.kind;
    root.textContent = now.kind === "unknown" || now.minutes === 0 ? "" : fill(root.dataset["age"] ?? "", { n: now.minutes });
  });
}

/** Time passed since `data-since`: the clock beside every open proposal. */
export function elapsed(root: HTMLElement): () => void {
  return ticking(() => {
    const since = countdown(root.dataset["since"] ?? "", hubNow());
    root.textContent = since.passed ? since.text.replace("−", "") : "0:00";
  });
}
