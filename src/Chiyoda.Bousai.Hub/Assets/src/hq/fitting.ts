/**
 * On a select: offers only what fits the choices beside it. An option or group with `data-fits` names, parted by blanks, what it goes with as
 * hazard/level/action, `*` for any (`Flood/4/*`); what is not chosen yet excludes nothing. What is settled stands in `data-hazard` and
 * `data-level`. The hub refuses the rest in any case; without script everything is offered.
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

/** Hazard, level and action as they are chosen; empty where they are not. */
function given(root: HTMLSelectElement, form: HTMLFormElement): string[] {
  const valueOf = (name: string): string => form.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "";
  return [root.dataset["hazard"] || (valueOf("what").split("/")[0] ?? ""), root.dataset["level"] || valueOf("level"), valueOf("action")];
}

function offer(select: HTMLSelectElement, choices: readonly string[]): void {
  for (const each of select.querySelectorAll<HTMLOptionElement | HTMLOptGroupElement>("[data-fits]")) {
    const fits = (each.dataset["fits"] ?? "").split(" ").some((combination) =>
      combination.split("/").every((part, index) => part === "*" || choices[index] === "" || choices[index] === part));
    each.disabled = !fits;
    each.hidden = !fits;
  }
  const chosen = select.selectedOptions[0];
  if (chosen && isOffered(chosen) && !(select.required && chosen.value === "")) return;
  // What does not fit any more is chosen anew by the person, unless there is only one thing to choose.
  const left = [...select.options].filter((option) => option.value !== "" && isOffered(option));
  select.value = left.length === 1 ? left[0]!.value : "";
}

function isOffered(option: HTMLOptionElement): boolean {
  return !option.disabled && !(option.parentElement instanceof HTMLOptGroupElement && option.parentElement.disabled);
}
