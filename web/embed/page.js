// The snippet builder: reads what was chosen, writes the snippet, and tries it out on this page.

import { faint } from "./colours.js";
import { COLOURS, faults, isCode, isColour, playsPart, snippet, unescaped, withHover } from "./snippet.js";

const data = JSON.parse(document.getElementById("data").textContent);
const { words } = data;
const one = (id) => document.getElementById(id);
const form = one("choices");
/** The folder of this page, which the preview is shown from wherever the site is going to stand. */
const here = new URL(".", location.href).href;
const base = data.base ?? here;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** What release.json says; nothing where there is none, as in a site that is not finished. */
const release = await fetch("release.json").then((answer) => (answer.ok ? answer.json() : undefined)).catch(() => undefined);

// ---- What was chosen. ----

/** The code that was typed, as the widget reads it: `{code}`, or `{problems}`. The last answer counts. */
let code = { typed: "", code: "", problems: [], note: "" };

function chosen() {
  const fields = new FormData(form);
  const value = (name) => (fields.get(name) ?? "").trim();
  const lang = value("lang");
  // The words of a snippet are in one language; that of this page, where each reader has another.
  const spoken = lang || data.lang;
  return {
    form: value("form"),
    mode: value("mode"),
    theme: value("theme"),
    version: value("version"),
    base,
    addressed: Boolean(data.base),
    lang,
    colours: Object.fromEntries(COLOURS.map((name) => [name, value(name)])),
    edition: value("edition"),
    code: code.code,
    kind: data.kinds[value("kind")][spoken],
    words: data.texts[spoken],
  };
}

// The widget is loaded for whoever has a code, and for the preview of the element.
let widget;
const loaded = () => (widget ??= import(new URL("peer-map.js", here).href).catch((error) => ((widget = undefined), Promise.reject(error))));

/** Asks the widget what a text says. Codes of other editions are known to those alone. */
async function readCode() {
  const typed = form.elements.code.value.trim();
  const foreign = form.elements.edition.value.trim() !== "";
  const plain = { typed, code: typed, problems: [], note: "" };
  if (!typed) return plain;
  if (foreign) return isCode(typed) ? plain : { ...plain, problems: [fill(words.not_code, { example: data.example })] };
  try {
    const reading = await (await loaded()).decode(typed, data.lang);
    if (reading.problems.length === 0) return { ...plain, code: reading.code };
    return { ...plain, problems: reading.problems.map((problem) => problem.message) };
  } catch {
    if (isCode(typed)) return { ...plain, note: words.code_unchecked };
    return { ...plain, problems: [fill(words.not_code, { example: data.example })] };
  }
}

// ---- What comes out. ----

function show() {
  const choices = chosen();
  for (const part of form.querySelectorAll("[data-choice]")) {
    part.hidden = part.dataset.choice !== "form" && !playsPart(choices.form, part.dataset.choice);
  }
  const found = faults(choices, release).map(({ field, fault }) => [field, fill(words[fault], { example: data.example })]);
  const readable = playsPart(choices.form, "code");
  const wrong = new Map(found);
  if (readable && code.problems.length) wrong.set("code", code.problems.join(" "));
  tellFaults(wrong, readable ? code.note : "");
  tellFaint(choices);
  const made = wrong.size ? undefined : snippet(choices, release);
  one("none").hidden = Boolean(made);
  one("snippet").labels[0].textContent = choices.form === "oembed" ? words.snippet_oembed : words.snippet;
  write("snippet", made?.html);
  write("css", made?.css);
  write("policy", made?.policy);
  return made && choices;
}

function write(id, text) {
  const field = one(id);
  if (field.value !== (text ?? "")) one(`${id}-copied`).textContent = "";
  field.value = text ?? "";
  field.rows = Math.min(12, Math.max(2, field.value.split("\n").length + Math.ceil(field.value.length / 90)));
  field.closest("[data-output]").hidden = !text;
}

/** Each sentence stands beside its field, and belongs to it. A note is no fault. */
function tellFaults(wrong, note) {
  for (const place of form.querySelectorAll(".fault")) {
    const name = place.id.replace(/-fault$/, "");
    const said = wrong.get(name) ?? (name === "code" ? note : "");
    place.textContent = said;
    place.hidden = !said;
    const field = one(name);
    if (field && wrong.has(name)) field.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
}

function tellFaint({ form: shape, colours, theme }) {
  const given = playsPart(shape, "colours") ? colours : {};
  const name = (token) => {
    const key = token.replaceAll("-", "_");
    return words[`colour_${key}`] ?? words[`own_${key}`] ?? words.own_hue;
  };
  const sentences = faint(given, theme, data.own).map(({ theme, ink, on, ratio, least }) =>
    fill(words[`faint_${theme}`], { ink: name(ink), on: name(on), ratio: ratio.toFixed(2), least }),
  );
  one("faint").replaceChildren(
    ...[...new Set(sentences)].map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence })),
  );
}

// ---- The preview. ----

let previewed = "";

/** Shows the snippet itself, from this copy of the site: what it leads to may not be there yet. */
async function preview(choices) {
  const place = one("preview");
  const made = choices && snippet({ ...choices, base: here }, release);
  const shown = made ? made.html + made.css : "";
  if (shown === previewed) return;
  previewed = shown;
  one("preview-failed").hidden = true;
  one("tried").hidden = !made;
  place.replaceChildren();
  if (!made) return;
  const edition = playsPart(choices.form, "edition") && choices.edition;
  // This page loads from its own origin alone: its policy says so.
  if (edition && new URL(edition).origin !== location.origin) {
    one("preview-failed").hidden = false;
    return;
  }
  try {
    const content = choices.form === "oembed" ? await answer(choices) : parsed(made.html);
    if (previewed !== shown) return;
    for (const script of content.querySelectorAll("script")) run(script);
    for (const [name, value] of withHover(choices.colours)) {
      content.querySelector("peer-map")?.style.setProperty(`--peer-map-${name}`, value);
    }
    place.replaceChildren(content);
  } catch {
    if (previewed === shown) one("preview-failed").hidden = false;
  }
}

/** Under Trusted Types no text is the address of a program: these are, and lie in the folder of this page. */
const addresses = window.trustedTypes?.createPolicy("peer-map", {
  createScriptURL(address) {
    if (!address.startsWith(here)) throw new TypeError(`${address} is not of this site`);
    return address;
  },
});
const program = (address) => addresses?.createScriptURL(address) ?? address;

/** A tag with its attributes, or what stands between tags. */
const MARKUP = /<(\/?)([a-z-]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>|[^<]+/gy;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;
const EMPTY = ["br", "img"];

/**
 * The elements that a snippet writes. Only what snippets have is read, and made element by element: the page parses no
 * markup (Trusted Types). Anything else is a SyntaxError.
 */
function parsed(html) {
  const whole = new DocumentFragment();
  const open = [whole];
  let read = 0;
  for (const [token, closing, name, attributes] of html.matchAll(MARKUP)) {
    read += token.length;
    if (!name) open.at(-1).append(unescaped(token));
    else if (closing) {
      if (open.pop().localName !== name) throw new SyntaxError(token);
    } else {
      const element = document.createElement(name);
      for (const [, attribute, value = ""] of attributes.matchAll(ATTRIBUTE)) {
        const text = unescaped(value);
        element.setAttribute(attribute, name === "script" && attribute === "src" ? program(text) : text);
      }
      open.at(-1).append(element);
      if (!EMPTY.includes(name)) open.push(element);
    }
  }
  if (read < html.length || open.length > 1) throw new SyntaxError(html.slice(read));
  return whole;
}

const running = new Set();

/** One script is enough for all previews. */
function run(script) {
  script.remove();
  const name = script.src.replace(/.*\//, "");
  if (running.has(name)) return;
  running.add(name);
  script.addEventListener("error", () => {
    running.delete(name);
    script.remove();
    one("preview-failed").hidden = false;
  });
  document.head.append(script);
}

/** What a site shows that asks the page of a kind: its frame, or a link where that page knows no address of its own. */
async function answer(choices) {
  const said = await (await fetch(new URL(`${choices.kind}oembed.json`, here))).json();
  if (said.type !== "rich") {
    const content = document.createElement("a");
    content.href = new URL(choices.kind, here).href;
    content.textContent = said.title;
    const fragment = new DocumentFragment();
    fragment.append(content);
    return fragment;
  }
  const content = parsed(said.html);
  const frame = content.querySelector("iframe");
  frame.src = frame.getAttribute("src").replace(base, here);
  return content;
}

// ---- What happens. ----

async function copy(id) {
  const field = one(id);
  const status = one(`${id}-copied`);
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = data.copied;
  } catch {
    field.focus();
    field.select();
    status.textContent = data.copyFailed;
  }
}

async function update() {
  const reading = await readCode();
  // Another text may have been typed meanwhile.
  if (reading.typed !== form.elements.code.value.trim()) return;
  code = reading;
  await preview(show());
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  const { dataset } = target;
  if (dataset.for) one(dataset.for).value = target.value;
  const picker = form.querySelector(`[data-for="${target.name}"]`);
  if (picker && isColour(target.value)) picker.value = target.value.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  if (target.name !== "code" && target.name !== "edition") show();
});
// What is being typed is no fault yet.
form.addEventListener("change", update);
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button.dataset.copy));

for (const picker of form.querySelectorAll("[data-for]")) picker.value = data.own.light[picker.dataset.for];
if (!data.base) {
  one("address").textContent = fill(words.address_unknown, { address: here });
  one("address").hidden = false;
}
form.hidden = false;
one("result").hidden = false;
one("tried").hidden = false;
await update();
document.documentElement.dataset.ready = "";
