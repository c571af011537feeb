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
}
