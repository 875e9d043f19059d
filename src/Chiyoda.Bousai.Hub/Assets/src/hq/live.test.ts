// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { busyIn } from "./live";

function part(html: string): HTMLElement {
  document.body.innerHTML = `<section>${html}</section>`;
  return document.querySelector("section")!;
}

describe("a part in which somebody works", () => {
  it.each([
    `<input value="a">`,
    `<textarea>a</textarea>`,
    `<input type="checkbox" checked>`,
    `<select><option>1</option><option>2</option></select>`,
    `<select><option>1</option><option selected>2</option></select>`,
  ])("is free as it came: %s", (html) => expect(busyIn(part(html))).toBe(false));

  it("is busy once something was typed, ticked or chosen", () => {
    const typed = part(`<input value="a">`);
    typed.querySelector("input")!.value = "ab";
    expect(busyIn(typed)).toBe(true);

    const ticked = part(`<input type="checkbox">`);
    ticked.querySelector("input")!.checked = true;
    expect(busyIn(ticked)).toBe(true);

    const chosen = part(`<select><option>1</option><option>2</option></select>`);
    chosen.querySelector("select")!.selectedIndex = 1;
    expect(busyIn(chosen)).toBe(true);
  });
});
