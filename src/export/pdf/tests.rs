//! Layout and text of the pages.
