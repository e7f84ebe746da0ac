// The line to write on: as oneself or as somebody of the chat, a new message or an edit.
import { $, make } from "../kit/dom.js";
import { t } from "../kit/words.js";
import { currentChat, focusOn, messageOf, personName } from "./chat.js";

let editing = null; // the id of the message that is being edited
let author = "owner";
let sent = async () => {};

export function start(send) {
  sent = send;
  $("write").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  $("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && editing) {
      event.preventDefault();
      stopEditing();
    }
  });
  $("editing-cancel").addEventListener("click", stopEditing);
}

// Offers whoever is in the chat.
export function forChat(chat) {
  if (editing && messageOf(editing)?.chat.id !== chat.id) stopEditing(false);
  const people = ["owner", ...chat.members.filter((who) => who !== "owner")];
  author = people.includes(author) ? author : "owner";
  $("as").hidden = people.length < 2 || editing !== null;
  $("as").replaceChildren($("as").firstElementChild, ...people.map((who) => {
    const choice = make("input");
    Object.assign(choice, { type: "radio", name: "as", value: who, checked: who === author });
    choice.addEventListener("change", () => { author = who; });
    return make("label", "", choice, make("span", "", who === "owner" ? t("write.me") : personName(who)));
  }));
}

export function edit(message) {
  editing = message.message_id;
  $("editing").hidden = false;
  $("editing-what").textContent = t("write.editing", { text: message.text });
  $("as").hidden = true;
  $("text").value = message.text;
  label("write.save");
  $("text").focus();
}

function stopEditing(back = true) {
  const id = editing;
  editing = null;
  $("editing").hidden = true;
  $("text").value = "";
  label("write.send");
  if (!back) return;
  forChat(currentChat());
  focusOn(id);
}

function label(key) {
  $("send").setAttribute("aria-label", t(key));
  $("send").title = t(key);
}

async function submit() {
  const field = $("text");
  const text = field.value.trim();
  if (!text) return;
  const edited = editing;
  const wanted = edited ? { message_id: edited, text } : { chat: currentChat().id, from: author, text };
  // Emptied at once: what is typed while this is on its way belongs to the next message.
  if (!edited) field.value = "";
  const fine = await sent(edited ? "edit" : "say", wanted);
  if (fine && edited && editing === edited) stopEditing();
  else if (!fine && !edited && !field.value) field.value = text;
}
