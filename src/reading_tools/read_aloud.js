// Reads an article aloud and highlights the current sentence. It uses CSS highlights, which do
// not change the document that the app manages; browsers without them show no highlight.
import { chosen } from "./storage.js";
import { sentences } from "./sentences.js";

const root = document.documentElement;
const speech = window.speechSynthesis;
const PACES = { slow: 0.75, fast: 1.3 };
const MARK = "reading";

let voice;
let text = [];
let at = 0;
// The current utterance; events of any other one are ignored, because it was cancelled.
let saying;

const language = (tag) => tag.toLowerCase().split(/[-_]/)[0].replace("cmn", "zh");

/** Shows the button once there is a voice for the language. Voices may be loaded late. */
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

/** Scrolls a sentence that is not visible to the upper third of the window. */
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

/** Pauses or resumes. Several mobile browsers cannot pause: the sentence is repeated instead. */
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
  // The text is no longer in the document when another page has replaced this one.
  new MutationObserver(() => {
    if (text[at] && !text[at].node.isConnected) stop();
  }).observe(document.body, { childList: true, subtree: true });
  addEventListener("pagehide", stop);
}
