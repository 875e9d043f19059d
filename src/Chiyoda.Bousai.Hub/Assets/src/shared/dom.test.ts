// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { morph, say, start } from "./dom";

function main(html: string): HTMLElement {
  document.body.innerHTML = `<main>${html}</main>`;
  return document.querySelector("main")!;
}

function version(html: string): Element {
  return new DOMParser().parseFromString(`<main>${html}</main>`, "text/html").querySelector("main")!;
}

const calm = `<section aria-labelledby="none"><h1 id="none">none</h1></section>
<section aria-labelledby="who"><h2 id="who">who</h2><details id="a"><summary>lives</summary></details></section>`;
const alert = `<h1 id="orders">in force</h1><article id="order-1"><p>go up</p></article>
<section aria-labelledby="who"><h2 id="who">who</h2><details id="a"><summary>lives</summary><p>now</p></details></section>`;

beforeEach(() => { document.body.innerHTML = ""; });

describe("a page that changes under the reader", () => {
  it("shows exactly what the new version says", () => {
    const page = main(calm);
    morph(page, version(alert));
    expect(page.innerHTML).toBe(version(alert).innerHTML);
    morph(page, version(calm));
    expect(page.innerHTML).toBe(version(calm).innerHTML);
  });

  it("keeps the node that has the focus, and the focus", () => {
    const page = main(calm);
    const summary = page.querySelector("summary")!;
    summary.tabIndex = 0;
    summary.focus();
    morph(page, version(alert));
    expect(page.querySelector("summary")).toBe(summary);
    expect(document.activeElement).toBe(summary);
  });

  it("leaves open what the reader opened", () => {
    const page = main(calm);
    page.querySelector("details")!.open = true;
    morph(page, version(alert));
    expect(page.querySelector("details")!.open).toBe(true);
  });

  it("leaves shown what a module shows", () => {
    const page = main(`<button data-module="copy" hidden>copy</button><p>one</p>`);
    page.querySelector("button")!.hidden = false;
    morph(page, version(`<button data-module="copy" hidden>copy</button><p>two</p>`));
    expect(page.querySelector("button")!.hidden).toBe(false);
    expect(page.querySelector("p")!.textContent).toBe("two");
  });

  it("leaves closed what the reader closed", () => {
    const open = `<details id="a" open><summary>lives</summary></details>`;
    const page = main(open);
    page.querySelector("details")!.open = false;
    morph(page, version(open));
    expect(page.querySelector("details")!.open).toBe(false);
  });

  it("keeps a half-typed value and whatever is marked to be kept", () => {
    const page = main(`<label id="l"><input id="i"></label><div id="k" data-keep><b>mine</b></div>`);
    page.querySelector("input")!.value = "half";
    morph(page, version(`<p>new</p><label id="l"><input id="i"></label><div id="k" data-keep></div>`));
    expect(page.querySelector("input")!.value).toBe("half");
    expect(page.querySelector("b")?.textContent).toBe("mine");
    expect(page.firstElementChild?.textContent).toBe("new");
  });

  it("follows a new order of the same things", () => {
    const page = main(`<p id="a">1</p><p id="b">2</p><p id="c">3</p>`);
    const nodes = [...page.children];
    morph(page, version(`<p id="c">3</p><p id="a">1</p><p id="b">22</p>`));
    expect([...page.children].map((each) => each.textContent)).toEqual(["3", "1", "22"]);
    expect(new Set(page.children)).toEqual(new Set(nodes));
  });

  it("takes text as text", () => {
    const page = main(`<p id="a">x</p>`);
    morph(page, version(`<p id="a">&lt;img src=x onerror=alert(1)&gt;</p>`));
    expect(page.querySelector("img")).toBeNull();
  });
});

describe("modules", () => {
  it("start once, and are undone when their element leaves", () => {
    const page = main(`<p id="a" data-module="m"></p>`);
    const undo = vi.fn();
    const init = vi.fn(() => undo);
    start({ m: init });
    start({ m: init });
    expect(init).toHaveBeenCalledTimes(1);
    morph(page, version(`<p id="b"></p>`));
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it("that fail leave their HTML and the others standing", () => {
    const report = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const page = main(`<p data-module="bad">said</p><p data-module="good"></p>`);
    const good = vi.fn();
    start({ bad: () => { throw new Error("no"); }, good });
    expect(page.textContent).toBe("said");
    expect(good).toHaveBeenCalledTimes(1);
    expect(report).toHaveBeenCalledTimes(1);
    report.mockRestore();
  });
});

describe("a live region", () => {
  it("says the same sentence once", () => {
    const region = document.createElement("p");
    const changes = vi.fn();
    Object.defineProperty(region, "textContent", { get: () => "14:32", set: changes });
    say(region, "14:32");
    expect(changes).not.toHaveBeenCalled();
    say(region, "14:33");
    expect(changes).toHaveBeenCalledExactlyOnceWith("14:33");
  });
});
