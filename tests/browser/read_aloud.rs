//! Tests of reading aloud, with a fake voice that records its texts and ends when the test
//! requests it.

use super::harness::site::Site;
use super::harness::visit::visit;
use super::harness::visitor::Visitor;
use serde_json::json;

const ARTICLE: &str = "/articles/2026-07-10-direct-spinning-line/";
const TITLE: &str = "5 000 t/a直纺线的三百天：共有中试线一期建设记";
const FIRST: &str = "7月4日凌晨两点十七分，第一束丝从丹尼尔管一样长的甬道里落下来。";
const SECOND: &str = "说“丹尼尔管”的人自己也笑了，那是一个没有人听过的词，他太困了。";

/// Emulates a browser with voices of these languages.
async fn with_voices(visitor: &Visitor, languages: &[&str]) {
    let voices = json!(languages);
    visitor
        .prepare(&format!(
            "window.said = [];
             const speech = Object.assign(new EventTarget(), {{
                 voices: {voices}.map((lang) => ({{ lang }})),
                 getVoices() {{ return this.voices; }},
                 speak(utterance) {{
                     said.push(utterance.text);
                     window.finish = () => utterance.onend({{ target: utterance }});
                 }},
                 cancel() {{ window.silenced = true; }},
             }});
             Object.defineProperty(window, 'speechSynthesis', {{ value: speech }});
             window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};"
        ))
        .await;
}

const OFFERED: &str =
    "document.querySelector('.tool--read').checkVisibility({ visibilityProperty: true })";
const MARKED: &str = "[...(CSS.highlights.get('reading') ?? [])].map(String)";

#[test]
fn title_and_sentences_are_read_in_order_and_marked() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["en-US", "zh-CN"]).await;
        visitor.enter(ARTICLE).await;
        visitor.press(".tool--read").await;
        for sentence in [TITLE, FIRST, SECOND] {
            assert_eq!(visitor.look("said.at(-1)").await, json!(sentence));
            assert_eq!(visitor.look(MARKED).await, json!([sentence]));
            visitor.run("finish();").await;
        }
    });
}

#[test]
fn a_whole_article_is_read_to_its_end() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["zh-CN"]).await;
        visitor.enter(ARTICLE).await;
        visitor.press(".tool--read").await;
        visitor
            .run(
                "for (let times = 0; times < 1000; times += 1) {
                     if (!document.documentElement.hasAttribute('data-reading')) break;
                     finish();
                 }",
            )
            .await;
        assert_eq!(
            visitor.look("said.at(-1)").await,
            json!("总有人要先去不被看好的地方走一趟，现在至少有一条路可以走。")
        );
        assert_eq!(visitor.look(MARKED).await, json!([]));
    });
}

#[test]
fn a_sentence_out_of_sight_is_brought_into_it() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["zh-CN"]).await;
        visitor.enter(ARTICLE).await;
        visitor.press(".tool--read").await;
        visitor
            .run("for (let times = 0; times < 30; times += 1) finish();")
            .await;
        visitor
            .until(
                "the sentence is in the window",
                "((box) => box.top >= 0 && box.bottom <= innerHeight)
                 ([...CSS.highlights.get('reading')][0].getBoundingClientRect())",
            )
            .await;
    });
}

#[test]
fn a_pause_begins_the_sentence_again() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["zh-CN"]).await;
        visitor.enter(ARTICLE).await;
        visitor.press(".tool--read").await;
        visitor.run("finish();").await;
        visitor.press(".tool--read").await;
        assert_eq!(visitor.look("silenced").await, json!(true));
        visitor.press(".tool--read").await;
        assert_eq!(visitor.look("said").await, json!([TITLE, FIRST, FIRST]));
    });
}

#[test]
fn stopping_takes_the_mark_away() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["zh-CN"]).await;
        visitor.enter(ARTICLE).await;
        visitor.press(".tool--read").await;
        visitor.press(".tool--stop").await;
        assert_eq!(visitor.look(MARKED).await, json!([]));
        // A voice may report the end of a cancelled utterance.
        visitor.run("finish();").await;
        assert_eq!(visitor.look("said.length").await, json!(1));
    });
}

#[test]
fn another_page_ends_the_reading() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["zh-CN"]).await;
        visitor.enter(ARTICLE).await;
        visitor.press(".tool--read").await;
        visitor.run("window.silenced = false;").await;
        visitor.follow(".breadcrumbs a").await;
        visitor
            .until(
                "it is silent and unmarked",
                &format!("window.silenced && {MARKED}.length === 0"),
            )
            .await;
    });
}

#[test]
fn nothing_is_offered_without_a_voice_for_the_language() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["en-US", "de-DE"]).await;
        visitor.enter(ARTICLE).await;
        assert_eq!(visitor.look(OFFERED).await, json!(false));
    });
}

#[test]
fn a_voice_that_comes_late_moves_nothing() {
    const PLACE: &str = "document.querySelector('.prose').getBoundingClientRect().top";
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &[]).await;
        visitor.enter(ARTICLE).await;
        let before = visitor.look(PLACE).await;
        visitor
            .run(
                "speechSynthesis.voices = [{ lang: 'zh_CN' }];
                 speechSynthesis.dispatchEvent(new Event('voiceschanged'));",
            )
            .await;
        assert_eq!(visitor.look(OFFERED).await, json!(true));
        assert_eq!(visitor.look(PLACE).await, before);
    });
}

#[test]
fn reading_leaves_the_document_as_it_is() {
    visit(&Site::demo(), async |visitor, _| {
        with_voices(visitor, &["zh-CN"]).await;
        visitor.enter(ARTICLE).await;
        let before = visitor
            .read("document.querySelector('main').innerHTML")
            .await;
        visitor.press(".tool--read").await;
        visitor.run("finish(); finish();").await;
        let after = visitor
            .read("document.querySelector('main').innerHTML")
            .await;
        assert_eq!(before, after);
        assert_eq!(visitor.console().await, Vec::<String>::new());
    });
}
