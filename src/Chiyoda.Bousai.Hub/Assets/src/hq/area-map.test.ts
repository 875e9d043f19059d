// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { areaMap, neighbour, percent, readShares, ringText, type Spot } from "./area-map";

const spots: Spot[] = [
  { code: "1", x: 0, y: 0 },
  { code: "2", x: 10, y: 1 },
  { code: "3", x: 30, y: 0 },
  { code: "4", x: 1, y: 20 },
];

describe("the neighbour in a direction", () => {
  it.each([
    ["right", "1", "2"],
    ["right", "2", "3"],
    ["left", "3", "2"],
    ["down", "1", "4"],
    ["up", "4", "1"],
    ["up", "1", null],
    ["left", "1", null],
  ] as const)("%s of %s is %s", (direction, from, to) =>
    expect(neighbour(spots, spots.find((spot) => spot.code === from)!, direction)?.code ?? null).toBe(to));
});

it("writes a ring in whole units", () => expect(ringText([[1.4, 2.6], [100, -3]])).toBe("1,3 100,-3"));

it.each([
  [0.004, "1％"],
  [0.5, "50％"],
  [0.999, "99％"],
  [1, "100％"],
])("says %d as %s", (share, said) => expect(percent(share)).toBe(said));

it("takes an answer only when all of it is sound", () => {
  expect(readShares({ items: [{ code: "1", name: "町", share: 0.2 }] })).toHaveLength(1);
  for (const broken of [null, [], {}, { items: [{ code: 1 }] }, { items: "1" }]) expect(readShares(broken)).toBeNull();
});

function page(): { root: HTMLElement; form: HTMLFormElement; cell: (code: string) => SVGPathElement } {
  document.body.innerHTML = `<form>
    <figure data-inside="/api/v1/areas/inside" hidden>
      <button type="button" data-draw></button><button type="button" data-close hidden></button><button type="button" data-undo hidden></button>
      <p data-say></p><p data-name></p>
      <svg>${spots.map((spot) => `<path data-code="${spot.code}" data-x="${spot.x}" data-y="${spot.y}" aria-label="町${spot.code}" tabindex="-1"></path>`).join("")}<polyline points=""></polyline></svg>
      <div data-shares hidden><ul></ul><button type="button" data-add></button></div>
    </figure>
    ${["1", "2", "3"].map((code) => `<input type="checkbox" name="areas" value="${code}"${code === "2" ? " checked" : ""}>`).join("")}
  </form>`;
  const root = document.querySelector("figure")!;
  return { root, form: document.querySelector("form")!, cell: (code) => root.querySelector(`[data-code="${code}"]`)! };
}

describe("the drawing beside the list", () => {
  afterEach(() => vi.unstubAllGlobals());

  const ticked = (form: HTMLFormElement): string[] => [...form.querySelectorAll<HTMLInputElement>("input[name=areas]:checked")].map((box) => box.value);

  it("shows what is ticked, ticks what is pressed, and leaves out what is not in the list", () => {
    const { root, form, cell } = page();
    areaMap(root);
    expect(root.hidden).toBe(false);
    expect(cell("2").getAttribute("aria-checked")).toBe("true");

    cell("1").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    cell("4").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(ticked(form)).toEqual(["1", "2"]);
    expect(cell("4").getAttribute("aria-checked")).toBe("false");

    form.querySelector<HTMLInputElement>("[value='2']")!.click();
    expect(cell("2").getAttribute("aria-checked")).toBe("false");
  });

  it("names the area that is pointed at", () => {
    const { root, cell } = page();
    areaMap(root);
    cell("3").dispatchEvent(new Event("pointerover", { bubbles: true }));
    expect(root.querySelector("[data-name]")!.textContent).toBe("町3");
  });

  it("is walked by arrows and ticked by the space bar", () => {
    const { root, form, cell } = page();
    areaMap(root);
    cell("1").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    cell("2").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    expect(cell("3").getAttribute("tabindex")).toBe("0");
    cell("3").dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
    expect(ticked(form)).toEqual(["2", "3"]);
  });

  it("lists the shares of a ring, and ticks nothing that a person did not tick", async () => {
    const { root, form } = page();
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({
      items: [{ code: "1", name: "一", share: 0.8 }, { code: "3", name: "三", share: 0.01 }, { code: "4", name: "四", share: 1 }],
    }), { status: 200 })));
    areaMap(root);
    root.querySelector<HTMLButtonElement>("[data-draw]")!.click();
    root.querySelector<HTMLButtonElement>("[data-close]")!.disabled = false;
    root.querySelector<HTMLButtonElement>("[data-close]")!.click();
    await vi.waitFor(() => expect(root.querySelectorAll("[data-shares] li")).toHaveLength(2));
    expect(ticked(form)).toEqual(["2"]);

    root.querySelector<HTMLButtonElement>("[data-add]")!.click();
    expect(ticked(form)).toEqual(["2"]);
    root.querySelector<HTMLInputElement>("[data-shares] input[value='1']")!.click();
    root.querySelector<HTMLButtonElement>("[data-add]")!.click();
    expect(ticked(form)).toEqual(["1", "2"]);
  });

  it("says so when the hub does not answer", async () => {
    const { root } = page();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("away")));
    areaMap(root);
    root.querySelector<HTMLButtonElement>("[data-draw]")!.click();
    root.querySelector<HTMLButtonElement>("[data-close]")!.disabled = false;
    root.querySelector<HTMLButtonElement>("[data-close]")!.click();
    await vi.waitFor(() => expect(root.querySelector("[data-say]")!.textContent).toContain("調べられませんでした"));
  });
});
