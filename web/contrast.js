// Colours that a host gives by custom properties, against those that they stand on (WCAG 2.2, 1.4.3 and 1.4.11).

const TEXT = 4.5;
const PART = 3;

/** Words and parts of figures, what they stand on, and the least contrast. */
export const PAIRS = [
  ...["surface", "ground"].flatMap((on) => ["ink", "ink-quiet", "accent"].map((ink) => [ink, on, TEXT])),
  ["accent-2", "surface", TEXT],
  ["accent-ink", "accent", TEXT],
  ["accent-ink", "accent-2", TEXT],
  ["you", "surface", TEXT],
  ["you-ink", "you", TEXT],
  ...["line", "you"].flatMap((part) => [[part, "surface", PART], [part, "ground", PART]]),
  ...[1, 2, 3, 4].flatMap((hue) => [[`hue-${hue}`, "surface", PART], [`hue-${hue}`, "ground", PART]]),
];

/** The names of the colours that hosts may set. */
export const COLOURS = [...new Set(PAIRS.flatMap(([ink, on]) => [ink, on]))];

/** Contrast of two colours, each as red, green and blue from 0 to 255: from 1 to 21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = colour.map((part) => linear(part / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Red, green and blue of what a colour of CSS is where `probe` stands; undefined if it is none, or lets what is behind shine
 * through.
 */
export function rgb(text, probe) {
  probe.style.color = "";
  probe.style.color = text;
  if (!probe.style.color) return undefined;
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  context.fillStyle = getComputedStyle(probe).color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity] = context.getImageData(0, 0, 1, 1).data;
  return opacity === 255 ? [red, green, blue] : undefined;
}

/**
 * Goes by the widget's own colour wherever a host's would be too faint to read, and says so on the console.
 * `place` holds the widget; `element` is where the host's colours come from.
 */
export function refuseFaint(element, place) {
  for (const name of COLOURS) place.style.removeProperty(`--peer-map-${name}`);
  const widget = place.querySelector(".peer-map");
  const own = getComputedStyle(element);
  const given = new Set(COLOURS.filter((name) => own.getPropertyValue(`--peer-map-${name}`).trim()));
  if (!widget || given.size === 0 || matchMedia("(forced-colors: active)").matches) return;
  const shown = getComputedStyle(widget);
  // It stands where the widget does, in the same scheme: some colours depend on that.
  const probe = document.createElement("span");
  probe.style.colorScheme = shown.colorScheme;
  place.parentNode.append(probe);
  const seen = (name) => rgb(shown.getPropertyValue(`--_${name}`).trim(), probe);
  const refuse = (names, why) => {
    for (const name of names) {
      given.delete(name);
      place.style.setProperty(`--peer-map-${name}`, "initial");
      console.warn(`Peer Map goes without --peer-map-${name}: ${own.getPropertyValue(`--peer-map-${name}`).trim()}. ${why}`);
    }
  };
  for (const name of given) {
    if (!seen(name)) refuse([name], "It is not an opaque colour.");
  }
  // With one colour refused, another may stand on something else: what is left is looked at again.
  for (let faint = true; faint && given.size > 0; ) {
    faint = PAIRS.find(([ink, on, least]) => {
      const names = [ink, on].filter((name) => given.has(name));
      if (names.length === 0) return false;
      const found = contrast(seen(ink), seen(on));
      if (found >= least) return false;
      refuse(names, `${ink} on ${on} would have a contrast of ${found.toFixed(2)} to 1; it takes ${least}.`);
      return true;
    });
  }
  probe.remove();
}
