// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { fitting } from "./fitting";

beforeEach(() => {
  document.body.innerHTML = `<form>
    <select name="what"><option value="">選ぶ</option><option value="Flood/river">川</option><option value="Fire/">火事</option></select>
    <select name="level" data-hazard=""><option value="">選ぶ</option><option value="4" data-fits="Flood/*/*" selected>4</option><option value="3" data-fits="Flood/*/*">3</option>
      <option value="none" data-fits="Fire/*/*">なし</option></select>
    <select name="action" required><option value="">選ぶ</option><option value="GoUp" data-fits="Flood/4/*" selected>上へ</option>
      <option value="LeaveNow" data-fits="Flood/4/* Flood/3/* Fire/none/*">立退き</option></select>
    <select name="audience" required><option value="">選ぶ</option><option value="Everyone" data-fits="*/4/* */none/*" selected>全員</option>
      <option value="Underground" data-fits="*/4/GoUp">地下</option><option value="ElderlyAndSlow" data-fits="*/3/*">高齢者等</option></select>
    <select name="reasonChoice"><option value="" selected>選ばない</option><optgroup data-fits="Flood/*/*"><option value="水">水</option></optgroup></select>
  </form>`;
  for (const each of [...document.querySelectorAll("select")].slice(1)) fitting(each);
});

function pick(name: string, value: string): void {
  const select = document.querySelector<HTMLSelectElement>(`[name=${name}]`)!;
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

const value = (name: string): string => document.querySelector<HTMLSelectElement>(`[name=${name}]`)!.value;
const offered = (name: string): string[] => [...document.querySelectorAll<HTMLOptionElement>(`[name=${name}] option`)]
  .filter((option) => option.value !== "" && !option.disabled && !option.closest("optgroup")?.disabled).map((option) => option.value);

describe("offering what fits", () => {
  it("offers everything while nothing is chosen, and keeps what stands", () => {
    expect(offered("level")).toEqual(["4", "3", "none"]);
    expect([value("level"), value("action"), value("audience")]).toEqual(["4", "GoUp", "Everyone"]);
  });

  it("offers a flood its levels, actions and reasons", () => {
    pick("what", "Flood/river");
    pick("level", "4");
    pick("action", "GoUp");
    expect(offered("level")).toEqual(["4", "3"]);
    expect(offered("action")).toEqual(["GoUp", "LeaveNow"]);
    expect(offered("audience")).toEqual(["Everyone", "Underground"]);
    expect(offered("reasonChoice")).toEqual(["水"]);
  });

  it("takes the only choice that is left, and asks anew where there are several", () => {
    pick("what", "Flood/river");
    pick("level", "4");
    pick("action", "GoUp");
    pick("audience", "Everyone");
    pick("level", "3");
    expect([value("action"), value("audience")]).toEqual(["LeaveNow", "ElderlyAndSlow"]);
    pick("what", "Fire/");
    expect([value("level"), value("action"), value("audience")]).toEqual(["none", "LeaveNow", "Everyone"]);
    expect(offered("reasonChoice")).toEqual([]);
    pick("what", "Flood/river");
    expect(value("level")).toBe("");
  });

  it("takes the only choice where nothing was chosen, and never an optional one", () => {
    pick("action", "");
    pick("what", "Flood/river");
    expect([value("action"), value("reasonChoice")]).toEqual(["", ""]);
    pick("level", "3");
    expect([value("action"), value("reasonChoice")]).toEqual(["LeaveNow", ""]);
  });

  it("goes by what is settled", () => {
    document.body.innerHTML = `<form><select name="action" required data-hazard="Flood" data-level="3"><option value="GoUp" data-fits="Flood/4/*">上へ</option>
      <option value="LeaveNow" data-fits="Flood/3/*">立退き</option></select></form>`;
    fitting(document.querySelector("select")!);
    expect(offered("action")).toEqual(["LeaveNow"]);
  });
});
