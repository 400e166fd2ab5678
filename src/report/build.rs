//! Evidence and conclusions to a report.

/// What a report is made of.
pub struct ReportParts;

/// Builds.
pub fn build() {}
