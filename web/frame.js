// What stands in for the widget where it cannot start or has stopped: a frame with the page of the widget, which has a policy of its own.

const ATTRIBUTES = ["lang", "edition", "mode", "theme"];

/** The language of the place where an element stands, out of whatever shadow trees it stands in. */
function languageAround(element) {
  for (let place = element; place; place = place.getRootNode().host) {
    const near = place.parentElement?.closest("[lang]");
    if (near) return near.lang;
  }
}

export class Frame {
  #folder;
  #element;
  #slot;
  #frame = document.createElement("iframe");
  /** The code of what is answered in the frame; null while nothing is. */
  code;

  /**
   * A frame for `element`, in its shadow tree, beside `slot`, which is shown until the frame has said that it works.
   * `folder` is where its page is, and `code` what it opens with.
   */
  constructor(folder, element, slot, code = element.getAttribute("code")) {
    this.#folder = folder;
    this.#element = element;
    this.#slot = slot;
    this.code = code;
    const frame = this.#frame;
    frame.title = "Peer Map";
    frame.allow = "clipboard-write; web-share";
    frame.part = "frame";
    // Out of sight, and not out of layout: without any, it would have no height to tell.
    Object.assign(frame.style, { position: "absolute", visibility: "hidden", width: "100%", height: "0", border: "0" });
    this.listen();
    this.show();
    element.shadowRoot.append(frame);
  }

  listen() {
    addEventListener("message", this);
  }

  /** Hears nothing more, and keeps what was answered: a frame that is put back into a page loads its address anew. */
  leave() {
    removeEventListener("message", this);
    this.show();
  }

  /** Takes over what an attribute of the element says now. */
  follow(name) {
    if (name === "code") this.code = this.#element.getAttribute("code");
    this.show();
  }

  /** Shows what is answered, as the attributes of the element ask. */
  show() {
    const { href } = this.#address();
    if (this.#frame.src !== href) this.#frame.src = href;
  }

  #address() {
    const address = new URL("index.html", this.#folder);
    for (const name of ATTRIBUTES) {
      const value = this.#element.getAttribute(name) ?? (name === "lang" ? languageAround(this.#element) : undefined);
      if (value) address.searchParams.set(name, name === "edition" ? absolute(value) : value);
    }
    address.hash = this.code ?? "";
    return address;
  }

  handleEvent({ data, origin, source }) {
    if (source !== this.#frame.contentWindow || origin !== this.#folder.origin) return;
    if (data?.source !== "peer-map" || data.version !== 1) return;
    const { type, height, detail } = data;
    if (type === "resize" && height > 0) {
      const style = { position: "static", visibility: "inherit", display: "block", height: `${Math.ceil(height)}px` };
      Object.assign(this.#frame.style, style);
      this.#slot.remove();
    } else if (type === "change" || type === "result") {
      this.code = detail.code;
      this.#element.dispatchEvent(new CustomEvent(`peer-map:${type}`, { bubbles: true, composed: true, detail }));
    }
  }
}

/** An address as the page of the element means it; what is none is for the widget to tell. */
function absolute(address) {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return address;
  }
}
