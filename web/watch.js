// Tells when the colours that a host gives have become others, whatever changed them: a class, a style sheet, a media query.
// Nothing is asked again and again: the browser runs a transition wherever a colour changes, and says so.

import { COLOURS } from "./contrast.js";

/** Properties of one element that take a colour: as many as hosts may give. */
const PROPERTIES = [
  "color",
  "background-color",
  "border-top-color",
  "border-right-color",
  "border-bottom-color",
  "border-left-color",
  "outline-color",
  "column-rule-color",
  "text-decoration-color",
  "caret-color",
  "fill",
  "stroke",
  "stop-color",
  "flood-color",
];

export class Watch {
  #probe = document.createElement("div");
  #frame;
  #wasHidden = false;
  /** What is not displayed has no transitions, and is looked at when it is shown. */
  #sizes = new ResizeObserver(([{ contentRect }]) => {
    const isHidden = contentRect.width === 0;
    if (this.#wasHidden && !isHidden) this.#tell();
    this.#wasHidden = isHidden;
  });
  #changed;

  /** Calls `changed` once for all that changes before the next frame. */
  constructor(changed) {
    this.#changed = changed;
    const { style } = this.#probe;
    this.#probe.setAttribute("aria-hidden", "true");
    // Out of sight, and not out of layout.
    const hidden = { all: "initial", position: "absolute", visibility: "hidden", width: "1px", height: "1px", contain: "strict" };
    for (const [name, value] of Object.entries(hidden)) style.setProperty(name, value);
    COLOURS.forEach((name, index) => style.setProperty(PROPERTIES[index], `var(--peer-map-${name})`));
    style.setProperty("transition", COLOURS.map((_, index) => `${PROPERTIES[index]} 1ms`).join());
    this.#probe.addEventListener("transitionrun", (event) => {
      event.stopPropagation();
      this.#tell();
    });
    this.#sizes.observe(this.#probe);
  }

  /** Where the colours of the host are those of the widget, and none that the widget has put in their place. */
  get probe() {
    return this.#probe;
  }

  #tell() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#changed();
    });
  }
}
