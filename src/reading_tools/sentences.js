// Splits a text into sentences, each with its range in the document.

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, blockquote, figcaption, th, td";
// Elements that are not read: footnote markers and their backlinks, code, texts for screen
// readers.
const UNREAD = "sup, pre, .footnote-back, .visually-hidden";
const PIECES = /.+?(?:[。！？；…!?;]+["”’」』）)]*|\.(?=\s)|$)/gs;
const ENDS = /[。！？；…!?;.]["”’」』）)]*$/;

/** Returns the sentences of some elements: the `words`, their `range` and its first `node`. */
export const sentences = (parts) => {
  const found = [];
  let words = "";
  let range;
  const end = () => {
    // When a text is removed from the document its range moves out of it, so the node is kept
    // too.
    if (words.trim()) found.push({ words: words.trim(), range, node: range.startContainer });
    words = "";
  };
  for (const part of parts) {
    const nodes = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let block;
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      const parent = node.parentElement;
      if (parent.closest(UNREAD)) continue;
      if (parent.closest(BLOCKS) !== block) end();
      block = parent.closest(BLOCKS);
      for (const { 0: piece, index } of node.data.matchAll(PIECES)) {
        if (!words.trim()) {
          words = "";
          range = document.createRange();
          range.setStart(node, index + piece.search(/\S|$/));
        }
        words += piece;
        range.setEnd(node, index + piece.trimEnd().length);
        if (ENDS.test(piece)) end();
      }
    }
    end();
  }
  return found;
};
