// Asks the server, and does things on the phone.
import { t } from "./words.js";

export async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? body.error ?? answer.statusText);
  return body;
}

export async function act(what, body) {
  const answer = await fetch(`/demo/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(t("phone.refused", { why: said.detail ?? said.error ?? answer.statusText }));
  return said;
}
