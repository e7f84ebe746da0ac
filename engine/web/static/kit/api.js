// Asks the server, and does things on the phone.
import { logIn } from "./door.js";
import { reach, whyNot } from "./reach.js";
import { t } from "./words.js";

// Whoever is logged in proves with each change that a page of ours makes it.
const token = document.querySelector('meta[name="csrf-token"]')?.content;

// A browser does not tell why it was given no stream: whoever is no longer logged in is sent to the login.
export async function stillIn() {
  try {
    const { status } = await fetch("/api/me", { cache: "no-store", headers: { Accept: "application/json" } });
    if (status === 401) logIn();
    return status !== 401;
  } catch {
    return true; // Whoever cannot be reached is asked again.
  }
}

export async function ask(address) {
  const answer = await reach(address, { headers: { Accept: "application/json" } });
  if (answer.status === 401) logIn();
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(whyNot(body));
  return body;
}

export async function act(what, body) {
  const answer = await reach(`/demo/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token && { "X-CSRF-Token": token }) },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(t("phone.refused", { why: whyNot(said) }));
  return said;
}
