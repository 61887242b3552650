//! Results of earlier runs, in a table that grows by one run at a time.

use crate::figures::Figures;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;
use std::process::Command;

/// File with the results.
const FILE: &str = "benches/history/visit.csv";
/// Columns: those that tell of the run, and those of each figure.
const COLUMNS: [&str; 12] = [
    "date", "commit", "cores", "load", "articles", "rounds", "topic", "site", "figure", "unit",
    "median", "range",
];

/// What is told of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) articles: usize,
    pub(crate) rounds: usize,
    /// Average number of processes that wanted to run in the last minute, before the run: above
    /// zero, others have slowed it down.
    pub(crate) load: String,
}

impl Run {
    /// Describes a run that is about to begin.
    pub(crate) fn new(articles: usize, rounds: usize) -> Self {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load = load.split(' ').next().unwrap_or_default().to_owned();
        Self {
            articles,
            rounds,
            load,
        }
    }
}

/// Appends the figures of a run.
pub(crate) fn append(run: &Run, figures: &Figures) -> io::Result<()> {
    let is_new = !Path::new(FILE).exists();
    let file = OpenOptions::new().create(true).append(true).open(FILE)?;
    let mut table = csv::Writer::from_writer(file);
    if is_new {
        table.write_record(COLUMNS)?;
    }
    let date = time::OffsetDateTime::now_utc().date().to_string();
    let commit = commit()?;
    let cores = std::thread::available_parallelism()?.to_string();
    let (articles, rounds) = (run.articles.to_string(), run.rounds.to_string());
    for figure in figures.all() {
        let (least, most) = figure.range();
        let median = format!("{:.0}", figure.median());
        let range = format!("{least:.0} to {most:.0}");
        table.write_record([
            &date,
            &commit,
            &cores,
            &run.load,
            &articles,
            &rounds,
            &figure.topic,
            figure.maker.name(),
            &figure.name,
            figure.unit,
            &median,
            &range,
        ])?;
    }
    table.flush()?;
    println!("appended to {FILE}");
    Ok(())
}

/// Returns the commit that is checked out, with a mark if files differ from it.
fn commit() -> io::Result<String> {
    let output = Command::new("git")
        .args(["describe", "--always", "--dirty", "--exclude=*"])
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
