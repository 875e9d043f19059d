import { listen } from "../shared/doorbell";
import { morph, say } from "../shared/dom";
import { fetchWithin, url } from "../shared/http";
import { isSilent, jitter, onRing, SILENCE_MILLISECONDS } from "../shared/live";
import { clock, fill, learnClock } from "../shared/time";
import { compare, raisesAlarm, readStatus, type Shown, type Status } from "./status";

const ANSWER_MILLISECONDS = 8000;
/** A ring can be faster than the page it announces (rendered within 300 ms); after these waits the next poll takes over. */
const RETRY_MILLISECONDS = [300, 700, 1500, 3000];
/** So that everybody who hears the bell does not ask in the same millisecond. */
const SPREAD_MILLISECONDS = 400;

/** Raised on `document` whenever the page was confirmed, changed, or found out of reach. */
export const REFRESHED = "bousai:refreshed";

/** Keeps `<main>` as the hub has it now: by the doorbell, else by asking every half minute. */
export function live(main: HTMLElement): () => void {
  let heardAt = Date.now();
  /** Highest sequence that was rung, and highest that a page or a status was seen to hold. */
  let rung = sequenceOf(main);
  let known = rung;
  let busy = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** One round: the status, and the page when it differs; or the page at once. */
  const ask = async (pageFirst: boolean): Promise<void> => {
    if (pageFirst) {
      await swap(main);
    } else {
      const status = await fetchStatus();
      const verdict = compare(shownBy(main), status);
      if (verdict.kind === "older") return;
      if (verdict.kind === "changed") await swap(main);
      else confirm(main, verdict.asOf);
      known = Math.max(known, status.sequence);
    }
    known = Math.max(known, sequenceOf(main));
    heardAt = Date.now();
  };

  const refresh = async (pageFirst: boolean): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    let reached = true;
    try {
      await ask(pageFirst);
      for (const wait of RETRY_MILLISECONDS) {
        if (known >= rung) break;
        await new Promise((resolve) => setTimeout(resolve, jitter(wait, Math.random())));
        await ask(false);
      }
    } catch {
      reached = false;
    }
    busy = false;
    main.toggleAttribute("data-unreachable", !reached);
    document.dispatchEvent(new Event(REFRESHED));
    if (again && reached) void refresh(false);
  };

  const bell = listen(url("/live/public"), {
    onRing(ring) {
      heardAt = Date.now();
      if (onRing({ cursor: Math.max(rung, known), heardAt }, ring) === "ignore") return;
      rung = ring.sequence;
      setTimeout(() => void refresh(true), Math.random() * SPREAD_MILLISECONDS);
    },
    onOpen: () => void refresh(false),
    onClose: () => undefined,
  });

  const tick = (): void => {
    if (!document.hidden && isSilent({ cursor: known, heardAt }, Date.now())) void refresh(false);
    timer = setTimeout(tick, jitter(SILENCE_MILLISECONDS, Math.random()));
  };
  timer = setTimeout(tick, jitter(SILENCE_MILLISECONDS, Math.random()));

  const controller = new AbortController();
  const wake = (): void => { if (!document.hidden) void refresh(false); };
  document.addEventListener("visibilitychange", wake, { signal: controller.signal });
  for (const event of ["online", "offline"]) addEventListener(event, wake, { signal: controller.signal });

  return () => {
    bell.stop();
    clearTimeout(timer);
    controller.abort();
  };
}

async function fetchStatus(): Promise<Status> {
  const answer = await fetchWithin(url("/status.json"), ANSWER_MILLISECONDS, { cache: "no-cache" });
  const status = answer.ok ? readStatus(await answer.json()) : null;
  if (!status) throw new Error(`status ${answer.status}`);
  learnClock(answer.headers.get("Date"));
  return status;
}

/** Fetches this page again and changes `<main>` into what it has now. A page older than the one shown changes nothing. */
async function swap(main: HTMLElement): Promise<void> {
  const answer = await fetchWithin(location.href, ANSWER_MILLISECONDS, { cache: "no-cache", headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`page ${answer.status}`);
  learnClock(answer.headers.get("Date"));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("main");
  if (!next || sequenceOf(next) < sequenceOf(main)) return;

  const before = { revision: main.dataset["revision"], level: levelOf(main) };
  morph(main, next);
  document.title = page.title;
  if (main.dataset["revision"] === before.revision) return;
  const alarm = raisesAlarm(before.level, levelOf(main));
  const sentence = fill((alarm ? main.dataset["saidRaised"] : main.dataset["saidUpdated"]) ?? "", { time: clock(shownBy(main).asOf) });
  say(document.getElementById(alarm ? "alarm" : "status"), sentence);
}

/** The page holds as of a later moment: its own time says so. */
function confirm(main: HTMLElement, asOf: string): void {
  main.dataset["asOf"] = asOf;
  for (const time of main.querySelectorAll<HTMLTimeElement>("time[data-now]")) {
    time.dateTime = asOf;
    time.textContent = clock(asOf);
  }
}

function shownBy(main: HTMLElement): Shown {
  return { sequence: sequenceOf(main), revision: main.dataset["revision"] ?? "", asOf: main.dataset["asOf"] ?? "" };
}

function sequenceOf(main: HTMLElement): number {
  return Number(main.dataset["sequence"] ?? 0);
}

function levelOf(main: HTMLElement): number {
  return Number(main.dataset["level"] ?? 0);
}
