// Addresses as people read them: a phone number with its middle hidden, unless somebody wants to see it.
import { t } from "./words.js";

const HIDDEN = "•••";

export const isOwn = (address) => address === "me";
const digits = (address) => /^(\d{6,15})@(s\.whatsapp\.net|c\.us)$/.exec(address)?.[1];

export function addressShown(address, clear) {
  if (isOwn(address)) return t("you");
  const phone = digits(address);
  if (phone) return clear ? `+${phone}` : `+${phone.slice(0, 2)} ${HIDDEN} ${phone.slice(-3)}`;
  const [own, host] = address.split("@");
  if (host === "lid") return clear ? `${own}@lid` : t("people.lid", { end: own.slice(-3) });
  return clear ? address : `${own.slice(0, 2)}${HIDDEN}${host ? `@${host}` : ""}`;
}
