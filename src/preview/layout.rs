//! Where pages stand on the desk, how large, and in which parts they are drawn. Numbers only.

use super::Window;
use crate::limits;

/// How large pages are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// The widest page as wide as the desk.
    #[default]
    Width,
    /// So many percent of its size on paper.
    Percent(u16),
}

/// The steps of zooming, in percent.
const STEPS: [u16; 10] = [50, 67, 80, 100, 125, 150, 200, 250, 300, 400];
/// A screen has 96 points to an inch, paper 72.
const PAPER: f32 = 96.0 / 72.0;
/// Between pages, and around them.
const GAP: f32 = 12.0;

impl Zoom {
    /// One step larger than what is seen now.
    #[must_use]
    pub fn larger(percent: u16) -> Self {
        Self::Percent(STEPS.into_iter().find(|step| *step > percent).unwrap_or(400))
    }

    /// One step smaller than what is seen now.
    #[must_use]
    pub fn smaller(percent: u16) -> Self {
        Self::Percent(STEPS.into_iter().rev().find(|step| *step < percent).unwrap_or(50))
    }
}

/// One page on the desk, in points of the screen from the desk's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// All pages, one below the other, each in the middle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Points of the screen to a point of paper.
    pub scale: f32,
    /// Width of everything.
    pub width: f32,
    /// Height of everything.
    pub height: f32,
    /// The pages.
    pub sheets: Vec<Sheet>,
}

impl Desk {
    /// Lays pages of these sizes out in so much width.
    #[must_use]
    pub fn new(sizes: &[[f32; 2]], zoom: Zoom, available: f32) -> Self {
        let widest = sizes.iter().map(|[width, _]| *width).fold(1.0, f32::max);
        let scale = match zoom {
            Zoom::Width => ((available - 2.0 * GAP) / widest).clamp(0.05, 4.0 * PAPER),
            Zoom::Percent(percent) => f32::from(percent.clamp(50, 400)) / 100.0 * PAPER,
        };
        let width = available.max(widest * scale + 2.0 * GAP);
        let mut top = GAP;
        let mut sheets = Vec::with_capacity(sizes.len());
        for [page_width, page_height] in sizes {
            let (sheet_width, height) = (page_width * scale, page_height * scale);
            sheets.push(Sheet { left: (width - sheet_width) / 2.0, top, width: sheet_width, height });
            top += height + GAP;
        }
        Self { scale, width, height: top, sheets }
    }

    /// What is seen, in percent of the size on paper.
    #[must_use]
    pub fn percent(&self) -> u16 {
        whole(self.scale / PAPER * 100.0)
    }

    /// Pages of which something lies between two heights, and the one after them.
    #[must_use]
    pub fn in_sight(&self, from: f32, to: f32) -> std::ops::Range<usize> {
        let first = self.sheets.iter().position(|sheet| sheet.top + sheet.height >= from).unwrap_or(self.sheets.len());
        let after = self.sheets.iter().position(|sheet| sheet.top > to).unwrap_or(self.sheets.len());
        first.min(after)..after.saturating_add(1).min(self.sheets.len())
    }

    /// Thousandths of a pixel to a point of paper, for a page of this size on a screen of so many pixels to a point.
    #[must_use]
    pub fn pixel_scale(&self, size: [f32; 2], pixels_per_point: f32) -> u16 {
        let longest = size[0].max(size[1]).max(1.0);
        let most = f32::from(limits::PREVIEW_PAGE_PIXELS) / longest;
        whole((self.scale * pixels_per_point).min(most) * 1_000.0).max(1)
    }
}

/// Where pages will stand, known before they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width of the desk, in points of the screen.
    pub width: f32,
    /// How large pages will be.
    pub zoom: Zoom,
    /// Pixels of the screen to a point of it.
    pub pixels_per_point: f32,
}

impl Room {
    /// The part of the first page that will be wanted first.
    #[must_use]
    pub fn first(&self, sizes: &[[f32; 2]]) -> Option<Window> {
        let size = *sizes.first()?;
        let scale = Desk::new(sizes, self.zoom, self.width).pixel_scale(size, self.pixels_per_point);
        parts(0, size, scale).into_iter().next()
    }
}

/// The parts in which a page is drawn, left to right and top to bottom.
#[must_use]
pub fn parts(page: u32, size: [f32; 2], scale: u16) -> Vec<Window> {
    let pixels = |side: f32| whole((side * f32::from(scale) / 1_000.0).ceil()).max(1);
    let (width, height) = (pixels(size[0]), pixels(size[1]));
    let mut parts = Vec::new();
    for top in (0..height).step_by(usize::from(limits::PREVIEW_TILE)) {
        for left in (0..width).step_by(usize::from(limits::PREVIEW_TILE)) {
            let (right, bottom) = (width.saturating_sub(left), height.saturating_sub(top));
            let side = |rest: u16| rest.min(limits::PREVIEW_TILE);
            parts.push(Window { page, scale, left, top, width: side(right), height: side(bottom) });
        }
    }
    parts
}

/// The whole number below; what is no number is 0, what is too large the largest.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Saturates; there is no other way.
fn whole(number: f32) -> u16 {
    number.round() as u16
}

/// As [`whole`].
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Saturates; there is no other way.
pub(super) fn whole_f64(number: f64) -> u32 {
    number.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const A4: [f32; 2] = [595.0, 842.0];

    #[test]
    fn the_widest_page_fills_the_width_and_others_stand_in_the_middle() {
        let desk = Desk::new(&[A4, [842.0, 595.0]], Zoom::Width, 866.0);
        assert!((desk.scale - 1.0).abs() < 0.001, "{}", desk.scale);
        let [first, second] = desk.sheets.as_slice() else { panic!() };
        assert!((first.left - 135.5).abs() < 0.01 && (second.left - GAP).abs() < 0.01);
        assert!((second.top - (842.0 + 2.0 * GAP)).abs() < 0.01);
        assert!((desk.height - (842.0 + 595.0 + 3.0 * GAP)).abs() < 0.01);
    }

    #[test]
    fn a_hundred_percent_is_the_size_on_paper() {
        let desk = Desk::new(&[A4], Zoom::Percent(100), 300.0);
        assert!((desk.sheets[0].width - 595.0 * PAPER).abs() < 0.01);
        assert_eq!(desk.percent(), 100);
        assert!(desk.width > 300.0, "wider than the window: it scrolls");
        assert_eq!(Desk::new(&[A4], Zoom::Percent(9_999), 300.0).percent(), 400);
    }

    #[test]
    fn zooming_walks_its_steps_and_stops_at_the_ends() {
        assert_eq!(Zoom::larger(100), Zoom::Percent(125));
        assert_eq!(Zoom::larger(73), Zoom::Percent(80));
        assert_eq!(Zoom::larger(400), Zoom::Percent(400));
        assert_eq!(Zoom::smaller(100), Zoom::Percent(80));
        assert_eq!(Zoom::smaller(20), Zoom::Percent(50));
    }

    #[test]
    fn pages_in_sight_and_one_more_are_wanted() {
        let desk = Desk::new(&[A4; 200], Zoom::Percent(100), 800.0);
        assert_eq!(desk.in_sight(0.0, 700.0), 0..2);
        assert_eq!(desk.in_sight(1_000.0, 1_300.0), 0..3);
        assert_eq!(desk.in_sight(desk.height - 500.0, desk.height), 199..200);
        assert_eq!(Desk::default().in_sight(0.0, 100.0), 0..0);
    }

    #[test]
    fn parts_cover_the_page_once() {
        for (size, scale) in [(A4, 1_333), (A4, 10_666), ([14_400.0, 10.0], 4_000), ([1.0, 1.0], 1)] {
            let parts = parts(0, size, scale);
            let area: u64 = parts.iter().map(|part| u64::from(part.width) * u64::from(part.height)).sum();
            let right = parts.iter().map(|part| u32::from(part.left) + u32::from(part.width)).max().unwrap();
            let bottom = parts.iter().map(|part| u32::from(part.top) + u32::from(part.height)).max().unwrap();
            assert_eq!(area, u64::from(right) * u64::from(bottom));
            assert!(parts.iter().all(|part| part.width <= limits::PREVIEW_TILE && part.height <= limits::PREVIEW_TILE));
        }
    }

    #[test]
    fn what_is_wanted_first_is_known_before_it_is_wanted() {
        let room = Room { width: 600.0, zoom: Zoom::Width, pixels_per_point: 1.5 };
        let sizes = [A4, [842.0, 595.0]];
        let scale = Desk::new(&sizes, Zoom::Width, 600.0).pixel_scale(A4, 1.5);
        assert_eq!(room.first(&sizes), parts(0, A4, scale).first().copied());
        assert_eq!(room.first(&[]), None);
    }

    #[test]
    fn no_page_is_drawn_larger_than_can_be_counted() {
        let huge = [limits::PREVIEW_PAGE_POINTS; 2];
        let desk = Desk::new(&[huge], Zoom::Percent(400), 800.0);
        let scale = desk.pixel_scale(huge, 3.0);
        assert!(f32::from(scale) / 1_000.0 * huge[0] <= f32::from(limits::PREVIEW_PAGE_PIXELS) + 10.0);
        assert_eq!(whole(f32::NAN), 0);
    }
}
