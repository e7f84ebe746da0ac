// Makes elements. Whatever comes from a chat is set as text, never as markup.

export const $ = (id) => document.getElementById(id);

export function make(tag, className, ...inside) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return element;
}

export const unseen = (text) => make("span", "unseen", text);

// An emoji for the eyes, with its name for a screen reader where the words beside it do not say it.
export function picture(emoji, className = "emoji") {
  const shown = make("span", className, emoji);
  shown.setAttribute("aria-hidden", "true");
  return shown;
}

// Calls `work` at once; calls that come while it runs are one more run after it.
export function coalesced(work) {
  let running = null;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await work();
      } while (again);
    })();
    try {
      return await running;
    } finally {
      running = null;
    }
  };
}

// Says something politely to a screen reader; several things in a moment are said one after the other.
export function announce(text) {
  const announcer = $("announcer");
  const line = make("span", "", `${text}. `);
  announcer.append(line);
  setTimeout(() => line.remove(), 6000);
}
