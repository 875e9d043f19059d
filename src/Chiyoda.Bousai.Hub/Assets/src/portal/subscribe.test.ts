// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { subscribe } from "./subscribe";

const { register, unregister } = vi.hoisted(() => ({ register: vi.fn(), unregister: vi.fn() }));
vi.mock("./registration", () => ({ register, unregister, registered: () => null }));

const results = ["working", "done", "choose", "push-unreachable", "stopped"];
const form = `<section>
<p data-without-script></p>
<form hidden>
<select name="area"><option value="*">all</option><option value="00000000001">one</option></select>
<label><input type="radio" name="relation" value="works"> work</label>
<label><input type="checkbox" name="orders" value="5" checked> 5</label><label><input type="checkbox" name="orders" value="3"> 3</label>
<label><input type="radio" name="relays" value="usual" checked> usual</label><label><input type="radio" name="relays" value="none"> none</label>
<label><input type="radio" name="notices" value="usual" checked> usual</label><label><input type="radio" name="notices" value="all"> all</label>
<button type="button" data-add></button><div data-chosen hidden><ul data-places></ul></div>
<button type="submit"></button>
</form>
${results.map((result) => `<p data-result="${result}" hidden></p>`).join("")}
<template data-place><li><span data-words></span><button type="button"></button></li></template>
</section>`;

const shown = (): string[] =>
  [...document.querySelectorAll<HTMLElement>("[data-result]")].filter((each) => !each.hidden).map((each) => each.dataset["result"] ?? "");

const submit = (): void => { document.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true })); };

beforeEach(() => {
  vi.clearAllMocks();
  document.documentElement.dataset["lang"] = "en";
  document.body.innerHTML = form;
  subscribe(document.querySelector("section")!);
});

describe("asking for notifications", () => {
  it("shows the form only where a script runs", () => {
    expect(document.querySelector("form")!.hidden).toBe(false);
    expect(document.querySelector<HTMLElement>("[data-without-script]")!.hidden).toBe(true);
  });

  it("asks for a place before anything else", () => {
    submit();
    expect(shown()).toEqual(["choose"]);
    expect(register).not.toHaveBeenCalled();
  });

  it("registers the place, the levels and the language of the page", async () => {
    register.mockResolvedValue("done");
    document.querySelector<HTMLSelectElement>("select")!.value = "00000000001";
    document.querySelector<HTMLInputElement>("[value=works]")!.checked = true;
    submit();
    expect(shown()).toEqual(["working"]);
    await vi.waitFor(() => expect(shown()).toEqual(["done"]));
    expect(register).toHaveBeenCalledExactlyOnceWith(
      { places: [{ area: "00000000001", relation: "works" }], language: "en", orders: [5], relays: [], notices: [] });
    expect(document.querySelector("[data-words]")!.textContent).toBe("one (work)");
  });

  it("tells what was chosen of relayed information and of notices", async () => {
    register.mockResolvedValue("done");
    document.querySelector<HTMLInputElement>("[value=works]")!.checked = true;
    document.querySelector<HTMLInputElement>("[name=relays][value=none]")!.checked = true;
    document.querySelector<HTMLInputElement>("[name=notices][value=all]")!.checked = true;
    submit();
    await vi.waitFor(() => expect(register).toHaveBeenCalledExactlyOnceWith(
      { places: [{ area: "*", relation: "works" }], language: "en", orders: [5], relays: ["none"], notices: ["all"] }));
  });

  it("registers the language that was chosen, whatever the page is in", async () => {
    register.mockResolvedValue("done");
    document.querySelector("form")!.insertAdjacentHTML("beforeend", `<select name="language"><option value="en"><option value="my" selected></select>`);
    document.querySelector<HTMLInputElement>("[value=works]")!.checked = true;
    submit();
    await vi.waitFor(() => expect(register).toHaveBeenCalledExactlyOnceWith({ places: [{ area: "*", relation: "works" }], language: "my", orders: [5], relays: [], notices: [] }));
  });

  it("says plainly when nothing was registered", async () => {
    register.mockResolvedValue("push-unreachable");
    document.querySelector<HTMLInputElement>("[value=works]")!.checked = true;
    submit();
    await vi.waitFor(() => expect(shown()).toEqual(["push-unreachable"]));
  });
});
