//! One text layer for every format: runs of text with their places.
