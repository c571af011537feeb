// Keeps the files of index.html, so that the page works without a network after one visit: the files of the program, and
// nothing that anybody answers.
//
// A page is whole: it comes with all its files from one version. A new version is stored beside the one in use, all of it or
// nothing, each file compared with what the build says of it; and it takes over when no page of the old one is open any
// more, which is the default of browsers. WebKit lets a new one take over between a page and its files. So it is noted
// which version each page came from, before it is given away, and whoever is in charge answers it from there.
//
// Frames, and every other page of the site, go to the network as if this were not here: they may be of another version.

/* global RELEASE, FILES: the build writes the version with a hash of everything, and the integrity of each file */

const { scope } = self.registration;
/** Other folders of the same host may hold other copies of the site. */
const OWN = `peer-map ${scope} `;
const CACHE = OWN + RELEASE;
/** Which version each page came from, and which versions are older than which. */
const NOTES = `${OWN}notes`;
const INDEX = "index.html";

/** The path of an address within the site; it is undefined elsewhere. The page says nothing to servers in its query. */
function pathOf(address) {
  const [path] = address.split(/[?#]/);
  return path.startsWith(scope) ? path.slice(scope.length) : undefined;
}

async function fetched([path, integrity]) {
  const address = new URL(path, scope).href;
  // What the browser has cached itself may be of another version, and goes with the page that is shown now.
  const response = await fetch(address, { integrity, cache: "no-store" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const headers = new Headers(response.headers);
  // WebKit would use it again without asking here.
  headers.set("cache-control", "no-store");
  // A page may not be answered with what came by a redirection, as some hosts lead from index.html to its folder.
  return [address, new Response(await response.arrayBuffer(), { headers })];
}

async function store() {
  const responses = await Promise.all(Object.entries(FILES).map(fetched));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(responses.map(([address, response]) => cache.put(address, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Whether all of it is there: browsers take storage back when they need it. */
async function isWhole() {
  const cache = await caches.open(CACHE);
  return (await cache.keys()).length === Object.keys(FILES).length;
}

// ---- Notes: of each `?page=` its cache, and of each cache the `?older=` ones. ----

const keyOf = (kind, text) => `${scope}?${kind}=${encodeURIComponent(text)}`;

async function note(kind, text, value) {
  const notes = await caches.open(NOTES);
  await notes.put(keyOf(kind, text), new Response(value));
}

async function cacheOf(page) {
  const notes = await caches.open(NOTES);
  return (await notes.match(keyOf("page", page)))?.text();
}

/** What was there when this version was stored is older. */
async function noteOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OWN) && name !== CACHE && name !== NOTES);
  await note("older", CACHE, JSON.stringify(older));
}

/**
 * Forgets pages that are gone, and older versions that no page is of. `opening` is a page that is not there yet; others may
 * be opening when this version takes over, so that it forgets nothing then.
 */
async function forget(opening) {
  const notes = await caches.open(NOTES);
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const alive = new Set([opening, ...open.map(({ id }) => id)]);
  const used = new Set();
  for (const request of await notes.keys()) {
    const page = new URL(request.url).searchParams.get("page");
    if (alive.has(page)) used.add(await cacheOf(page));
    else if (page !== null) await notes.delete(request);
  }
  const older = await (await notes.match(keyOf("older", CACHE)))?.json();
  for (const name of older?.filter((name) => !used.has(name)) ?? []) {
    await caches.delete(name);
    await notes.delete(keyOf("older", name));
  }
}

// ---- What is answered. ----

async function page(event) {
  const { request, resultingClientId } = event;
  if (!resultingClientId || !(await isWhole())) {
    event.waitUntil(store().catch(() => {}));
    return fetch(request);
  }
  await note("page", resultingClientId, CACHE);
  event.waitUntil(forget(resultingClientId));
  return caches.match(new URL(INDEX, scope), { cacheName: CACHE });
}

/** A page that came from nobody knows where: WebKit takes one that it has in memory. */
async function isIndex(clientId) {
  const client = await self.clients.get(clientId);
  return client !== undefined && client.frameType !== "nested" && ["", INDEX].includes(pathOf(client.url));
}

async function file({ request, clientId }) {
  if (!clientId) return fetch(request);
  const cacheName = (await cacheOf(clientId)) ?? ((await isIndex(clientId)) && (await isWhole()) && CACHE);
  return (cacheName && (await caches.match(request.url, { cacheName }))) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(store().then(noteOlder)));
addEventListener("fetch", (event) => {
  const { method, mode, destination, url } = event.request;
  const path = pathOf(url);
  if (method !== "GET" || path === undefined) return;
  if (mode === "navigate") {
    if (destination === "document" && ["", INDEX].includes(path)) event.respondWith(page(event));
  } else if (path !== INDEX && !url.includes("?")) {
    // An older version may have had other files.
    event.respondWith(file(event));
  }
});
