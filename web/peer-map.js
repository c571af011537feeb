// The custom element <peer-map>, and codes and classifications for scripts. The widget is fetched when the first element
// stands on a page, and every element of the page shares it.
//
// What is between the tags is shown until the widget is there, and whenever it cannot be: where the browser or the policy of
// the page refuses WebAssembly, the element tries a frame, and keeps what is between the tags until that one has said that
// it works.

import init, * as widget from "peer-map/widget";
import { Frame } from "./frame.js";
import { refuseFaint } from "./contrast.js";

/* global VERSION, INTEGRITY: the build writes them */

/** The version of this module. */
export const version = VERSION;

/** The folder of this file, with everything that it fetches. */
const folder = new URL(".", import.meta.url);
/** A versioned folder stands within the site: links lead to the site, which outlives the version. */
const versioned = [`/v${VERSION}/`, `/v${VERSION.split(".")[0]}/`].some((end) => folder.pathname.endsWith(end));
const site = versioned ? new URL("../", folder) : folder;

const integrity = Object.fromEntries(
  Object.entries(INTEGRITY).map(([path, hash]) => [new URL(path, folder).href, hash]),
);

/** Fetches a file of ours; the browser refuses it if its content is another than when this file was built. */
async function ours(path) {
  const { href } = new URL(path, folder);
  const response = await fetch(href, { integrity: integrity[href] ?? "" });
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  return response;
}

/** Gives what `make` gives, and asks it once; after a failure, again. */
function once(make) {
  let made;
  return () => (made ??= make().catch((error) => {
    made = undefined;
    throw error;
  }));
}

const start = once(() => init({ module_or_path: ours("wasm/peer-map_bg.wasm") }));

/** A constructed style sheet needs no permission for inline styles, and all elements share it. */
const style = once(async () => new CSSStyleSheet().replace(await (await ours("peer-map.css")).text()));

/** Where the widget is rendered. The attributes say where everything is, as those of index.html do. */
function place() {
  const place = document.createElement("div");
  place.dataset.edition = new URL("editions/ps1/", folder).href;
  place.dataset.languages = LANGUAGES;
  place.dataset.previews = "";
  place.dataset.site = site.href;
  return place;
}

/** Those of the built-in edition, so that its words are asked for beside its structure. */
const LANGUAGES = "en fr zh-Hans";

export class PeerMapElement extends HTMLElement {
  static observedAttributes = ["lang", "code", "edition", "mode", "theme", "sync"];

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  /** Where the widget is, or is going to be. */
  #place;
  /** The widget, from the moment that it is shown. */
  #mounted;
  /** What stands in for it. */
  #frame;
  #scheme = matchMedia("(prefers-color-scheme: dark)");
  #schemeChanged = () => this.#mounted && refuseFaint(this, this.#place);

  constructor() {
    super();
    const link = document.createElement("a");
    link.href = new URL("index.html", site);
    link.textContent = "Peer Map";
    this.#slot.append(link);
    this.#root.append(this.#slot);
  }

  connectedCallback() {
    this.#scheme.addEventListener("change", this.#schemeChanged);
    if (this.#mounted) this.#mounted.resume();
    else if (this.#frame) this.#frame.listen();
    else if (!this.#place) this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is out of the document for a moment. One that stays out gives back its memory and keeps
    // what was answered, for when it returns.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#scheme.removeEventListener("change", this.#schemeChanged);
      this.#mounted?.suspend();
      this.#frame?.leave();
    });
  }

  attributeChangedCallback(name) {
    this.#frame?.follow(name);
    if (!this.#mounted) return;
    if (name === "edition" || name === "sync") this.#start();
    else this.#mounted.follow(name);
    if (name === "theme") requestAnimationFrame(this.#schemeChanged);
  }

  /** The code of what is answered, or `null`. Setting it opens a code, as the attribute does. */
  get code() {
    if (this.#mounted) return this.#mounted.code() ?? null;
    return this.#frame ? this.#frame.code : this.getAttribute("code");
  }
  set code(code) {
    this.#set("code", code);
  }

  #set(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  static {
    for (const name of ["edition", "mode", "theme", "sync"]) {
      Object.defineProperty(this.prototype, name, {
        get() {
          return this.getAttribute(name);
        },
        set(value) {
          this.#set(name, value);
        },
        configurable: true,
        enumerable: true,
      });
    }
  }

  /** Shows the widget that the attributes ask for. A later start makes an earlier one void. */
  async #start() {
    const here = (this.#place = place());
    const asked = this.#asked();
    try {
      const [sheet] = await Promise.all([style(), start()]);
      const mounted = await widget.mount(here, this, integrity);
      if (this.#place !== here) return mounted.suspend();
      this.#mounted?.suspend();
      this.#mounted = mounted;
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.replaceChildren(here);
      for (const name of asked.keys()) if (asked.get(name) !== this.getAttribute(name)) this.attributeChangedCallback(name);
      refuseFaint(this, here);
      if (!this.isConnected) mounted.suspend();
    } catch (error) {
      if (this.#place !== here) return;
      console.warn("Peer Map is shown in a frame, because the widget could not start here:", error);
      this.#mounted?.suspend();
      this.#mounted = undefined;
      this.#root.replaceChildren(this.#slot);
      this.#frame = new Frame(folder, this, this.#slot);
    }
  }

  /** What the attributes say now: they may change while the widget is on its way. */
  #asked() {
    return new Map(PeerMapElement.observedAttributes.map((name) => [name, this.getAttribute(name)]));
  }
}

// A page may load this file twice, in two versions even: the first defines the element.
if (!customElements.get("peer-map")) customElements.define("peer-map", PeerMapElement);
else console.info(`Peer Map ${VERSION}: this page has <peer-map> already, which stays as it is.`);

const data = once(async () => {
  await start();
  return widget.Data.load(place(), integrity);
});

/** What the answers say, as an object. */
export async function classify(answers, name) {
  return (await data()).classify(answers, name);
}

/** What a code says, as an object; what is wrong with it is in its `problems`. */
export async function decode(code, lang) {
  return (await data()).decode(String(code), lang ?? document.documentElement.lang);
}

/** The code of the answers; `null` if there are none. */
export async function encode(answers, name) {
  return (await data()).encode(answers, name) ?? null;
}
