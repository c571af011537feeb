// What stands in for the widget where it cannot start: a frame with the page of the widget, which has a policy of its own.

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
  #frame = document.createElement("iframe");
  #address;

  /** A frame in the shadow tree `root`, beside `slot`, which is shown until the frame has said that it works. */
  constructor(folder, root, slot) {
    this.#folder = folder;
    const frame = this.#frame;
    frame.title = "Peer Map";
    frame.allow = "clipboard-write; web-share";
    // Out of sight, and not out of layout: without any, it would have no height to tell.
    Object.assign(frame.style, { position: "absolute", visibility: "hidden", width: "100%", height: "0", border: "0" });
    frame.part = "frame";
    root.append(frame);
    addEventListener("message", ({ data, origin, source }) => {
      if (source !== frame.contentWindow || origin !== folder.origin) return;
      if (data?.source !== "peer-map" || data.version !== 1) return;
      if (data.type === "resize" && data.height > 0) {
        const height = `${Math.ceil(data.height)}px`;
        Object.assign(frame.style, { position: "static", visibility: "inherit", display: "block", height });
        slot.remove();
      } else if (data.type === "change" || data.type === "result") {
        const { detail } = data;
        const event = new CustomEvent(`peer-map:${data.type}`, { bubbles: true, composed: true, detail });
        root.host.dispatchEvent(event);
      }
    });
  }

  /** Shows what the attributes of the element ask for. */
  show(element) {
    const address = new URL("index.html", this.#folder);
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name) ?? (name === "lang" ? languageAround(element) : undefined);
      if (value) address.searchParams.set(name, name === "edition" ? new URL(value, document.baseURI).href : value);
    }
    address.hash = element.getAttribute("code") ?? "";
    if (this.#address === address.href) return;
    this.#address = address.href;
    this.#frame.src = address.href;
  }
}
