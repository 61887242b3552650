//! Messages about mistakes in the command line.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Returns the message for invalid arguments: the mistake, the correct usage, and the option
/// that shows the help.
pub(crate) fn explain(error: &clap::Error) -> String {
    let mut text = format!("portal: {}\n", cause(error));
    if let Some(usage) = context(error, ContextKind::Usage) {
        let usage = usage.trim();
        let usage = usage.strip_prefix("Usage:").unwrap_or(usage).trim();
        text.push_str(&format!("用法：{usage}\n"));
    }
    text.push_str("详细说明：portal --help\n");
    text
}

fn cause(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let nearest = context(error, ContextKind::SuggestedArg);
            format!("没有 {argument} 这个参数{}", suggestion(nearest))
        }
        ErrorKind::InvalidSubcommand => {
            let written = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let nearest = context(error, ContextKind::SuggestedSubcommand);
            format!("没有 {written} 这个命令{}", suggestion(nearest))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面缺少值"),
        ErrorKind::InvalidValue => {
            let allowed = context(error, ContextKind::ValidValue).unwrap_or_default();
            let nearest = context(error, ContextKind::SuggestedValue);
            let allowed = allowed.replace(", ", "、");
            let nearest = suggestion(nearest);
            format!("{argument} 不能是 {value}，可以选 {allowed}{nearest}")
        }
        ErrorKind::ValueValidation => format!("{argument} 不能是 {value}"),
        ErrorKind::ArgumentConflict => format!("{argument} 写了两次"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::InvalidUtf8 => "参数里有不是 UTF-8 的文字".to_owned(),
        _ => "参数的写法不对".to_owned(),
    }
}

fn suggestion(nearest: Option<String>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("；是不是想写 {nearest}？"))
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        // clap sorts suggestions by rising similarity.
        ContextValue::Strings(texts) if is_suggestion(kind) => texts.last()?.to_owned(),
        ContextValue::Strings(texts) => texts.join("、"),
        other => other.to_string(),
    };
    Some(text)
}

fn is_suggestion(kind: ContextKind) -> bool {
    matches!(
        kind,
        ContextKind::SuggestedArg | ContextKind::SuggestedSubcommand | ContextKind::SuggestedValue
    )
}
