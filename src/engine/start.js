// Starts the search's engine, whose glue stands before this in the same file. What is asked
// before the engine runs waits for it.
(() => {
  const waiting = [];
  onmessage = (event) => waiting.push(event);
  const wasm = location.href.replace(/\.js(?=\?|$)/, "_bg.wasm");
  wasm_bindgen({ module_or_path: wasm }).then(
    () => waiting.forEach((event) => onmessage(event)),
    // The empty message: there will be no answer.
    () => postMessage(""),
  );
})();
