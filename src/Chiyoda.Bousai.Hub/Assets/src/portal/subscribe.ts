import { addPlace, isRelation, type Place } from "./places";
import { register, registered, unregister, type Result } from "./registration";

/**
 * The form that asks where first, then for permission. Every sentence stands in the page, hidden until it is true.
 * Root: the section with the form and its results.
 */
export function subscribe(root: HTMLElement): () => void {
  const form = root.querySelector("form");
  const list = root.querySelector<HTMLElement>("[data-places]");
  const template = root.querySelector<HTMLTemplateElement>("template[data-place]");
  if (!form || !list || !template) throw new Error("the form is not whole");

  const controller = new AbortController();
  const { signal } = controller;
  let places: readonly Place[] = registered()?.places ?? [];

  const chosen = (): Place | null => {
    const data = new FormData(form);
    const area = data.get("area");
    const relation = data.get("relation");
    return typeof area === "string" && area !== "" && isRelation(relation) ? { area, relation } : null;
  };

  const label = (name: string, value: string): string =>
    form.querySelector(`[name="${name}"] [value="${CSS.escape(value)}"], [name="${name}"][value="${CSS.escape(value)}"]`)
      ?.closest("label, option")?.textContent?.trim() ?? value;

  const draw = (): void => {
    list.replaceChildren(...places.map((place) => {
      const item = template.content.cloneNode(true) as DocumentFragment;
      const words = item.querySelector("[data-words]");
      if (words) words.textContent = `${label("area", place.area)} (${label("relation", place.relation)})`;
      item.querySelector("button")?.addEventListener("click", () => {
        places = places.filter((each) => each.area !== place.area);
        draw();
      }, { signal });
      return item;
    }));
    for (const element of root.querySelectorAll<HTMLElement>("[data-chosen]")) element.hidden = places.length === 0;
    for (const element of root.querySelectorAll<HTMLElement>("[data-registered]")) element.hidden = !registered();
  };

  const show = (result: Result | "working" | "stopped" | "stop-failed" | "choose"): void => {
    for (const element of root.querySelectorAll<HTMLElement>("[data-result]")) element.hidden = element.dataset["result"] !== result;
  };

  form.querySelector("[data-add]")?.addEventListener("click", () => {
    const place = chosen();
    if (!place) return show("choose");
    places = addPlace(places, place);
    draw();
  }, { signal });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const place = chosen();
    if (place) places = addPlace(places, place);
    if (places.length === 0) return show("choose");
    draw();
    const data = new FormData(form);
    const orders = data.getAll("orders").map(Number);
    const [relays, notices] = [wishOf(data.get("relays")), wishOf(data.get("notices"))];
    const wanted = data.get("language");
    const language = typeof wanted === "string" && wanted !== "" ? wanted : document.documentElement.dataset["lang"] ?? "ja";
    void run(form, async () => {
      show("working");
      show(await register({ places, language, orders, relays, notices }));
    }).finally(draw);
  }, { signal });

  root.querySelector("[data-stop]")?.addEventListener("click", () => {
    void run(form, async () => show((await unregister()) ? "stopped" : "stop-failed")).finally(draw);
  }, { signal });

  // Who comes back on a page in another language does not lose what was chosen before.
  const language = form.querySelector<HTMLSelectElement>("[name=language]");
  const before = registered()?.language;
  if (language && before && [...language.options].some((option) => option.value === before)) language.value = before;

  for (const element of root.querySelectorAll<HTMLElement>("[data-without-script]")) element.hidden = true;
  form.hidden = false;
  draw();
  return () => controller.abort();
}

/** The hub's words for what was chosen: nothing is the usual, what is urgent. */
function wishOf(chosen: FormDataEntryValue | null): readonly string[] {
  return chosen === "all" || chosen === "none" ? [chosen] : [];
}

/** No second press while the first is being worked on. */
async function run(form: HTMLFormElement, work: () => Promise<void>): Promise<void> {
  const buttons = [...form.querySelectorAll("button")].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  try {
    await work();
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}
