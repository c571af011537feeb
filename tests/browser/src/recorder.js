// Loaded before every other script of a page under test.
{
  let recorded = (window.recordedErrors = []);
  try {
    // A frame tells the page that the test looks at, where it may.
    if (top.recordedErrors) recorded = window.recordedErrors = top.recordedErrors;
  } catch {}
  const words = (value) => (value instanceof Error ? `${value.message} ${value.stack}` : String(value));
  addEventListener("error", (event) => {
    const source = event.target?.src || event.target?.href;
    recorded.push(source ? `cannot load ${source}` : `error: ${event.message} ${words(event.error)}`);
  }, true);
  addEventListener("unhandledrejection", (event) => recorded.push(`unhandled rejection: ${words(event.reason)}`));
  addEventListener("securitypolicyviolation", (event) => {
    recorded.push(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  const log = console.error;
  console.error = (...values) => {
    recorded.push(`console.error: ${values.map(words).join(" ")}`);
    log.apply(console, values);
  };
  addEventListener("TrunkApplicationStarted", () => (window.widgetHasStarted = true));
  const start = WebAssembly?.instantiateStreaming;
  if (start) {
    WebAssembly.instantiateStreaming = async (...asked) => {
      const made = await start.apply(WebAssembly, asked);
      window.widgetMemory = made.instance.exports.memory;
      return made;
    };
  }
  // It would load each file a second time in every scenario, and refuse index.html, in which this recorder stands. What it
  // does is tried without the recorder (tests/service_worker.rs).
  if (self.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error("not in tests"));
}
