/**
 * On a select: offers only what fits the choices before it. An option or group with `data-fits` names, parted by blanks, what it goes with:
 * a hazard (`Flood`), a hazard at a level (`Flood-4`), a level (`4`), a level with an action (`4-GoUp`). What is settled stands in
 * `data-hazard` and `data-level`. The hub refuses the rest in any case; without script everything is offered.
 */
export function fitting(root: HTMLElement): (() => void) | void {
  if (!(root instanceof HTMLSelectElement) || !root.form) return;
  const { form } = root;
  const controller = new AbortController();
  const look = (): void => {
    const before = root.value;
    offer(root, given(root, form));
    // The choices after this one follow from it.
    if (root.value !== before) root.dispatchEvent(new Event("change", { bubbles: true }));
  };
  form.addEventListener("change", (event) => { if (event.target !== root) look(); }, { signal: controller.signal });
  look();
  return () => controller.abort();
}

function given(root: HTMLSelectElement, form: HTMLFormElement): Set<string> {
  const valueOf = (name: string): string => form.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "";
  const hazard = root.dataset["hazard"] ?? valueOf("what").split("/")[0] ?? "";
  const level = root.dataset["level"] ?? valueOf("level");
  return new Set([hazard, `${hazard}-${level}`, level, `${level}-${valueOf("action")}`].filter((part) => part !== ""));
}

function offer(select: HTMLSelectElement, choices: ReadonlySet<string>): void {
  for (const each of select.querySelectorAll<HTMLOptionElement | HTMLOptGroupElement>("[data-fits]")) {
    const fits = (each.dataset["fits"] ?? "").split(" ").some((part) => choices.has(part));
    each.disabled = !fits;
    each.hidden = !fits;
  }
  const chosen = select.selectedOptions[0];
  if (chosen && !isOffered(chosen)) {
    const left = [...select.options].filter((option) => option.value !== "" && isOffered(option));
    // What does not fit any more is chosen anew by the person, unless there is only one thing to choose.
    select.value = left.length === 1 ? left[0]!.value : "";
  }
}

function isOffered(option: HTMLOptionElement): boolean {
  return !option.disabled && !(option.parentElement instanceof HTMLOptGroupElement && option.parentElement.disabled);
}
