//! Violations that axe-core reports for a page.

use super::visitor::Visitor;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// All rules of WCAG 2.2 AA and best practices. axe-core checks the size of targets only on
/// request.
const ALL: &str = "{
    runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    },
    rules: { 'target-size': { enabled: true } },
}";

/// Rules whose result depends on the colour scheme.
const OF_COLOURS: &str = "{ runOnly: ['color-contrast', 'link-in-text-block'] }";

const LOOK: &str = "
    return axe.run(document, { resultTypes: ['violations'], iframes: false, ...RULES })
        .then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, failureSummary }) =>
            `${id} (${impact}) at ${target.flat().join(' ')}\\n    ` +
            failureSummary.trim().replace(/\\s*\\n\\s*/g, '\\n    '))));
";

/// Returns the violations of the current page, each with its element.
pub(crate) async fn violations(visitor: &Visitor) -> Vec<String> {
    look(visitor, ALL).await
}

/// Returns the violations of the rules about colours only.
pub(crate) async fn violations_by_colour(visitor: &Visitor) -> Vec<String> {
    look(visitor, OF_COLOURS).await
}

async fn look(visitor: &Visitor, rules: &str) -> Vec<String> {
    if visitor.look("typeof window.axe").await == "undefined" {
        visitor.run(source()).await;
    }
    let found = visitor.run(&LOOK.replace("RULES", rules)).await;
    serde_json::from_value(found).expect("axe-core gives a list of violations")
}

/// Returns the script of axe-core: the file that `AXE` names, or else the one that
/// `scripts/tools.sh` has installed.
fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let path = installed("AXE", "axe");
        std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{path}: {error}; run `make test-tools` first"))
    })
}

/// Returns the path of a test tool: the value of the environment variable, or else the path
/// where `scripts/tools.sh` has installed it.
pub(crate) fn installed(variable: &str, tool: &str) -> String {
    if let Ok(path) = std::env::var(variable) {
        return path;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/tools.sh");
    let output = Command::new(&script)
        .arg(tool)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", script.display()));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
