//! Codes and severities of problems. Codes are stable.

use super::kind::ProblemKind;
use super::severity::Severity;

impl ProblemKind {
    /// Returns the stable code for programs, such as `unknown-field`.
    pub fn code(&self) -> &'static str {
        match self {
            ProblemKind::MissingSite => "missing-site",
            ProblemKind::Unreadable(_) => "unreadable-file",
            ProblemKind::FileTooLarge => "file-too-large",
            ProblemKind::NotUtf8(_) => "not-utf8",
            ProblemKind::ByteOrderMark => "byte-order-mark",
            ProblemKind::EmptyFile => "empty-file",
            ProblemKind::TooDeep => "too-deep",
            ProblemKind::Syntax(_) => "json-syntax",
            ProblemKind::RootNotObject(_) => "root-not-object",
            ProblemKind::DuplicateField(_) => "duplicate-field",
            ProblemKind::UnknownField { .. } => "unknown-field",
            ProblemKind::MissingField(_) => "missing-field",
            ProblemKind::WrongType { .. } => "wrong-type",
            ProblemKind::NotAllowed { .. } => "value-not-allowed",
            ProblemKind::UnsupportedVersion => "unsupported-version",
            ProblemKind::OutOfRange { .. } => "out-of-range",
            ProblemKind::BadText { fault, .. } => fault.code(),
            ProblemKind::TooMany { .. } => "too-many-problems",
            ProblemKind::Unexplained(_) => "schema-mismatch",
            ProblemKind::BadFileName { .. } | ProblemKind::BadBulletinFileName { .. } => {
                "bad-file-name"
            }
            ProblemKind::DuplicateId { .. } => "duplicate-id",
            ProblemKind::RootNameTaken(_) | ProblemKind::RootOverLegacy { .. } => "root-name-taken",
            ProblemKind::NumberMismatch { .. } | ProblemKind::YearMismatch { .. } => {
                "number-mismatch"
            }
            ProblemKind::BulletinOverlap { .. } => "bulletin-overlap",
            ProblemKind::UnknownFile { .. } => "unknown-file",
            ProblemKind::UnknownFolder { .. } => "unknown-folder",
            ProblemKind::UnknownSection { .. } => "unknown-section",
            ProblemKind::UnknownItem { .. } => "unknown-item",
            ProblemKind::UnknownRoute { .. } => "unknown-route",
            ProblemKind::UnpublishedTarget { .. } => "link-to-unpublished",
            ProblemKind::UnknownAnchor { .. } => "dead-anchor",
            ProblemKind::SelfReference => "self-reference",
            ProblemKind::FuturePublication { .. } => "future-publication",
            ProblemKind::FutureUpdate(_) => "future-update",
            ProblemKind::UpdatedBeforePublished { .. } => "updated-before-published",
            ProblemKind::EndBeforeStart { .. } => "end-before-start",
            ProblemKind::BulletinOrder { .. } => "bulletin-order",
            ProblemKind::MissingMedia { .. } => "missing-media",
            ProblemKind::AttachmentType { .. } => "attachment-type",
            ProblemKind::Picture(fault) => fault.code(),
            ProblemKind::PhotoLocation => "photo-location",
            ProblemKind::SmallCover { .. } => "small-cover",
            ProblemKind::UnpublishedMedia { .. } => "unpublished-media",
            ProblemKind::DuplicateSection(_) => "duplicate-section",
            ProblemKind::DuplicateMember { .. } => "duplicate-member",
            ProblemKind::DuplicateTitle { .. } => "duplicate-title",
            ProblemKind::LongTitle { .. } => "long-title",
            ProblemKind::DuplicateLink { .. } => "duplicate-link",
            ProblemKind::DuplicateSynonym(_) => "duplicate-synonym",
            ProblemKind::LoneSynonym => "lone-synonym",
            ProblemKind::DuplicateLegacyUrl { .. } => "duplicate-legacy-url",
            ProblemKind::LegacyPathTaken(_) => "legacy-path-taken",
            ProblemKind::LowContrast { .. } => "low-contrast",
            ProblemKind::BulletinGap { .. } => "bulletin-gap",
            ProblemKind::StaleSection { .. } => "stale-section",
            ProblemKind::InsecureUrl => "insecure-url",
            ProblemKind::IpHost(_) => "ip-host",
            ProblemKind::ShortLinkHost(_) => "short-link-host",
            ProblemKind::WithdrawnWithoutReason => "withdrawn-without-reason",
            ProblemKind::RepostWithoutUrl => "repost-without-url",
            ProblemKind::EmptySummary => "empty-summary",
            ProblemKind::SummaryLength { .. } => "summary-length",
            ProblemKind::IntroAndBody => "intro-and-body",
            ProblemKind::ExpectedPage(_) => "expected-page",
            ProblemKind::Body(fault) => fault.code(),
        }
    }

    /// Returns the severity.
    pub fn severity(&self) -> Severity {
        match self {
            ProblemKind::ByteOrderMark
            | ProblemKind::UnknownFile { .. }
            | ProblemKind::UnknownFolder { .. }
            | ProblemKind::SmallCover { .. }
            | ProblemKind::DuplicateTitle { .. }
            | ProblemKind::LongTitle { .. }
            | ProblemKind::DuplicateSynonym(_)
            | ProblemKind::LoneSynonym
            | ProblemKind::LowContrast { .. }
            | ProblemKind::WithdrawnWithoutReason
            | ProblemKind::EmptySummary
            | ProblemKind::SummaryLength { .. }
            | ProblemKind::ExpectedPage(_) => Severity::Warning,
            ProblemKind::BulletinGap { .. }
            | ProblemKind::StaleSection { .. }
            | ProblemKind::UnpublishedMedia { .. }
            | ProblemKind::InsecureUrl => Severity::Note,
            ProblemKind::Picture(fault) => fault.severity(),
            ProblemKind::Body(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }
}
