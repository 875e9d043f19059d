import { sendJson, url } from "../shared/http";

interface Descriptor { id: string; type: "public-key"; transports?: AuthenticatorTransport[] }

interface Options {
  challenge: string;
  user?: { id: string; name: string; displayName: string };
  allowCredentials?: Descriptor[];
  excludeCredentials?: Descriptor[];
}

/**
 * A button that asks the hub for a challenge (`data-challenge`: sign-in, step-up, registration), a passkey for its answer, and
 * sends the form with it in the field `passkey`, in place of a password. Unseen (`.by-passkey`) where there are no passkeys.
 */
export function passkey(root: HTMLElement): (() => void) | void {
  const button = root as HTMLButtonElement;
  const form = button.form;
  if (!form || !window.PublicKeyCredential || !navigator.credentials) return;
  document.documentElement.dataset["passkeys"] = "yes";
  const controller = new AbortController();
  button.addEventListener("click", () => void answer(button, form), { signal: controller.signal });
  return () => controller.abort();
}

async function answer(button: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  const said = button.nextElementSibling;
  const password = form.querySelector<HTMLInputElement>("input[type=password]");
  if (password) password.required = false;
  try {
    if (!form.reportValidity()) return;
    button.disabled = true;
    if (said) said.textContent = "";
    form.querySelector<HTMLInputElement>("input[name=passkey]")!.value = JSON.stringify(await ask(button.dataset["challenge"] ?? ""));
    form.submit();
  } catch (refused) {
    if (said) said.textContent = refused instanceof Refused ? refused.message : button.dataset["failed"] ?? "";
  } finally {
    button.disabled = false;
    if (password) password.required = true;
  }
}

/** The hub said why not, in a sentence for people. */
class Refused extends Error {}

async function ask(challenge: string): Promise<unknown> {
  const asked = await sendJson("POST", url(`/api/v1/passkey-challenges/${challenge}`), undefined);
  const answered = await asked.json() as { options: string; detail?: string };
  if (!asked.ok) throw new Refused(answered.detail);
  const publicKey = read(JSON.parse(answered.options) as Options);
  return written(await (challenge === "registration"
    ? navigator.credentials.create({ publicKey: publicKey as PublicKeyCredentialCreationOptions })
    : navigator.credentials.get({ publicKey: publicKey as PublicKeyCredentialRequestOptions })) as PublicKeyCredential);
}

/** `parseCreationOptionsFromJSON` and its kin are younger than the phones that staff have. */
export function read(options: Options): unknown {
  const octets = (each: Descriptor) => ({ ...each, id: fromBase64Url(each.id) });
  return {
    ...options,
    challenge: fromBase64Url(options.challenge),
    ...(options.user && { user: { ...options.user, id: fromBase64Url(options.user.id) } }),
    ...(options.allowCredentials && { allowCredentials: options.allowCredentials.map(octets) }),
    ...(options.excludeCredentials && { excludeCredentials: options.excludeCredentials.map(octets) }),
  };
}

export function written(credential: PublicKeyCredential): unknown {
  const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const part = (octets: ArrayBuffer | null | undefined) => (octets ? toBase64Url(octets) : undefined);
  return {
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: part(response.clientDataJSON),
      attestationObject: part(response.attestationObject),
      transports: response.getTransports?.(),
      authenticatorData: response.attestationObject ? undefined : part(response.authenticatorData),
      signature: part(response.signature),
      userHandle: part(response.userHandle),
    },
  };
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function toBase64Url(octets: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(octets))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
