// For a page that shows Peer Map in an iframe: gives the frame the height of what is in it, and dispatches its events on the
// iframe, as `peer-map:change` and `peer-map:result`.
//
// A message counts only if a frame of this page sent it, whose address begins with the site of this script, from that origin;
// or from none, if the frame is in a sandbox without one.
{
  // Two snippets on a page bring this script twice, perhaps in two versions: for each site, one of them is enough.
  const here = Symbol.for("peer-map-frame");
  // A versioned folder stands within the site.
  const site = new URL(".", document.currentScript.src.replace(/\/v\d[\d.]*\/[^/]*$/, "/"));
  const isOurs = ({ src }) => new URL(src, document.baseURI).href.startsWith(site.href);
  const isFrom = (frame, origin) => origin === site.origin || (origin === "null" && frame.hasAttribute("sandbox"));
  const hear = ({ data, origin, source }) => {
    if (data?.source !== "peer-map" || data.version !== 1) return;
    const { type, height, detail } = data;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== source || !isOurs(frame) || !isFrom(frame, origin)) continue;
      if (type === "resize" && height > 0 && height < 1e5) frame.style.height = `${Math.ceil(height)}px`;
      if (type === "change" || type === "result") {
        frame.dispatchEvent(new CustomEvent(`peer-map:${type}`, { bubbles: true, composed: true, detail }));
      }
    }
  };
  const sites = (window[here] ??= new Set());
  if (!sites.has(site.href)) addEventListener("message", hear);
  sites.add(site.href);
  // A frame that has told its height already tells it again.
  for (const frame of document.querySelectorAll("iframe")) {
    if (isOurs(frame)) frame.contentWindow.postMessage({ source: "peer-map-frame", version: 1, type: "hello" }, "*");
  }
}
