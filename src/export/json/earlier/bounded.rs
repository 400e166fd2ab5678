//! A list in a report, of no more rows than one run gives: the rest of a hostile one is not held.

use std::fmt::{self, Formatter};
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error as _, SeqAccess, Visitor};

use crate::limits;

/// What takes as much memory as this many rows.
pub(super) trait Rows {
    fn rows(&self) -> usize;
}

/// At most [`limits::FOLDER_FILES`] rows.
pub(super) struct Bounded<T>(pub(super) Vec<T>);

impl<'de, T: Deserialize<'de> + Rows> Deserialize<'de> for Bounded<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Elements(PhantomData))
    }
}

struct Elements<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Rows> Visitor<'de> for Elements<T> {
    type Value = Bounded<T>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "at most {} rows", limits::FOLDER_FILES)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let (mut found, mut rows) = (Vec::new(), 0_usize);
        while let Some(element) = elements.next_element::<T>()? {
            rows = rows.saturating_add(element.rows());
            if rows > limits::FOLDER_FILES {
                return Err(A::Error::custom(format_args!("more than {} rows", limits::FOLDER_FILES)));
            }
            found.push(element);
        }
        Ok(Bounded(found))
    }
}
