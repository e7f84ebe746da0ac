// Changes something over the API; what is refused is told in the server's own words. A text is sent as YAML.
import { logIn } from "./door.js";
import { reach, whyNot } from "./reach.js";

const token = document.querySelector('meta[name="csrf-token"]')?.content;

export async function act(method, address, body, headers = {}) {
  const answer = await reach(address, {
    method,
    headers: {
      Accept: "application/json",
      ...(body !== undefined && { "Content-Type": typeof body === "string" ? "application/yaml" : "application/json" }),
      ...(token && { "X-CSRF-Token": token }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  if (answer.status === 401) logIn();
  const said = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) throw Object.assign(new Error(whyNot(said)), { status: answer.status, said });
  return said;
}
