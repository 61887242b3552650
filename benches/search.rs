//! Searching, measured: what an index weighs, what a query transfers, and whether it finds
//! what is there.
//!
//! `cargo bench --features ssr --bench search [-- DOCUMENTS QUERIES]`

#[path = "search/browser.rs"]
mod browser;
#[path = "search/corpus.rs"]
mod corpus;
#[path = "publish/portal_site.rs"]
mod portal_site;
#[path = "search/queries.rs"]
mod queries;

use corpus::{Article, articles};
use portal::search::{Document, ENTRY, Entry, Normalizer, Query, Search, Vocabulary, write};
use queries::queries;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Queries that Pagefind is asked; it takes its time.
const PAGEFIND_QUERIES: usize = 100;

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .filter_map(|word| word.parse().ok())
        .collect();
    let sizes = match numbers.first() {
        Some(size) => vec![*size],
        None => vec![1600, 10_000],
    };
    for size in sizes {
        measure(size, numbers.get(1).copied().unwrap_or(1000));
    }
}

fn document(article: &Article) -> Document {
    Document {
        kind: "article".to_owned(),
        section: ["news", "notices", "technology", "members"][article.title.len() % 4].to_owned(),
        year: article.year,
        card: vec![article.title.clone()],
        headings: vec![article.title.clone()],
        blocks: article.paragraphs.clone(),
        ..Document::default()
    }
}

/// The bytes of a text, as it is stored.
fn bytes(article: &Article) -> usize {
    let paragraphs = article
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.len() + 1);
    article.title.len() + 1 + paragraphs.sum::<usize>()
}

/// What was measured of one kind for each query.
struct Values(Vec<f64>);

impl Values {
    fn line(&mut self, name: &str, unit: &str) {
        self.0.sort_by(f64::total_cmp);
        let mean = self.0.iter().sum::<f64>() / self.0.len() as f64;
        let p95 = self.0[self.0.len() * 95 / 100];
        let worst = self.0[self.0.len() - 1];
        println!("  {name:<22}mean {mean:.2} {unit}, p95 {p95:.2}, worst {worst:.2}");
    }
}

fn measure(size: usize, count: usize) {
    let articles = articles(size);
    let documents: Vec<Document> = articles.iter().map(document).collect();
    let text: usize = articles.iter().map(bytes).sum();
    let files = index(&documents);
    let (texts, index): (Vec<_>, Vec<_>) = files
        .iter()
        .partition(|(path, _)| path.starts_with("files/text/"));
    let sum =
        |files: &[(&String, &Vec<u8>)]| files.iter().map(|(_, file)| file.len()).sum::<usize>();
    println!("{size} documents, {:.1} MB of text", text as f64 / 1e6);
    println!(
        "  index                 {:.3} of the text, {} files",
        sum(&index) as f64 / text as f64,
        index.len()
    );
    println!(
        "  texts for excerpts    {:.3} of the text, {} files",
        sum(&texts) as f64 / text as f64,
        texts.len()
    );
    written(&documents, text as f64 / 1e6);
    println!(
        "  entry                 {} bytes, compressed {}",
        files[ENTRY].len(),
        compressed(&files[ENTRY])
    );
    let queries = queries(&articles, count);
    let found = run(&documents, &files, &queries);
    if let Err(error) = in_chromium(&articles, &queries, &found) {
        println!("  Chromium was not measured: {error}");
    }
    if let Err(error) = pagefind(&articles, text, &queries, &found) {
        println!("  Pagefind was not measured: {error}");
    }
}

/// Writes an index; gives its files.
fn index(documents: &[Document]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let put = |path, bytes| {
        files.insert(path, bytes);
        Ok::<_, Infallible>(())
    };
    write(documents.to_vec(), &Vocabulary::default(), put).expect("all is taken");
    files
}

/// Measures how fast an index of so many megabytes of text is written: on one core, and on
/// all of them.
fn written(documents: &[Document], text: f64) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let alone = pool.expect("a thread").install(|| {
        let begun = processor_time();
        index(documents);
        processor_time() - begun
    });
    println!(
        "  written at            {:.1} MB/s on one core",
        text / alone.as_secs_f64()
    );
    let begun = Instant::now();
    index(documents);
    println!(
        "                        {:.1} MB/s of real time on {} threads",
        text / begun.elapsed().as_secs_f64(),
        rayon::current_num_threads()
    );
}

/// The same queries in a portal of these articles, in Chromium.
fn in_chromium(
    articles: &[Article],
    queries: &[String],
    found: &[Vec<u32>],
) -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let (site, out) = (folder.path().join("site"), folder.path().join("out"));
    portal_site::of_the_portal(&site, articles);
    let status = Command::new(env!("CARGO_BIN_EXE_portal"))
        .arg("build")
        .args([&site, Path::new("--out"), &out])
        .args(["--shell", "target/shell", "--quiet"])
        .stderr(Stdio::null())
        .status()?;
    if !status.success() {
        return Err(std::io::Error::other("the portal was not built"));
    }
    let asked = browser::ask(&out, queries)?;
    let is_right = |(asked, found): &(&browser::Asked, &Vec<u32>)| asked.total == found.len();
    let right = asked.iter().zip(found).filter(is_right).count();
    println!(
        "  in Chromium           {right} of {} numbers of hits are right",
        queries.len()
    );
    let mut time = Values(asked.iter().map(|asked| asked.milliseconds).collect());
    time.line("answering", "ms");
    Ok(())
}

/// The same queries with Pagefind, over the same texts as pages.
fn pagefind(
    articles: &[Article],
    text: usize,
    queries: &[String],
    found: &[Vec<u32>],
) -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    for (number, article) in articles.iter().enumerate() {
        let paragraphs = article.paragraphs.join("</p><p>");
        let title = &article.title;
        let page = format!(
            "<!doctype html><html lang=\"zh-CN\"><title>{title}</title><h1>{title}</h1><p>{paragraphs}</p></html>"
        );
        fs::write(folder.path().join(format!("{number}.html")), page)?;
    }
    let begun = Instant::now();
    let status = Command::new("pagefind")
        .arg("--silent")
        .arg("--site")
        .arg(folder.path())
        .status()?;
    if !status.success() {
        return Err(std::io::Error::other("it failed to index"));
    }
    let seconds = begun.elapsed().as_secs_f64();
    let mut weight = 0;
    for entry in walkdir::WalkDir::new(folder.path().join("pagefind")) {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy();
        if name.contains(".pf_") {
            weight += entry.metadata()?.len() as usize;
        }
    }
    println!(
        "  Pagefind              {:.3} of the text, written at {:.1} MB/s of real time",
        weight as f64 / text as f64,
        text as f64 / 1e6 / seconds
    );
    let pairs: Vec<serde_json::Value> = queries
        .iter()
        .zip(found)
        .take(PAGEFIND_QUERIES)
        .map(|(text, found)| serde_json::json!({ "text": text, "found": found }))
        .collect();
    fs::write(
        folder.path().join("queries.json"),
        serde_json::to_vec(&pairs)?,
    )?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/search/pagefind.mjs");
    Command::new("node")
        .arg(script)
        .arg(folder.path())
        .status()?;
    Ok(())
}

/// Runs the queries; gives what plain search finds for each.
fn run(
    documents: &[Document],
    files: &BTreeMap<String, Vec<u8>>,
    queries: &[String],
) -> Vec<Vec<u32>> {
    let normalizer = Normalizer::shared();
    let entry_weight = compressed(&files[ENTRY]);
    let normalized: Vec<Vec<String>> = documents
        .iter()
        .map(|document| {
            let blocks = document.headings.iter().chain(&document.blocks);
            blocks
                .map(|block| normalizer.normalize(block).into_iter().collect())
                .collect()
        })
        .collect();
    let [mut transfer, mut requests, mut rounds, mut time] = [(); 4].map(|()| Values(Vec::new()));
    let [mut cards, mut excerpts] = [(); 2].map(|()| Values(Vec::new()));
    let mut all_expected = Vec::new();
    let (mut precision, mut recall) = (0.0, 0.0);
    for text in queries {
        let entry = Entry::read(&files[ENTRY]).expect("an entry");
        let (mut weight, mut files_read, mut steps) = (entry_weight, 1, 1);
        let begun = processor_time();
        let mut waited = Duration::ZERO;
        let query = Query::parse(normalizer, text).expect("a query");
        let mut search = Search::new(&entry, &query);
        loop {
            let needed = search.needed();
            if needed.is_empty() {
                break;
            }
            steps += 1;
            files_read += needed.len();
            let loading = processor_time();
            let given: Vec<_> = needed
                .into_iter()
                .map(|file| {
                    let bytes = files.get(file.path()).map(Vec::as_slice);
                    weight += bytes.map_or(0, compressed);
                    (file, bytes)
                })
                .collect();
            waited += processor_time() - loading;
            search.give(&given);
        }
        let outcome = search.outcome();
        time.0
            .push((processor_time() - begun - waited).as_secs_f64() * 1e3);
        transfer.0.push(weight as f64 / 1000.0);
        requests.0.push(files_read as f64);
        rounds.0.push(steps as f64);
        assert!(!outcome.incomplete, "{text}: a file is missing");
        for hit in outcome.hits.iter().take(3) {
            for (path, values) in [
                (entry.card_file(hit.document), &mut cards),
                (entry.text_file(hit.document, hit.part), &mut excerpts),
            ] {
                let file = path.and_then(|path| files.get(&path)).expect("a text");
                values.0.push(compressed(file) as f64 / 1000.0);
            }
        }
        let word: String = query.words()[0].iter().collect();
        let expected = normalized
            .iter()
            .map(|blocks| blocks.iter().any(|block| block.contains(&word)));
        let expected: Vec<u32> = (0..)
            .zip(expected)
            .filter_map(|(number, is_there)| is_there.then_some(number))
            .collect();
        let right = outcome
            .hits
            .iter()
            .filter(|hit| expected.binary_search(&hit.document).is_ok())
            .count() as f64;
        precision += right / (outcome.hits.len() as f64).max(1.0);
        recall += right / expected.len() as f64;
        all_expected.push(expected);
    }
    let count = queries.len() as f64;
    println!(
        "  {} queries: precision {:.3}, recall {:.3}",
        queries.len(),
        precision / count,
        recall / count
    );
    transfer.line("transfer", "kB");
    requests.line("requests", "");
    rounds.line("round trips", "");
    time.line("computing", "ms");
    cards.line("file of cards", "kB");
    excerpts.line("excerpt", "kB");
    all_expected
}

/// How long this thread has computed: what others do on the machine makes no difference.
/// Linux tells; elsewhere it is the time of day.
fn processor_time() -> Duration {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    match statistics
        .split(' ')
        .next()
        .and_then(|nanoseconds| nanoseconds.parse().ok())
    {
        Some(nanoseconds) => Duration::from_nanos(nanoseconds),
        None => SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default(),
    }
}

/// The bytes after Brotli, or as they are when that is less.
fn compressed(bytes: &[u8]) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 9,
        ..Default::default()
    };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters).expect("memory is enough");
    output.len().min(bytes.len())
}
