//! `content/synonyms.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::content::values::text::Line;

/// 意思相同的词：搜索其中一个，也列出含有其他几个的内容
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 各组词，每组两个以上，例如 ["涤纶", "聚酯纤维", "PET"]
    #[serde(default)]
    pub groups: Vec<Vec<Line<30>>>,
}
