//! Many inputs, judged in parallel, in the order they were given.
