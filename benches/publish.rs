//! Publishing, measured beside Hugo: the same articles, as a site folder of the portal and as
//! Markdown with plain templates.
//!
//! `cargo bench --features ssr --bench publish [-- ARTICLES…]`
//!
//! Both programs run in turn on the same disk, so that a noisy machine is noisy for both; what
//! counts are the ratios. Each writes into an empty folder, and then once more after an edit.
//! Nothing is removed in between, for ext4 is slow to make files where many have just gone.

#[path = "search/corpus.rs"]
mod corpus;
#[path = "publish/hugo_site.rs"]
mod hugo_site;
#[path = "publish/portal_site.rs"]
mod portal_site;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4 as _;

/// How often each program is measured; the medians count.
const RUNS: usize = 3;

/// What a run has cost.
#[derive(Debug, Clone, Copy)]
struct Cost {
    wall: Duration,
    /// The most memory that was in use, in bytes.
    memory: u64,
}

/// What a program's runs have cost.
#[derive(Debug, Default)]
struct Costs {
    cold: Vec<Cost>,
    after_an_edit: Vec<Cost>,
}

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .filter_map(|word| word.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![1000, 10_000]
    } else {
        sizes
    };
    let mut memory = Vec::new();
    for size in sizes {
        memory.push((size, measure(size)));
    }
    if let [(small, of_small), .., (large, of_large)] = memory[..] {
        let each = of_large.saturating_sub(of_small) as f64 / (large - small) as f64;
        println!("memory for each further article: {:.1} KB", each / 1024.0);
    }
}

/// Measures a site of this many articles, and gives the memory that the portal took.
fn measure(size: usize) -> u64 {
    let folder = tempfile::tempdir().expect("the system has room for a temporary folder");
    let articles = corpus::articles(size);
    let site = folder.path().join("portal");
    let hugo = folder.path().join("hugo");
    portal_site::of_the_portal(&site, &articles);
    hugo_site::of_hugo(&hugo, &articles);
    drop(articles);

    let (mut ours, mut theirs) = (Costs::default(), Costs::default());
    for run in 0..RUNS {
        let out = folder.path().join(format!("portal-out-{run}"));
        let build = || run_to_end(&mut portal(&site, &out));
        ours.cold.push(build());
        edit(&portal_site::article_of_the_portal(&site, size / 2));
        ours.after_an_edit.push(build());

        let out = folder.path().join(format!("hugo-out-{run}"));
        let build = || run_to_end(&mut hugo_program(&hugo, &out));
        theirs.cold.push(build());
        edit(&hugo_site::article_of_hugo(&hugo, size / 2));
        theirs.after_an_edit.push(build());
    }

    println!("{size} articles, medians of {RUNS} runs");
    line("portal", size, &ours.cold);
    line("portal, after an edit", size, &ours.after_an_edit);
    line("hugo", size, &theirs.cold);
    line("hugo, after an edit", size, &theirs.after_an_edit);
    let ratio = |one: &[Cost], other: &[Cost]| {
        median(one).wall.as_secs_f64() / median(other).wall.as_secs_f64()
    };
    println!(
        "  portal's time as a multiple of hugo's: {:.2} cold, {:.2} after an edit",
        ratio(&ours.cold, &theirs.cold),
        ratio(&ours.after_an_edit, &theirs.after_an_edit)
    );
    median(&ours.cold).memory
}

/// Changes the text of an article: its first full stop gets a sentence after it.
fn edit(article: &Path) {
    let text = fs::read_to_string(article).unwrap_or_else(|error| panic!("{article:?}: {error}"));
    portal_site::write(article, &text.replacen('。', "。这一句是后来加的。", 1));
}

fn line(name: &str, size: usize, costs: &[Cost]) {
    let cost = median(costs);
    let seconds = cost.wall.as_secs_f64();
    println!(
        "  {name:<22}{seconds:>7.2} s {:>7.0} articles/s {:>6.0} MB",
        size as f64 / seconds,
        cost.memory as f64 / 1e6
    );
}

/// The cost of the run that took a middling time.
fn median(costs: &[Cost]) -> Cost {
    let mut sorted = costs.to_vec();
    sorted.sort_by_key(|cost| cost.wall);
    sorted[sorted.len() / 2]
}

fn portal(site: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command.arg("build").arg(site).arg("--out").arg(out);
    command.args(["--shell", "target/shell"]);
    command
}

fn hugo_program(site: &Path, out: &Path) -> Command {
    let mut command = Command::new("hugo");
    command
        .arg("--source")
        .arg(site)
        .arg("--destination")
        .arg(out);
    command.arg("--quiet");
    command
}

fn run_to_end(command: &mut Command) -> Cost {
    let begun = Instant::now();
    let child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let used = child
        .wait4()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(used.status.success(), "{command:?}: {}", used.status);
    Cost {
        wall: begun.elapsed(),
        memory: used.rusage.maxrss,
    }
}
