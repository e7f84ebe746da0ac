"""The scripts of the pages, run as a browser runs them but without one: a module's answer to an expression."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

from engine.web.words import catalogue

STATIC = Path(__file__).parents[2] / "engine" / "web" / "static"
PATIENCE = 20.0
NOW = "2026-11-22T01:00:00Z"
"""What the scripts take for the present."""

_RUN = """
const [{ now, language, languages, words, modules, expression }] = [JSON.parse(process.argv[1])];
globalThis.document = {
  documentElement: { lang: language }, getElementById: () => ({ textContent: "{}" }), querySelector: () => null,
  addEventListener() {},
};
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length ? given : [now])); }
  static now() { return new Real(now).getTime(); }
};
globalThis.addEventListener = () => {};
globalThis.location = new URL("http://127.0.0.1/");
Object.defineProperty(globalThis, "navigator", { value: { languages } });
globalThis.fetch = async () => ({ json: async () => words });
const all = Object.assign({}, ...(await Promise.all(modules.map((one) => import(one)))));
const answer = await new Function(...Object.keys(all), `return (async () => (${expression}))()`)(...Object.values(all));
process.stdout.write(JSON.stringify(answer ?? null));
"""


def said(expression: str, *modules: str, locale: str, zone: str = "America/Mexico_City") -> Any:
    """Return what an expression over the modules' names comes to, for a reader with this locale and clock."""
    language = locale.partition("-")[0]
    asked = {
        "now": NOW, "language": language, "languages": [locale], "words": catalogue(language), "expression": expression,
        "modules": [(STATIC / one).as_uri() for one in modules],
    }  # fmt: skip
    node = compute_driver_executable()[0]
    done = subprocess.run(
        [node, "--input-type=module", "--eval", _RUN, json.dumps(asked)],
        capture_output=True, text=True, timeout=PATIENCE, check=False, env={"TZ": zone},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
