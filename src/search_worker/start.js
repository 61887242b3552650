// Starts the search worker. The build puts this script behind the generated bindings in the
// same file. Questions that arrive before the start are queued.
(() => {
  const waiting = [];
  onmessage = (event) => waiting.push(event);
  const wasm = location.href.replace(/\.js(?=\?|$)/, "_bg.wasm");
  wasm_bindgen({ module_or_path: wasm }).then(
    // An empty question only prepares the index, because a question is expected.
    () => (waiting.length ? waiting : [{ data: "" }]).forEach((event) => onmessage(event)),
    // An empty message reports that there will be no answer.
    () => postMessage(""),
  );
})();
