//! Command line: creates a site folder, checks it and publishes it.

#![cfg_attr(windows, windows_subsystem = "windows")]

mod arguments;
mod build;
mod console;
mod edit;
mod interrupt;
mod progress;
mod serve;
mod shell;
mod start;
mod usage;

use anyhow::Context as _;
use arguments::{Arguments, BuildArguments, Command, EditArguments, Format};
use clap::Parser as _;
use clap::error::ErrorKind;
use edit::EditorTerminal;
use portal::content::values::date::Date;
use portal::content::values::text_value::TextValue as _;
use portal::content::{Language, Problem};
use portal::publish::report;
use portal::publish::{Audience, Drafts, NewSite, ServeOptions, SiteFiles};
use serve::Terminal;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Exit code when the site has problems; all of them have been printed.
const PROBLEMS: u8 = 1;
/// Exit code for wrong usage and for failures of the disk.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    console::attach();
    if std::env::args_os().len() == 1 {
        match start::start(Path::new(".")) {
            Ok(Some(code)) => return code,
            // There is nothing to start with, so the arguments are explained.
            Ok(None) => {}
            Err(error) => return fail(&error),
        }
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let outcome = match arguments.command {
        Command::New {
            folder,
            name,
            short_name,
            base_url,
        } => new(
            &folder,
            &NewSite {
                name,
                short_name,
                base_url,
            },
        ),
        Command::Check {
            site,
            format,
            drafts,
            quiet,
        } => check(&site, format, drafts, quiet),
        Command::Build(asked) => publish(&asked),
        Command::Serve {
            site,
            port,
            shell,
            drafts,
            open,
        } => serve(&site, port, shell.as_deref(), drafts, open),
        Command::Edit(asked) => edit(&asked, &EditorTerminal::new(!asked.no_open)),
        Command::Schema { folder } => schema(&folder),
    };
    outcome.unwrap_or_else(|error| fail(&error))
}

fn fail(error: &anyhow::Error) -> ExitCode {
    eprintln!("portal: {}", told(error));
    ExitCode::from(FAILED)
}

/// Returns the messages of an error and its causes, without those that are part of another.
fn told(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().map(ToString::to_string) {
        if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text
}

/// Prints the requested help or version, or the mistake in the arguments.
fn refuse(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", error.render());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{}", error.render());
            ExitCode::from(FAILED)
        }
        _ => {
            eprint!("{}", usage::explain(error));
            ExitCode::from(FAILED)
        }
    }
}

fn new(folder: &Path, site: &NewSite) -> anyhow::Result<ExitCode> {
    let files = portal::publish::create(folder, site)?;
    let folder = folder.display();
    println!("已在 {folder} 建立站点，共 {files} 个文件。先读 {folder}/README.md");
    println!("检查：portal check {folder}");
    println!("预览：portal serve {folder}");
    Ok(ExitCode::SUCCESS)
}

fn schema(folder: &Path) -> anyhow::Result<ExitCode> {
    let written = portal::publish::write_schemas(folder)?;
    println!(
        "已把 {} 个 JSON Schema 写进 {}",
        written.files,
        written.folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

fn check(site: &Path, format: Format, drafts: bool, quiet: bool) -> anyhow::Result<ExitCode> {
    let sources = portal::publish::read(site)?;
    let problems = portal::publish::check(&sources, drafts_if(drafts), today()?);
    match format {
        Format::Human if quiet && problems.is_empty() => {}
        Format::Human => show(&problems, &sources),
        Format::Json => {
            let lines = report::json(&problems, language());
            std::io::stdout()
                .write_all(lines.as_bytes())
                .context("无法输出结果")?;
        }
    }
    Ok(verdict(&problems))
}

fn publish(asked: &BuildArguments) -> anyhow::Result<ExitCode> {
    let shell = shell::source(asked.shell.as_deref()).read()?;
    build::build(asked, &shell, interrupt::listen()?)
}

fn serve(
    site: &Path,
    port: u16,
    shell: Option<&Path>,
    drafts: bool,
    open: bool,
) -> anyhow::Result<ExitCode> {
    portal::publish::serve(&ServeOptions {
        site,
        shell: shell::source(shell),
        port,
        drafts: drafts_if(drafts),
        today: named_day()?,
        language: language(),
        editor: None,
        until_closed: false,
        audience: &Terminal::new(open),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn edit(asked: &EditArguments, audience: &dyn Audience) -> anyhow::Result<ExitCode> {
    let editor = shell::editor(asked.editor.as_deref());
    if let Some(folder) = editor.missing() {
        let folder = folder.display();
        eprintln!(
            "portal: {folder} 里没有编辑页面的文件，所以打开的是空白页。请先运行 make editor，或用 --editor 指定它所在的文件夹"
        );
    }
    portal::publish::serve(&ServeOptions {
        site: &asked.site,
        shell: shell::source(asked.shell.as_deref()),
        port: asked.port,
        drafts: Drafts::Left,
        today: named_day()?,
        language: language(),
        editor: Some(editor),
        until_closed: asked.until_closed,
        audience,
    })?;
    Ok(ExitCode::SUCCESS)
}

fn show(problems: &[Problem], sources: &SiteFiles) {
    eprint!(
        "{}",
        report::human(problems, &sources.sources, language(), in_color())
    );
}

/// Returns `true` if the error output supports colours.
fn in_color() -> bool {
    // An empty NO_COLOR has no effect (no-color.org).
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stderr().is_terminal() && !is_refused
}

const fn drafts_if(asked: bool) -> Drafts {
    if asked { Drafts::Built } else { Drafts::Left }
}

fn verdict(problems: &[Problem]) -> ExitCode {
    if portal::publish::has_errors(problems) {
        ExitCode::from(PROBLEMS)
    } else {
        ExitCode::SUCCESS
    }
}

/// Returns the language of messages: Chinese, unless the terminal's locale is English.
fn language() -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    match locale {
        Some(locale) if locale.to_string_lossy().starts_with("en") => Language::English,
        Some(_) | None => Language::Chinese,
    }
}

/// Returns the day that `PORTAL_TODAY` names, or else the current day in Asia/Shanghai.
fn today() -> anyhow::Result<Date> {
    Ok(named_day()?.unwrap_or_else(portal::publish::today))
}

/// Returns the day that `PORTAL_TODAY` names. A build of a past day can thus be repeated.
fn named_day() -> anyhow::Result<Option<Date>> {
    let Some(named) = std::env::var_os("PORTAL_TODAY") else {
        return Ok(None);
    };
    let named = named.to_string_lossy();
    let day = Date::parse(&named).map_err(|_| {
        anyhow::anyhow!("环境变量 PORTAL_TODAY 的值“{named}”不是日期，应形如 2026-01-31")
    })?;
    Ok(Some(day))
}
