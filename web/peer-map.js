// The custom element <peer-map>, and codes and classifications for scripts. The widget is fetched when the first element
// stands on a page, and every element of the page shares it.
//
// What is between the tags is shown until the widget is there, and whenever it cannot be: where the browser or the policy of
// the page refuses WebAssembly, the element tries a frame, and keeps what is between the tags until that one has said that
// it works. So does every element of the page once the widget has stopped by a fault of its own: a frame has a program of its
// own.

import init, * as widget from "peer-map/widget";
import { Frame } from "./frame.js";
import { refuseFaint } from "./contrast.js";
import { Watch } from "./watch.js";

/* global VERSION, DATE, INTEGRITY: the build writes them */

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

/** What stopped the widget of this page: its program answers nothing any more. */
let fault;

const initialise = once(() => init({ module_or_path: ours("wasm/peer-map_bg.wasm") }));

async function start() {
  if (fault) throw fault;
  await initialise();
}

/** Whether it is a trap of our program: its calls go through the script beside it, whatever other programs are on the page. */
function stops(error) {
  return error instanceof WebAssembly.RuntimeError && String(error.stack).includes(new URL("wasm/", folder).href);
}

/** A constructed style sheet needs no permission for inline styles, and all elements share it. */
const style = once(async () => new CSSStyleSheet().replace(await (await ours("peer-map.css")).text()));

/** Where the widget is rendered. The attributes say where everything is, as those of index.html do. */
function place() {
  const place = document.createElement("div");
  place.dataset.edition = new URL("editions/ps1/", folder).href;
  place.dataset.languages = LANGUAGES;
  place.dataset.previews = "";
  place.dataset.site = site.href;
  place.dataset.version = VERSION;
  // A build of sources without their history has no day.
  if (DATE) place.dataset.date = DATE;
  return place;
}

/** Those of the built-in edition, so that its words are asked for beside its structure. */
const LANGUAGES = "en fr zh-Hans";

const ATTRIBUTES = ["lang", "code", "edition", "mode", "theme", "sync"];

export class PeerMapElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  /** Where the widget is, or is going to be. */
  #place;
  /** The widget, from the moment that it is shown until it is taken away. */
  #mounted;
  /** What is left of a widget that was taken away. It holds nothing of the page, so that an element can be forgotten. */
  #kept;
  /** What stands in for the widget. */
  #frame;
  /** The code that the widget told last. It is not asked of a program that has stopped. */
  #told;
  /** The attributes as they were last taken over. */
  #followed = new Map();
  #scheme = matchMedia("(prefers-color-scheme: dark)");
  #colours = new Watch(() => this.#refuseFaint());

  /** Goes on in a frame with what was answered, when the widget has stopped, whichever element it stopped in. */
  #goOn = ({ error, reason }) => {
    if (!stops(error ?? reason)) return;
    fault = error ?? reason;
    this.#listen(removeEventListener);
    this.#mounted = undefined;
    this.#standIn("has stopped", fault, this.#told);
  };

  constructor() {
    super();
    for (const type of ["change", "result"]) {
      this.addEventListener(`peer-map:${type}`, ({ detail }) => (this.#told = detail?.code));
    }
    const link = document.createElement("a");
    link.href = new URL("index.html", site);
    link.textContent = "Peer Map";
    this.#slot.append(link);
    this.#root.append(this.#slot);
  }

  connectedCallback() {
    this.#takeOverProperties();
    this.#scheme.addEventListener("change", this);
    if (this.#mounted) this.#catchUp();
    else if (this.#frame) this.#frame.listen();
    else if (!this.#place) this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is out of the document for a moment. One that stays out gives back its memory and keeps
    // what was answered, for when it returns.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#scheme.removeEventListener("change", this);
      this.#leave();
      this.#frame?.leave();
    });
  }

  attributeChangedCallback(name) {
    if (this.#frame) this.#frame.follow(name);
    else if (this.#mounted && this.isConnected) this.#follow(name);
  }

  handleEvent() {
    this.#refuseFaint();
  }

  /** The code of what is answered, or `null`. Setting it opens a code, as the attribute does; `null` begins anew. */
  get code() {
    if (this.#mounted) return this.#mounted.code() ?? null;
    return this.#frame ? this.#frame.code : this.getAttribute("code");
  }
  set code(code) {
    const without = !this.hasAttribute("code");
    this.#set("code", code);
    // What was not there cannot be taken away, and yet something may be answered.
    if (without && !this.hasAttribute("code")) this.attributeChangedCallback("code");
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

  /** Properties that were set before this file was there hide those of the element. */
  #takeOverProperties() {
    for (const name of ATTRIBUTES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  #follow(name) {
    this.#followed.set(name, this.getAttribute(name));
    // Another edition, or another owner of the address, needs another widget.
    if (name === "edition" || name === "sync") {
      this.#leave();
      this.#start();
      return;
    }
    if (name === "code") this.#told = undefined;
    this.#mounted.follow(name);
    if (name === "theme") requestAnimationFrame(() => this.#refuseFaint());
  }

  /** Takes over what was changed while nobody listened. */
  #catchUp() {
    for (const name of ATTRIBUTES) {
      if (this.#mounted && this.#followed.get(name) !== this.getAttribute(name)) this.#follow(name);
    }
  }

  #refuseFaint() {
    if (this.#mounted) refuseFaint(this, this.#place);
  }

  #listen(change) {
    for (const type of ["error", "unhandledrejection"]) change(type, this.#goOn);
  }

  #standIn(what, error, code) {
    console.warn(`Peer Map is shown in a frame, because the widget ${what} here:`, error);
    this.#root.replaceChildren(this.#slot);
    this.#frame = new Frame(folder, this, this.#slot, code);
  }

  /** Takes the widget away, and keeps what was answered. */
  #leave() {
    this.#listen(removeEventListener);
    this.#kept = this.#mounted?.leave() ?? this.#kept;
    this.#mounted = undefined;
    this.#place?.remove();
    this.#place = undefined;
  }

  /** Shows the widget that the attributes ask for. A later start makes an earlier one void. */
  async #start() {
    const here = (this.#place = place());
    // What was changed while the element was away is taken over when the widget is there; a first start reads it all.
    const followed = this.#kept ? this.#followed : this.#asked();
    try {
      const [sheet] = await Promise.all([style(), start()]);
      if (this.#place !== here) return;
      const kept = this.#kept;
      this.#kept = undefined;
      const mounted = await widget.mount(here, this, integrity, kept);
      if (this.#place !== here) {
        this.#kept = mounted.leave();
        return;
      }
      this.#mounted = mounted;
      this.#listen(addEventListener);
      this.#followed = followed;
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.replaceChildren(here, this.#colours.probe);
      this.#catchUp();
      this.#refuseFaint();
    } catch (error) {
      if (this.#place !== here) return;
      this.#standIn("could not start", error);
    }
  }

  #asked() {
    return new Map(ATTRIBUTES.map((name) => [name, this.getAttribute(name)]));
  }
}

// A page may load this file twice, in two versions even: the first defines the element.
if (!customElements.get("peer-map")) customElements.define("peer-map", PeerMapElement);
else console.info(`Peer Map ${VERSION}: this page has <peer-map> already, which stays as it is.`);

const data = once(async () => {
  await start();
  return widget.Data.load(place(), integrity);
});

/** A name as the widget takes it. */
function named(name) {
  if (name === null || name === undefined) return undefined;
  if (typeof name !== "string") throw new TypeError("name: should be a text");
  return name;
}

/** What the answers say, as an object. */
export async function classify(answers, name) {
  return (await data()).classify(answers, named(name));
}

/** What a code says, as an object; what is wrong with it is in its `problems`. */
export async function decode(code, lang) {
  return (await data()).decode(String(code), lang ?? document.documentElement.lang);
}

/** The code of the answers; `null` if there are none. */
export async function encode(answers, name) {
  return (await data()).encode(answers, named(name)) ?? null;
}
