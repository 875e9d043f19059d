import { fetchWithin } from "../shared/http";

/** Where an area stands on the sheet. */
export type Spot = { code: string; x: number; y: number };

export type Direction = "left" | "right" | "up" | "down";

/** One area that a ring touches, with the share of its derived cell inside. */
export type Share = { code: string; name: string; share: number };

/** The nearest spot that lies in a direction (within 45° of it), or null at the rim. */
export function neighbour(spots: readonly Spot[], from: Spot, direction: Direction): Spot | null {
  let best: Spot | null = null;
  let bestDistance = Infinity;
  for (const spot of spots) {
    const [along, across] = turned(spot.x - from.x, spot.y - from.y, direction);
    const distance = along * along + across * across;
    if (along > 0 && Math.abs(across) <= along && distance < bestDistance) {
      best = spot;
      bestDistance = distance;
    }
  }
  return best;
}

function turned(east: number, south: number, direction: Direction): [number, number] {
  switch (direction) {
    case "left":
      return [-east, south];
    case "right":
      return [east, south];
    case "up":
      return [-south, east];
    case "down":
      return [south, east];
  }
}

/** A ring as the hub reads it: «x,y» in whole units of the sheet, parted by blanks. */
export function ringText(corners: readonly (readonly [number, number])[]): string {
  return corners.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(" ");
}

/** A share for people: never 0 for something, never 100 for less than all. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${share >= 1 ? 100 : Math.min(99, Math.max(1, rounded))}％`;
}

/** Reads the answer; null when it is none. */
export function readShares(answer: unknown): Share[] | null {
  if (typeof answer !== "object" || answer === null || !("items" in answer) || !Array.isArray(answer.items)) return null;
  const items = answer.items as unknown[];
  const shares = items.filter(isShare);
  return shares.length === items.length ? shares : null;
}

function isShare(item: unknown): item is Share {
  if (typeof item !== "object" || item === null) return false;
  const { code, name, share } = item as Record<string, unknown>;
  return typeof code === "string" && typeof name === "string" && typeof share === "number";
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/**
 * The drawing beside the list of areas: pressing a cell ticks the area in the list, and a drawn ring is asked of the hub, which
 * answers with shares. The list of the form decides; without this script it is all there is.
 */
export function areaMap(root: HTMLElement): () => void {
  const controller = new AbortController();
  const on = { signal: controller.signal };
  const svg = root.querySelector("svg")!;
  const form = root.closest("form")!;
  const cells = [...svg.querySelectorAll<SVGPathElement>("[data-code]")];
  const spots = cells.map((cell) => ({ code: cell.dataset["code"]!, x: Number(cell.dataset["x"]), y: Number(cell.dataset["y"]) }));
  const say = root.querySelector<HTMLElement>("[data-say]")!;
  const pointed = root.querySelector<HTMLElement>("[data-name]")!;
  const draw = root.querySelector<HTMLButtonElement>("[data-draw]")!;
  const close = root.querySelector<HTMLButtonElement>("[data-close]")!;
  const undo = root.querySelector<HTMLButtonElement>("[data-undo]")!;
  const ring = svg.querySelector("polyline")!;
  const shares = root.querySelector<HTMLElement>("[data-shares]")!;
  let corners: [number, number][] = [];
  let drawing = false;

  root.hidden = false;
  show();
  cells.find((cell) => isOpen(cell))?.setAttribute("tabindex", "0");

  function box(code: string): HTMLInputElement | null {
    return [...form.querySelectorAll<HTMLInputElement>('input[name="areas"]')].find((input) => input.value === code) ?? null;
  }

  function isOpen(cell: SVGPathElement): boolean {
    return box(cell.dataset["code"]!) !== null;
  }

  function show(): void {
    for (const cell of cells) cell.setAttribute("aria-checked", String(box(cell.dataset["code"]!)?.checked ?? false));
    const ticked = cells.filter((cell) => cell.getAttribute("aria-checked") === "true").length;
    if (!drawing) say.textContent = `${ticked} 町丁目に印があります`;
  }

  function set(code: string, checked: boolean): void {
    const input = box(code);
    if (!input || input.checked === checked) return;
    input.checked = checked;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function focus(cell: SVGPathElement | undefined): void {
    if (!cell) return;
    for (const each of cells) each.setAttribute("tabindex", each === cell ? "0" : "-1");
    cell.focus();
  }

  function mode(isDrawing: boolean): void {
    drawing = isDrawing;
    draw.setAttribute("aria-pressed", String(isDrawing));
    svg.classList.toggle("drawing", isDrawing);
    close.hidden = undo.hidden = !isDrawing;
    if (isDrawing) {
      corners = [];
      shares.hidden = true;
      say.textContent = "図の上を、囲みの角の順に押してください。3か所以上で「囲みを閉じる」。";
    }
    trace();
    if (!isDrawing) show();
  }

  function trace(): void {
    ring.setAttribute("points", ringText(corners));
    close.disabled = corners.length < 3;
    undo.disabled = corners.length === 0;
  }

  svg.addEventListener("click", (event) => {
    if (drawing) {
      const matrix = svg.getScreenCTM();
      if (!matrix || corners.length >= 100) return;
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      corners.push([point.x, point.y]);
      trace();
      return;
    }
    const cell = (event.target as Element).closest<SVGPathElement>("[data-code]");
    if (!cell || !isOpen(cell)) return;
    set(cell.dataset["code"]!, cell.getAttribute("aria-checked") !== "true");
    focus(cell);
  }, on);

  svg.addEventListener("keydown", (event) => {
    const at = cells.findIndex((cell) => cell === event.target);
    if (at < 0) return;
    const direction = ARROWS[event.key];
    if (direction) {
      const next = neighbour(spots, spots[at]!, direction);
      if (next) focus(cells[spots.indexOf(next)]);
      event.preventDefault();
    } else if (event.key === " " || event.key === "Enter") {
      set(spots[at]!.code, cells[at]!.getAttribute("aria-checked") !== "true");
      event.preventDefault();
    }
  }, on);

  // Names stand in the drawing for those who hear it; those who see it read the one they point at.
  for (const kind of ["pointerover", "focusin"]) {
    svg.addEventListener(kind, (event) => {
      const cell = (event.target as Element).closest("[data-code]");
      pointed.textContent = cell?.getAttribute("aria-label") ?? "";
    }, on);
  }

  form.addEventListener("change", show, on);
  draw.addEventListener("click", () => mode(!drawing), on);
  undo.addEventListener("click", () => {
    corners.pop();
    trace();
  }, on);

  close.addEventListener("click", () => {
    const asked = ringText(corners);
    mode(false);
    ring.setAttribute("points", asked);
    void ask(asked);
  }, on);

  async function ask(asked: string): Promise<void> {
    say.textContent = "調べています";
    let found: Share[] | null = null;
    try {
      const answer = await fetchWithin(`${root.dataset["inside"]}?ring=${encodeURIComponent(asked)}`, 5000);
      found = answer.ok ? readShares(await answer.json()) : null;
    } catch {
      found = null;
    }
    if (controller.signal.aborted) return;
    if (found === null) {
      say.textContent = "囲みを調べられませんでした。下の一覧で選んでください。";
      return;
    }
    say.textContent = found.length === 0 ? "囲みにかかる町丁目はありません。" : `${found.length} 町丁目にかかります。確かめて印を付けてください。`;
    list(found.filter((share) => box(share.code) !== null));
  }

  function list(found: readonly Share[]): void {
    shares.hidden = found.length === 0;
    shares.querySelector("ul")!.replaceChildren(...found.map((share) => {
      const item = document.createElement("li");
      const label = document.createElement("label");
      label.className = "check";
      const input = document.createElement("input");
      input.type = "checkbox";
      input.value = share.code;
      label.append(input, ` ${share.name}　${percent(share.share)}${box(share.code)!.checked ? "（選択済）" : ""}`);
      item.append(label);
      return item;
    }));
  }

  root.querySelector("[data-add]")!.addEventListener("click", () => {
    for (const input of shares.querySelectorAll<HTMLInputElement>("input:checked")) set(input.value, true);
    shares.hidden = true;
    ring.setAttribute("points", "");
    show();
  }, on);

  return () => controller.abort();
}
