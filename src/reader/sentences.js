// Takes a text apart into sentences, each with the place where it stands.

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, blockquote, figcaption, th, td";
// Marks of footnotes and ways back from them, code, words for screen readers.
const UNREAD = "sup, pre, .footnote-back, .visually-hidden";
const PIECES = /.+?(?:[。！？；…!?;]+["”’」』）)]*|\.(?=\s)|$)/gs;
const ENDS = /[。！？；…!?;.]["”’」』）)]*$/;

/** The sentences of some elements, in order: `words` to say, their `range`, its first `node`. */
export const sentences = (parts) => {
  const found = [];
  let words = "";
  let range;
  const end = () => {
    // A range leaves a text that is taken out of the document; the text itself tells.
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
