//! Terminal output of `portal build`.

use crate::arguments::BuildArguments;
use crate::interrupt::INTERRUPTED;
use crate::progress::Progress;
use crate::{PROBLEMS, drafts_if, show};
use portal::publish::{BuildError, BuildOptions, Built, ForeignCount, Shell};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

/// Builds a portal and reports the result or the problems. Stops when `interrupted` is set.
pub(crate) fn build(
    asked: &BuildArguments,
    shell: &Shell,
    interrupted: Arc<AtomicBool>,
) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    let progress = Progress::new(asked.quiet, interrupted);
    let options = BuildOptions {
        site: &asked.site,
        out: &asked.out,
        base_url: asked.base_url.as_deref(),
        drafts: drafts_if(asked.drafts),
        is_plan: false,
        compress: asked.compress,
        today: crate::today()?,
        observer: &progress,
    };
    let built = portal::publish::build(&options, shell);
    progress.clear();
    match built {
        Ok(built) => {
            if !built.problems.is_empty() {
                show(&built.problems, &built.sources);
            }
            if let Some(error) = &built.leftover {
                eprintln!("portal: 新站点已经发布，但是旧站点还留在磁盘上：{error}");
            }
            if !asked.quiet {
                println!("{}", summary(&built, &asked.out, began.elapsed()));
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(BuildError::Content { problems, sources }) => {
            show(&problems, &sources);
            Ok(ExitCode::from(PROBLEMS))
        }
        Err(error @ BuildError::Output(_)) => {
            eprintln!("portal: {error}");
            Ok(ExitCode::from(PROBLEMS))
        }
        Err(error @ BuildError::Interrupted) => {
            eprintln!("portal: {error}");
            Ok(ExitCode::from(INTERRUPTED))
        }
        Err(error) => Err(error.into()),
    }
}

fn summary(built: &Built, out: &Path, took: Duration) -> String {
    let changes = built.changes;
    format!(
        "已发布 {} 个页面、{} 个文件到 {}：新增 {}，改动 {}，未变 {}，删除 {}{}，用时 {:.1} 秒",
        built.pages,
        changes.files(),
        out.display(),
        changes.added,
        changes.changed,
        changes.kept,
        changes.removed,
        foreign(changes.foreign),
        took.as_secs_f64()
    )
}

/// Returns the notice about files in the output folder that the portal did not write.
fn foreign(count: ForeignCount) -> String {
    let there_are = match (count.files, count.folders) {
        (0, 0) => return String::new(),
        (files, 0) => format!("{files} 个文件"),
        (0, folders) => format!("{folders} 个文件夹"),
        (files, folders) => format!("{files} 个文件、{folders} 个文件夹"),
    };
    format!("；另有 {there_are}不是本程序写的，保持原样")
}
