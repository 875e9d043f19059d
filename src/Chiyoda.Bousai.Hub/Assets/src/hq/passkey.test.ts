// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { passkey } from "./passkey";

const get = vi.fn();
const fetched = vi.fn();
const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer;

beforeEach(() => {
  get.mockReset().mockResolvedValue({
    id: "_w", rawId: bytes(255), type: "public-key", getClientExtensionResults: () => ({}),
    response: { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(251, 255), userHandle: bytes(3) },
  });
  fetched.mockReset().mockResolvedValue(new Response(JSON.stringify({ options: JSON.stringify({ challenge: "-_8", allowCredentials: [{ id: "_w", type: "public-key" }] }) })));
  vi.stubGlobal("fetch", fetched);
  Object.defineProperty(window, "PublicKeyCredential", { value: class {}, configurable: true });
  Object.defineProperty(navigator, "credentials", { value: { get }, configurable: true });
  delete document.documentElement.dataset["passkeys"];
  document.body.innerHTML = `<form><input type="password" name="password" required><input name="words" required value="x">
    <input type="hidden" name="passkey"><button type="button" data-challenge="step-up" data-failed="だめ">確かめる</button><p></p></form>`;
});

function press(): { form: HTMLFormElement; submit: ReturnType<typeof vi.fn> } {
  const form = document.querySelector("form")!;
  const submit = vi.fn();
  form.submit = submit;
  const button = document.querySelector("button")!;
  passkey(button);
  button.click();
  return { form, submit };
}

describe("a passkey in place of a password", () => {
  it("answers the challenge and sends the form without the password", async () => {
    const { form, submit } = press();
    await vi.waitFor(() => expect(submit).toHaveBeenCalledOnce());
    expect(fetched.mock.calls[0]![0]).toBe("/api/v1/passkey-challenges/step-up");
    expect([...get.mock.calls[0]![0].publicKey.challenge]).toEqual([251, 255]);
    expect([...get.mock.calls[0]![0].publicKey.allowCredentials[0].id]).toEqual([255]);
    const sent = JSON.parse(form.querySelector<HTMLInputElement>("[name=passkey]")!.value);
    expect(sent).toMatchObject({ id: "_w", rawId: "_w", response: { signature: "-_8", userHandle: "Aw" } });
  });

  it("sends nothing when the person cancels, and asks for the password again", async () => {
    get.mockRejectedValue(new DOMException("", "NotAllowedError"));
    const { form, submit } = press();
    await vi.waitFor(() => expect(form.querySelector("p")!.textContent).toBe("だめ"));
    expect(submit).not.toHaveBeenCalled();
    expect(form.querySelector<HTMLInputElement>("[name=password]")!.required).toBe(true);
  });

  it("says what the hub says", async () => {
    fetched.mockResolvedValue(new Response(JSON.stringify({ detail: "操作が多すぎます" }), { status: 429 }));
    const { form } = press();
    await vi.waitFor(() => expect(form.querySelector("p")!.textContent).toBe("操作が多すぎます"));
  });

  it("asks nothing while something else is missing", () => {
    document.querySelector<HTMLInputElement>("[name=words]")!.value = "";
    press();
    expect(fetched).not.toHaveBeenCalled();
  });

  it("is not shown where there are no passkeys", () => {
    Object.defineProperty(window, "PublicKeyCredential", { value: undefined, configurable: true });
    press();
    expect(document.documentElement.dataset["passkeys"]).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
  });
});
