// Asks the server; that it cannot be reached, or says nothing of what went wrong, is said in the page's language.
import { t } from "./words.js";

export async function reach(address, how = {}) {
  try {
    return await fetch(address, how);
  } catch (fault) {
    // What a browser says of it ("Failed to fetch") is no sentence of any page. Who called it off knows.
    throw fault.name === "AbortError" ? fault : new Error(t("fault.away"));
  }
}

// Why not, in the server's words; nothing of a proxy that answers in its own way.
export const whyNot = (said) => said?.detail ?? said?.error ?? t("fault.unexpected");
