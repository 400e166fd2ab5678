//! JSON: the report as its schema has it.
