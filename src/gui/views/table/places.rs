//! Where columns stand. They always fit the window: those that matter least make way first.

use egui::{Rangef, Rect};

use super::super::super::table::Column;

/// Columns that have room, with where they stand from the left edge.
pub(super) struct Places {
    pub(super) columns: Vec<(Column, Rangef)>,
}

impl Places {
    /// In so much width, by shares for all columns in their order.
    pub(super) fn of(width: f32, shares: &[f32]) -> Self {
        let mut shown: Vec<Column> = Column::ALL.to_vec();
        for column in LEAST_FIRST {
            if shown.iter().map(|column| least(*column)).sum::<f32>() <= width {
                break;
            }
            shown.retain(|other| other != &column);
        }
        let wish = |column: Column| weight(column) * share(shares, column);
        let (needed, wished) =
            shown.iter().fold((0.0, 0.0), |(needed, wished), column| (needed + least(*column), wished + wish(*column)));
        // What is left over goes by wish; nothing becomes narrower than it can be read.
        let spare = (width - needed).max(0.0);
        let mut left = 0.0;
        let place = |column: Column| {
            let right = left + least(column) + spare * wish(column) / f32::max(wished, 0.001);
            let place = Rangef::new(left, right);
            left = right;
            (column, place)
        };
        Self { columns: shown.into_iter().map(place).collect() }
    }
}

impl Places {
    /// The columns of a row that fills `area`.
    pub(super) fn cells(&self, area: Rect) -> impl Iterator<Item = (Column, Rect)> {
        let left = area.left();
        self.columns
            .iter()
            .map(move |(column, range)| (*column, area.with_min_x(left + range.min).with_max_x(left + range.max)))
    }
}

/// Shares with the boundary after a column moved by so many points.
pub(super) fn moved(shares: &[f32], places: &Places, after: usize, by: f32) -> Option<Vec<f32>> {
    let (left, area) = *places.columns.get(after)?;
    let (right, beside) = *places.columns.get(after.checked_add(1)?)?;
    let spare = |column: Column, area: Rangef| (area.span() - least(column)).max(0.0);
    let (left_spare, right_spare) = (spare(left, area), spare(right, beside));
    let by = by.clamp(-left_spare, right_spare);
    let total: f32 = places.columns.iter().map(|(column, area)| spare(*column, *area)).sum();
    let wished: f32 = places.columns.iter().map(|(column, _)| weight(*column) * share(shares, *column)).sum();
    let mut moved: Vec<f32> = Column::ALL.iter().map(|column| share(shares, *column)).collect();
    for (column, spare) in [(left, left_spare + by), (right, right_spare - by)] {
        let at = Column::ALL.iter().position(|other| *other == column)?;
        *moved.get_mut(at)? = (spare / total.max(1.0) * wished / weight(column)).clamp(0.0, 1_000.0);
    }
    Some(moved)
}

fn share(shares: &[f32], column: Column) -> f32 {
    let at = Column::ALL.iter().position(|other| *other == column);
    at.and_then(|at| shares.get(at)).copied().filter(|share| share.is_finite()).unwrap_or(1.0)
}

/// What makes way first where there is little room.
const LEAST_FIRST: [Column; 7] =
    [Column::Code, Column::Time, Column::Issuer, Column::Level, Column::Year, Column::Why, Column::File];

/// The narrowest it may be, in points.
fn least(column: Column) -> f32 {
    match column {
        Column::Verdict => 172.0,
        Column::Person => 120.0,
        Column::Code => 112.0,
        Column::Exam => 110.0,
        Column::Level => 84.0,
        Column::Year => 92.0,
        Column::Result => 92.0,
        Column::Issuer => 86.0,
        Column::Time => 92.0,
        Column::File => 110.0,
        Column::Why => 130.0,
    }
}

/// How much of the room that is left over it takes.
fn weight(column: Column) -> f32 {
    match column {
        Column::Verdict | Column::Code | Column::Year | Column::Result | Column::Time => 0.1,
        Column::Level | Column::Issuer => 0.6,
        Column::Person | Column::Exam => 1.0,
        Column::File => 1.4,
        Column::Why => 2.4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVEN: [f32; 11] = [1.0; 11];

    fn right(places: &Places) -> f32 {
        places.columns.last().unwrap().1.max
    }

    #[test]
    fn columns_fill_the_width_and_stand_beside_each_other() {
        for width in [700.0, 1_000.0, 1_300.0, 2_500.0] {
            let places = Places::of(width, &EVEN);
            assert!((right(&places) - width).abs() < 0.5, "{width}");
            assert!(places.columns.windows(2).all(|two| (two[0].1.max - two[1].1.min).abs() < 0.01));
            assert!(places.columns.iter().all(|(column, area)| area.span() >= least(*column) - 0.01));
        }
    }

    #[test]
    fn what_matters_least_makes_way_and_word_person_exam_and_result_stay() {
        let shown = |width| Places::of(width, &EVEN).columns.into_iter().map(|(column, _)| column).collect::<Vec<_>>();
        assert_eq!(shown(1_300.0), Column::ALL);
        assert!(!shown(1_150.0).contains(&Column::Code) && shown(1_150.0).contains(&Column::Why));
        assert_eq!(shown(100.0), [Column::Verdict, Column::Person, Column::Exam, Column::Result]);
    }

    #[test]
    fn a_boundary_moves_as_far_as_its_neighbours_can_be_read() {
        let places = Places::of(1_400.0, &EVEN);
        let file = places.columns.iter().position(|(column, _)| *column == Column::File).unwrap();
        let shares = moved(&EVEN, &places, file, 30.0).unwrap();
        let after = Places::of(1_400.0, &shares);
        assert!((after.columns[file].1.span() - places.columns[file].1.span() - 30.0).abs() < 0.5);
        assert!((after.columns[0].1.span() - places.columns[0].1.span()).abs() < 0.5, "others stay");
        assert!((right(&after) - 1_400.0).abs() < 0.5);
        let far = Places::of(1_400.0, &moved(&EVEN, &places, file, -9_999.0).unwrap());
        assert!((far.columns[file].1.span() - least(Column::File)).abs() < 0.5);
        assert!(moved(&EVEN, &places, places.columns.len() - 1, 5.0).is_none(), "there is nothing beside the last");
    }
}
