// Starts the widget of the page that is one file. What other pages fetch stands in the file itself, compressed: the files
// of the editions as one object of JSON, then the wasm.

import init, { open } from "peer-map/widget";

async function unpacked(block) {
  const packed = Uint8Array.from(atob(block.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function start() {
  try {
    const block = document.getElementById("peer-map-files");
    const bytes = await unpacked(block);
    const json = Number(block.dataset.json);
    const files = JSON.parse(new TextDecoder().decode(bytes.subarray(0, json)));
    await init({ module_or_path: bytes.slice(json) });
    open(files);
    dispatchEvent(new Event("TrunkApplicationStarted"));
  } catch (error) {
    document.getElementById("peer-map-failed").hidden = false;
    throw error;
  }
}

start();
