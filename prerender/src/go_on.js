
{
  // The answers of a link stand after its "#", which no server sees: they go on to the widget. Replacing this page leaves
  // no step behind that Back would stumble over; without a language in the address, readers get their own.
  const widget = "THE WAY TO THE WIDGET";
  // WordPress ends the address of a frame in "#?secret=…", which is its own business.
  const fragment = () => location.hash.slice(1).replace(/^\?.*/, "");
  const code = () => fragment() || encodeURIComponent(new URLSearchParams(location.search).get("c") ?? "");
  const goOn = () => {
    if (code()) location.replace(`${widget}#${code()}`);
  };
  addEventListener("hashchange", goOn);
  // For whoever has to wait.
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-action=questions]");
    if (!code()) return;
    button.hash = code();
    button.textContent = button.dataset.open;
  });
  goOn();
}
