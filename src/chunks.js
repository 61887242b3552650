// Instantiates a chunk of the app. Where the host does not send the correct type, the file is
// compiled only after it has been received, as the main module is in boot.js.
export const instantiateChunk = async (source, imports) => {
  const answer = await source;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.headers.get("content-type") === "application/wasm"
    ? WebAssembly.instantiate(await WebAssembly.compileStreaming(answer), imports)
    : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
};
