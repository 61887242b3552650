// Reads an article aloud and marks the sentence. The marks are the browser's highlights, so
// that the document stays as the app knows it; where there are none, it is read unmarked.
import { chosen } from "./kept.js";
import { sentences } from "./sentences.js";

const root = document.documentElement;
const speech = window.speechSynthesis;
const PACES = { slow: 0.75, fast: 1.3 };
const MARK = "reading";

let voice;
let text = [];
let at = 0;
// What is being said; whatever else reports its end has been given up.
let saying;

const language = (tag) => tag.toLowerCase().split(/[-_]/)[0].replace("cmn", "zh");

/** Voices may arrive late. The button shows once there is one that knows the language. */
const find = () => {
  const known = speech.getVoices().filter(({ lang }) => language(lang) === language(root.lang));
  voice = known.find(({ lang }) => lang.replace("_", "-") === root.lang) ?? known[0];
  if (voice) root.setAttribute("data-voice", "");
};

const mark = (range) => {
  if (!window.Highlight) return;
  if (range) CSS.highlights.set(MARK, new Highlight(range));
  else CSS.highlights.delete(MARK);
};

/** Brings a sentence that is out of sight to the upper third of the window. */
const follow = (range) => {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: top - innerHeight / 3, behavior: still ? "auto" : "smooth" });
};

const say = () => {
  const sentence = text[at];
  if (!sentence) {
    stop();
    return;
  }
  saying = new SpeechSynthesisUtterance(sentence.words);
  saying.voice = voice;
  saying.lang = voice.lang;
  saying.rate = PACES[chosen("pace")] ?? 1;
  saying.onend = ({ target }) => {
    if (target !== saying) return;
    at += 1;
    say();
  };
  saying.onerror = ({ target }) => {
    if (target === saying) stop();
  };
  root.setAttribute("data-reading", "aloud");
  mark(sentence.range);
  follow(sentence.range);
  speech.speak(saying);
};

const hush = () => {
  saying = null;
  speech.cancel();
};

const stop = () => {
  if (!root.hasAttribute("data-reading")) return;
  hush();
  mark();
  text = [];
  root.removeAttribute("data-reading");
};

const begin = (article) => {
  text = sentences(article.querySelectorAll("h1, .prose"));
  at = 0;
  say();
};

/** Several browsers on phones cannot pause: the sentence is begun again instead. */
const toggle = (article) => {
  if (saying) {
    hush();
    root.setAttribute("data-reading", "paused");
  } else if (root.hasAttribute("data-reading")) {
    say();
  } else {
    begin(article);
  }
};

if (speech) {
  find();
  speech.addEventListener?.("voiceschanged", find);
  document.addEventListener("click", ({ target }) => {
    const tool = target.closest("[data-read]");
    if (!tool) return;
    if (tool.dataset.read === "stop") {
      stop();
      tool.previousElementSibling.focus();
    } else {
      toggle(tool.closest("article"));
    }
  });
  // Another page has taken this one's place when the text is no longer in the document.
  new MutationObserver(() => {
    if (text[at] && !text[at].node.isConnected) stop();
  }).observe(document.body, { childList: true, subtree: true });
  addEventListener("pagehide", stop);
}
