//! What axe-core finds wrong with a page.

use super::visitor::Visitor;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// Every rule of WCAG 2.2 AA and of good practice. The size of targets is left out by
/// axe-core itself unless it is asked for.
const LOOK: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } },
    }).then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, failureSummary }) =>
            `${id} (${impact}) at ${target.flat().join(' ')}\\n    ` +
            failureSummary.trim().replace(/\\s*\\n\\s*/g, '\\n    '))));
";

/// The violations of the page as it stands, each with the element that it is about.
pub(super) async fn violations(visitor: &Visitor) -> Vec<String> {
    if visitor.look("typeof window.axe").await == "undefined" {
        visitor.run(source()).await;
    }
    let found = visitor.run(LOOK).await;
    serde_json::from_value(found).expect("axe-core gives a list of violations")
}

/// The script of axe-core: the file that `AXE` names, or else the one that
/// `scripts/tools.sh` has installed.
fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let path = installed("AXE", "axe");
        std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{path}: {error}; run `make test-tools` first"))
    })
}

/// Where a tool of the tests is: where the variable says, or else where `scripts/tools.sh`
/// has put it.
pub(super) fn installed(variable: &str, tool: &str) -> String {
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
