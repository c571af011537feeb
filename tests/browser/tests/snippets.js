// For the scenarios of embed_snippets.rs: what the snippet builder makes of choices, read back by the browser.
import { faults, snippet } from "/embed/snippet.js";

const read = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const elements = [...page.querySelectorAll("*")].filter((element) => !element.matches("html, head, body"));
  return {
    elements: elements.map((element) => ({
      name: element.localName,
      parent: element.parentElement.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    })),
    text: page.body.textContent,
  };
};

/** For each choice: what is wrong with it, or the snippet and what a browser makes of it. */
window.tried = (all, release) =>
  all.map((choices) => {
    const found = faults(choices, release);
    let made;
    try {
      made = snippet(choices, release);
    } catch (error) {
      return { faults: found, thrown: error instanceof RangeError };
    }
    return { faults: found, ...made, read: read(made.html) };
  });
