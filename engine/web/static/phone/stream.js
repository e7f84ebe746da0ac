// Listens to the server. A tab that nobody looks at lets its streams go (a browser opens only six lines to a host),
// and goes on from where it stopped when somebody looks again.

import { stillIn } from "../kit/api.js";

export function listen(address, events, state = () => {}) {
  let source = null;
  let timer = null;

  function open() {
    close();
    source = new EventSource(address());
    source.addEventListener("open", () => state(true));
    source.addEventListener("error", () => {
      state(false);
      // After an answer that is no stream (401, 502, 503) a browser does not try again by itself.
      if (source?.readyState === EventSource.CLOSED) stillIn().then((yes) => { if (yes && !document.hidden) again(); });
    });
    for (const [name, heard] of Object.entries(events)) source.addEventListener(name, heard);
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function again() {
    close();
    timer = setTimeout(open, 1500);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) close();
    else if (!source) open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted && !document.hidden) open(); });
  if (!document.hidden) open();
  return { again: open };
}
