// Time zones to choose from, by the cities that they are named after.
import { html } from "./view.js";
import { city } from "./words.js";

const ZONES = Intl.supportedValuesOf("timeZone");

export const Zones = () => html`<datalist id="zones">${ZONES.map((one) => html`<option key=${one} value=${one}>${city(one)}</option>`)}</datalist>`;

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

// What somebody typed, as a zone: they may have written the city's name.
export const zoneOf = (typed) => ZONES.find((one) => bare(one) === bare(typed)) ?? ZONES.find((one) => bare(city(one)) === bare(typed)) ?? typed;
