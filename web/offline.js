// Starts the widget of the page that is one file. What other pages fetch stands in the file itself, packed as one: the files
// of the editions as an object of JSON, the style, the script of the widget, and the wasm.
//
// This script and what it unpacks stand before all that is shown, so that nothing is seen without its style.

import { unpacked } from "./lzma.js";

/** What stands for itself and the seven bits after it in a letter from U+0100 on (xtask/src/packed.rs writes them). */
const PAIRED = [0, 10, 13, 60];

/** The bytes that a text stands for: seven bits in each character, or twice seven. Its lines mean nothing. */
function bytes(text) {
  const found = new Uint8Array(text.length * 2);
  let [bits, count, at] = [0, 0, 0];
  const take = (seven) => {
    bits = ((bits << 7) | seven) & 0x7fff;
    count += 7;
    if (count >= 8) found[at++] = bits >> (count -= 8);
  };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x100) take(PAIRED[(code - 0x100) >> 7]);
    if (code !== 10 && code !== 13) take(code & 127);
  }
  return found.subarray(0, at);
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

/**
 * Runs a script whose hash the policy names; it leaves what it exports in `peerMap`. Under Trusted Types no text is a program,
 * and this is the only one that the page may make into one.
 */
function run(script) {
  const programs = window.trustedTypes?.createPolicy("peer-map", { createScript: () => script });
  const element = document.createElement("script");
  element.textContent = programs?.createScript("") ?? script;
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
