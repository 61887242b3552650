// Starts the editor. The policy of its page allows no inline script.
import init from "./editor.js";

init({ module_or_path: new URL("editor_bg.wasm", import.meta.url) });
