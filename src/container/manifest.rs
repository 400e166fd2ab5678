//! `META-INF/manifest.xml` (OpenDocument 1.2, part 3): a hint about media types, never proof.
