//! Every cause, check and verdict as a sentence, in Latvian and English.
