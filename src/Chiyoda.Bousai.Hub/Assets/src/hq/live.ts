import { listen } from "../shared/doorbell";
import { morph } from "../shared/dom";
import { BY_ITSELF, fetchWithin, url } from "../shared/http";
import { isSilent, jitter, onRing, SILENCE_MILLISECONDS } from "../shared/live";
import { learnClock } from "../shared/time";

const ANSWER_MILLISECONDS = 8000;

/** Raised on `document` after every attempt; the connection state is on `<html data-connection>`. */
export const REFRESHED = "bousai:refreshed";

/**
 * Keeps every element marked `data-live` (each with an id) as the server has it now: the doorbell rings, this page is
 * fetched again, and only those elements change. What a person is typing in is left alone (see `busyIn`).
 */
export function live(body: HTMLElement): () => void {
  let cursor = Number(body.dataset["sequence"] ?? 0);
  let heardAt = Date.now();
  let busy = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    try {
      const page = await fetchPage();
      if (page) {
        for (const next of page.querySelectorAll<HTMLElement>("[data-live][id]")) {
          const current = document.getElementById(next.id);
          if (!current) continue;
          // Says on the page that this part is older than the rest, while somebody types in it.
          if (busyIn(current)) current.toggleAttribute("data-behind", current.dataset["version"] !== next.dataset["version"]);
          else morph(current, next);
        }
        cursor = Math.max(cursor, Number(page.body.dataset["sequence"] ?? 0));
        document.title = page.title;
      }
      heardAt = Date.now();
      connection("open");
    } catch {
      connection("lost");
    }
    busy = false;
    document.dispatchEvent(new Event(REFRESHED));
    if (again) void refresh();
  };

  const bell = listen(url("/live/staff"), {
    onRing(ring) {
      heardAt = Date.now();
      if (onRing({ cursor, heardAt }, ring) === "ignore") return;
      cursor = ring.sequence;
      void refresh();
    },
    onOpen: () => void refresh(),
    onClose: () => connection("lost"),
  });

  const tick = (): void => {
    if (!document.hidden && isSilent({ cursor, heardAt }, Date.now())) void refresh();
    timer = setTimeout(tick, jitter(SILENCE_MILLISECONDS, Math.random()));
  };
  timer = setTimeout(tick, jitter(SILENCE_MILLISECONDS, Math.random()));
  const wake = (): void => { if (!document.hidden) void refresh(); };
  document.addEventListener("visibilitychange", wake);

  return () => {
    bell.stop();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", wake);
  };
}

/** This page as it is now; null when the session ended and the answer is the log-in page: then the old one stays. */
async function fetchPage(): Promise<Document | null> {
  const answer = await fetchWithin(location.href, ANSWER_MILLISECONDS, { cache: "no-store", headers: { Accept: "text/html", ...BY_ITSELF } });
  if (answer.redirected || answer.status === 401 || answer.status === 403) {
    connection("signed-out");
    return null;
  }
  if (!answer.ok) throw new Error(`page ${answer.status}`);
  learnClock(answer.headers.get("Date"));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Whether somebody has typed or chosen something there that is not sent yet. */
export function busyIn(element: HTMLElement): boolean {
  for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input, textarea, select")) {
    if (field instanceof HTMLSelectElement) {
      if (field.multiple ? [...field.options].some(isChanged) : wasChosen(field)) return true;
    } else if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
      if (field.checked !== field.defaultChecked) return true;
    } else if (field.value !== field.defaultValue) {
      return true;
    }
  }
  return false;
}

function isChanged(option: HTMLOptionElement): boolean {
  return option.selected !== option.hasAttribute("selected");
}

/** A list without a default shows its first option as chosen, although nobody chose it. */
function wasChosen(select: HTMLSelectElement): boolean {
  const byDefault = [...select.options].findIndex((option) => option.hasAttribute("selected"));
  return Math.max(0, select.selectedIndex) !== Math.max(0, byDefault);
}

function connection(state: "open" | "lost" | "signed-out"): void {
  if (document.documentElement.dataset["connection"] !== "signed-out") document.documentElement.dataset["connection"] = state;
}
