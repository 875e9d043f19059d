// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { copy, textOf } from "./copy";

const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  writeText.mockReset().mockResolvedValue();
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  document.body.innerHTML = `<span id="a"> 避難指示 </span><button data-copy="a" data-done="写しました" hidden>写す</button>
    <div id="b"><p>訓練</p><h2>題</h2><dl><dt>地区</dt><dd>本町一丁目</dd></dl></div>`;
});

describe("copying a field", () => {
  it("puts its text on the clipboard and says so", async () => {
    const button = document.querySelector("button")!;
    copy(button);
    expect(button.hidden).toBe(false);
    button.click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith("避難指示");
    await vi.waitFor(() => expect(button.textContent).toBe("写しました"));
  });

  it("stays hidden where there is no clipboard", () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    const button = document.querySelector("button")!;
    copy(button);
    expect(button.hidden).toBe(true);
  });

  it("copies a paper line by line", () => {
    expect(textOf(document.getElementById("b"))).toBe("訓練\n題\n地区：本町一丁目");
  });
});
