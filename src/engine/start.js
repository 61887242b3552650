// Starts the search's engine, whose glue stands before this in the same file. What is asked
// before the engine runs waits for it.
(() => {
  const waiting = [];
  onmessage = (event) => waiting.push(event);
  const wasm = location.href.replace(/\.js(?=\?|$)/, "_bg.wasm");
  wasm_bindgen({ module_or_path: wasm }).then(
    // The empty question: nobody has asked yet, but somebody is about to.
    () => (waiting.length ? waiting : [{ data: "" }]).forEach((event) => onmessage(event)),
    // The empty message: there will be no answer.
    () => postMessage(""),
  );
})();
