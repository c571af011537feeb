// Which of the chosen colours would be too faint, in the themes that they are shown in.

import { PAIRS, contrast } from "../contrast.js";
import { isColour, withHover } from "./snippet.js";

/** Red, green and blue of a colour in hexadecimal, from 0 to 255. */
function channels(text) {
  const digits = text.slice(1);
  const parts = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  return parts.map((part) => parseInt(part, 16));
}

/**
 * Pairs with a chosen colour in them whose contrast is too low, the lowest of each pair of colours first, with the theme in
 * which they stand together. `own` has the widget's colours: by theme, then by name.
 */
export function faint(colours, theme, own) {
  const given = Object.fromEntries(withHover(colours).filter(([, value]) => isColour(value)));
  const themes = theme === "auto" ? ["light", "dark"] : [theme];
  return themes.flatMap((theme) => {
    const shown = { ...own[theme], ...given };
    // What is said of the accent need not be said again of the accent that is pointed at.
    const twice = (pair) => given.accent && pair.includes("accent-2");
    return PAIRS.filter((pair) => (pair[0] in given || pair[1] in given) && !twice(pair)).flatMap(([ink, on, least]) => {
      const ratio = contrast(channels(shown[ink]), channels(shown[on]));
      // A ratio that is too low is never rounded up to one that is not.
      return ratio < least ? [{ theme, ink, on, least, ratio: Math.floor(ratio * 100) / 100 }] : [];
    });
  });
}
