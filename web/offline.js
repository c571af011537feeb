// Starts the widget of the page that is one file. What other pages fetch stands in the file itself, packed as one: the files
// of the editions as an object of JSON, the style, the script of the widget, and the wasm.
//
// This script and what it unpacks stand before all that is shown, so that nothing is seen without its style.

import { unpacked } from "./lzma.js";

/** The bytes that a text stands for: 13 bits in two characters out of 91 (xtask/src/packed.rs writes them). */
function bytes(text) {
  const characters = text.replace(/\s/g, "");
  const digit = (index) => {
    const code = characters.charCodeAt(index) - 35;
    return code > 25 ? code - 1 : code;
  };
  const found = new Uint8Array(Math.floor((characters.length / 2) * 13 / 8));
  let [bits, count, at] = [0, 0, 0];
  for (let index = 0; index < characters.length; index += 2) {
    bits = (bits << 13) | (digit(index) * 91 + digit(index + 1));
    for (count += 13; count >= 8; count -= 8) found[at++] = bits >> (count - 8);
    bits &= 255;
  }
  return found;
}

/** The parts of what is packed, in order. */
function parts(block) {
  const whole = unpacked(bytes(block.textContent));
  let end = 0;
  return block.dataset.parts.split(" ").map((length) => whole.subarray(end, (end += Number(length))));
}

const text = (part) => new TextDecoder().decode(part);

/** A sheet of its own making needs no permission for styles within the page. */
function show(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

/** Runs a script whose hash the policy names; it leaves what it exports in `peerMap`. */
function run(script) {
  const element = document.createElement("script");
  element.textContent = script;
  document.head.append(element);
  return window.peerMap;
}

const body = new Promise((ready) => addEventListener("DOMContentLoaded", ready));

async function start() {
  try {
    const block = document.getElementById("peer-map-files");
    const [json, style, script, wasm] = parts(block);
    block.remove();
    show(text(style));
    const files = JSON.parse(text(json));
    const { init, open } = run(text(script));
    await Promise.all([init({ module_or_path: wasm }), body]);
    open(files);
    dispatchEvent(new Event("TrunkApplicationStarted"));
  } catch (error) {
    await body;
    document.getElementById("peer-map-failed").hidden = false;
    throw error;
  }
}

start();
