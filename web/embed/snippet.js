// What a site pastes to show Peer Map, from what was chosen. No document is needed here, so that every choice can be tried.

/** The ways of showing Peer Map. */
export const FORMS = ["link", "iframe", "element", "oembed"];
export const MODES = ["flow", "map", "group"];
export const THEMES = ["auto", "light", "dark"];
export const VERSIONS = ["moving", "pinned"];
/** Colours that can be chosen, by the ends of their custom properties. */
export const COLOURS = ["accent", "accent-ink", "you", "you-ink", "surface", "ink"];

/** Which choices play a part in a form; the others are passed over. */
const PARTS = {
  link: ["lang", "mode", "theme", "edition", "code"],
  iframe: ["lang", "mode", "theme", "edition", "code", "version"],
  element: ["lang", "mode", "theme", "colours", "edition", "code", "version"],
  oembed: ["lang", "kind"],
};

/** Whether a choice plays a part in a form. */
export const playsPart = (form, choice) => PARTS[form].includes(choice);

/**
 * What is wrong with what was chosen: the field, and the name of the sentence that says so. Empty if nothing is.
 * `sent` are the choices, as `snippet` takes them; a code is checked for its shape alone.
 */
export function faults(sent, release) {
  const { form, colours, edition, code, version } = sent;
  const found = [];
  const add = (field, fault) => found.push({ field, fault });
  if (playsPart(form, "colours")) {
    for (const name of COLOURS) if (colours[name] && !isColour(colours[name])) add(name, "not_colour");
  }
  if (playsPart(form, "edition") && edition) {
    const folder = folderOf(edition);
    if (!folder) add("edition", "not_edition");
    // The page of the widget loads from its own origin alone: its policy says so.
    else if (form !== "element" && folder.origin !== new URL(sent.base).origin) add("edition", "edition_elsewhere");
  }
  if (playsPart(form, "code") && code && !isCode(code)) add("code", "not_code");
  if (playsPart(form, "version") && version === "pinned" && !isPinned(release, form)) add("version", "not_pinned");
  // Sites that ask a page how to show it take no relative address for an answer.
  if (form === "oembed" && !sent.addressed) add("form", "not_addressed");
  return found;
}

/** A colour as CSS writes it in hexadecimal, without transparency. */
export const isColour = (text) => /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);

/** The shape of a code: the only characters that codes have, from an edition to a check character. */
export const isCode = (text) => /^[a-z]+[0-9]+-[a-z0-9.~-]*[a-z0-9]$/.test(text) && text.length <= 2000;

/** The folder of an edition as an address, or nothing if the text is none. */
export function folderOf(text) {
  let address;
  try {
    address = new URL(text);
  } catch {
    return undefined;
  }
  const { protocol, username, password, search, hash } = address;
  if (!["https:", "http:"].includes(protocol) || username || password || search || hash) return undefined;
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return address;
}

const SCRIPTS = { iframe: "peer-map-frame.js", element: "peer-map.js" };

const isPinned = (release, form) =>
  /^\d+\.\d+\.\d+$/.test(release?.version ?? "") && /^sha384-[A-Za-z0-9+/]{64}$/.test(release.integrity?.[SCRIPTS[form]] ?? "");

/**
 * The snippet of what was chosen.
 *
 * `sent` has: `form`, `mode`, `theme`, `version` (see the lists above); `base`, the address of the site, with a slash at its
 * end; `addressed`, whether its pages were built with their address; `lang`, a language of the widget, or "" for that of
 * the page around; `colours`, by their names, "" where none is chosen; `edition`, an address or ""; `code`, a code or ""; `kind`, the path of the page of a kind within the site;
 * `words`, what the snippet says: `link`, `title`, `alt`, and the picture with its `picture`, `width` and `height`.
 * `release` is what release.json says, or nothing.
 *
 * Gives `html`, the snippet; `css`, rules for the style sheet of the page, or ""; `policy`, the directives that a content
 * security policy needs for it.
 *
 * Throws a RangeError if something that was chosen has a fault.
 */
export function snippet(sent, release) {
  if (!FORMS.includes(sent.form) || !MODES.includes(sent.mode) || !THEMES.includes(sent.theme) || !VERSIONS.includes(sent.version)) {
    throw new RangeError("There is no such choice.");
  }
  const [fault] = faults(sent, release);
  if (fault) throw new RangeError(`${fault.field}: ${fault.fault}`);
  return { link, iframe, element, oembed }[sent.form](sent, release);
}

function link(sent) {
  const html = linked(sent, "");
  return { html, css: "", policy: policy({ "img-src": [origin(sent)] }) };
}

function iframe(sent, release) {
  // Attributes, for a strict policy refuses styles within a page.
  const frame = tag("iframe", {
    src: page(sent, new URL("index.html", folder(sent, release))),
    title: sent.words.title,
    width: "100%",
    height: "720",
    frameborder: "0",
    allow: "clipboard-write; web-share",
    loading: "lazy",
  });
  const script = tag("script", { src: address(sent, release), async: true, ...pin(sent, release) });
  const html = `${frame}</iframe>\n${script}</script>`;
  return { html, css: "", policy: policy({ "script-src": [origin(sent)], "frame-src": [origin(sent)] }) };
}

function element(sent, release) {
  const { lang, code, mode, theme } = sent;
  const edition = sent.edition && folderOf(sent.edition);
  const script = tag("script", { type: "module", src: address(sent, release), ...pin(sent, release) });
  const map = tag("peer-map", {
    lang,
    code,
    edition: edition && edition.href,
    mode: mode === "flow" ? "" : mode,
    theme: theme === "auto" ? "" : theme,
  });
  const html = `${script}</script>\n${map}\n${linked(sent, "  ")}\n</peer-map>`;
  const here = origin(sent);
  const elsewhere = edition && edition.origin !== here ? [edition.origin] : [];
  return {
    html,
    css: css(sent.colours),
    policy: policy({
      "script-src": [here, "'wasm-unsafe-eval'"],
      "connect-src": [here, ...elsewhere],
      "img-src": [here, "data:"],
      "frame-src": [here],
    }),
  };
}

/** WordPress and others ask the page of a kind what it wants to be shown as. */
function oembed(sent) {
  const html = escaped(new URL(sent.kind, sent.base).href);
  return { html, css: "", policy: policy({ "frame-src": [origin(sent)] }) };
}

/** A link with the picture of the map in it, which is loaded where it is shown. */
function linked(sent, indent) {
  const { words, base } = sent;
  const picture = tag("img", {
    src: new URL(words.picture, base).href,
    alt: words.alt,
    width: String(words.width),
    height: String(words.height),
    loading: "lazy",
  });
  const start = tag("a", { href: page(sent, new URL("index.html", base)) });
  return `${indent}${start}${picture}<br>${escaped(words.link)}</a>`;
}

/** The address of a page of the widget, with what was chosen in its query, and the code where no server sees it. */
function page({ lang, mode, theme, edition, code }, address) {
  const wishes = {
    lang,
    mode: mode === "flow" ? "" : mode,
    theme: theme === "auto" ? "" : theme,
    edition: edition && folderOf(edition).href,
  };
  for (const [name, value] of Object.entries(wishes)) if (value) address.searchParams.set(name, value);
  address.hash = code;
  return address.href;
}

/** The folder of the version: of this one alone, or of the newest that keeps to the same contract. */
function folder({ base, version }, release) {
  const number = release?.version ?? "0";
  return new URL(version === "pinned" ? `v${number}/` : `v${number.split(".")[0]}/`, base);
}

const address = (sent, release) => new URL(SCRIPTS[sent.form], folder(sent, release)).href;

/** What a browser compares the file of a pinned version with. */
function pin({ form, version }, release) {
  if (version !== "pinned") return {};
  return { integrity: release.integrity[SCRIPTS[form]], crossorigin: "anonymous" };
}

const origin = ({ base }) => new URL(base).origin;

/** Rules for the colours that were chosen. A button that is pointed at takes `accent-2`, which goes with the accent. */
function css(colours) {
  const given = COLOURS.filter((name) => colours[name]).map((name) => [name, colours[name]]);
  const lines = withHover(Object.fromEntries(given)).map(([name, value]) => `  --peer-map-${name}: ${value};\n`);
  return lines.length ? `peer-map {\n${lines.join("")}}` : "";
}

/** The colours as the widget takes them: as a host that sets the accent means it in every state. */
export function withHover(colours) {
  const entries = Object.entries(colours).filter(([, value]) => value);
  return colours.accent ? [...entries, ["accent-2", colours.accent]] : entries;
}

const policy = (directives) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join(";\n");

/** A start tag; attributes without a value are left out, and those that are true need none. */
function tag(name, attributes) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`));
  return `<${name}${written.join("")}>`;
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that is text, within a tag and between tags. */
const escaped = (text) => String(text).replace(/[&<>"']/g, (character) => ESCAPES[character]);

/** What such a text says. */
export const unescaped = (text) =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (written) => Object.keys(ESCAPES).find((character) => ESCAPES[character] === written));
