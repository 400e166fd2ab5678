//! What is painted on a page beside its text: whether a glyph stands out from what lies under it, and whether something lies
//! over it. Text that cannot be seen must never become a result.

use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape as _};
use hayro_interpret::{DrawMode, FillRule, Image, Paint};

/// Red, green, blue between 0 and 1.
pub(super) type Colour = [f32; 3];

const PAPER: Colour = [1.0, 1.0, 1.0];
/// Colours that differ by less in every part look the same.
const SAME_COLOUR: f32 = 0.05;
/// From here on a colour hides what is under it.
pub(super) const OPAQUE: f32 = 0.9;
/// Below this nothing is seen.
pub(super) const CLEAR: f32 = 0.05;
/// Shapes that are thinner hide no letter.
const THIN: f64 = 2.0;
/// Paths with more elements are ornaments: where exactly they are is not looked at.
const SIMPLE_PATH: usize = 64;

/// The place of a shape.
enum Extent {
    Box,
    Path(BezPath, FillRule),
    /// Somewhere within its box.
    Within,
}

/// A shape that hides what lies under it, or may.
pub(super) struct Painted {
    area: Rect,
    extent: Extent,
    /// `None` where it has many or they are not known.
    colour: Option<Colour>,
    hides: bool,
    /// Number of glyphs that were drawn before it.
    after: usize,
}

/// Colour and opacity; `None` as colour where it is a pattern.
pub(super) fn colour(paint: &Paint<'_>) -> (Option<Colour>, f32) {
    match paint {
        Paint::Color(colour) => {
            let [red, green, blue, alpha] = colour.to_rgba().components();
            (Some([red, green, blue]), alpha)
        }
        Paint::Pattern(_) => (None, 1.0),
    }
}

impl Painted {
    /// A filled path; `None` where it matters to no text. `clip` is where it can be seen, `exact` says whether all of it is.
    pub(super) fn path(
        path: &BezPath,
        (transform, paint, mode): (Affine, &Paint<'_>, &DrawMode),
        (clip, exact): (Rect, bool),
        after: usize,
    ) -> Option<Self> {
        let (DrawMode::Fill(rule) | DrawMode::FillAndStroke(rule, _)) = mode else { return None };
        let (colour, alpha) = colour(paint);
        let path = transform * path.clone();
        let bounds = path.bounding_box();
        let is_box = is_box(&path);
        let extent = match path.elements().len() {
            _ if is_box => Extent::Box,
            0..=SIMPLE_PATH => Extent::Path(path, *rule),
            _ => Extent::Within,
        };
        let hides = exact && colour.is_some() && !matches!(extent, Extent::Within);
        Self::within(bounds, clip, Self { area: bounds, extent, colour, hides, after }).filter(|_| alpha >= OPAQUE)
    }

    /// An image; it hides what lies under it unless it has a mask.
    pub(super) fn image(
        image: &Image<'_, '_>,
        transform: Affine,
        (clip, exact): (Rect, bool),
        after: usize,
    ) -> Option<Self> {
        let bounds = transform.transform_rect_bbox(Rect::new(0.0, 0.0, image.width().into(), image.height().into()));
        let masked = match image {
            Image::Stencil(_) => true,
            Image::Raster(raster) => {
                let dict = raster.stream().dict();
                [&b"SMask"[..], b"Mask", b"SMaskInData"].iter().any(|key| dict.contains_key(key))
            }
        };
        let [a, b, c, d, _, _] = transform.as_coeffs();
        let upright = (b.abs() < 1e-6 && c.abs() < 1e-6) || (a.abs() < 1e-6 && d.abs() < 1e-6);
        let extent = if masked || !upright { Extent::Within } else { Extent::Box };
        let hides = exact && !masked && upright;
        Self::within(bounds, clip, Self { area: bounds, extent, colour: None, hides, after })
    }

    fn within(bounds: Rect, clip: Rect, painted: Self) -> Option<Self> {
        let area = bounds.intersect(clip);
        (area.width() > THIN && area.height() > THIN).then_some(Self { area, ..painted })
    }

    fn covers(&self, point: Point) -> bool {
        self.area.contains(point)
            && match &self.extent {
                Extent::Box | Extent::Within => true,
                Extent::Path(path, FillRule::NonZero) => path.winding(point) != 0,
                Extent::Path(path, FillRule::EvenOdd) => path.winding(point) % 2 != 0,
            }
    }
}

/// Whether a glyph in this colour at this place, the `number`th of the page, can be seen.
pub(super) fn is_seen(painted: &[Painted], number: usize, middle: Point, colour: Option<Colour>) -> bool {
    let before = painted.partition_point(|shape| shape.after <= number);
    let (under, over) = painted.split_at_checked(before).unwrap_or((painted, &[]));
    if over.iter().any(|shape| shape.hides && shape.covers(middle)) {
        return false;
    }
    let ground = under.iter().rev().find(|shape| shape.covers(middle)).map_or(Some(PAPER), |shape| shape.colour);
    match (ground, colour) {
        (Some(ground), Some(colour)) => {
            ground.iter().zip(colour).any(|(ground, colour)| (ground - colour).abs() >= SAME_COLOUR)
        }
        // On an image or a pattern nobody knows; it is read as it is drawn.
        _ => true,
    }
}

/// Whether all points are corners of the path's own box and each corner is one of them.
fn is_box(path: &BezPath) -> bool {
    let bounds = path.bounding_box();
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    let straight = path.elements().iter().all(|element| {
        element.end_point().is_none_or(|point| {
            (near(point.x, bounds.x0) || near(point.x, bounds.x1))
                && (near(point.y, bounds.y0) || near(point.y, bounds.y1))
        })
    });
    let lines = path.segments().all(|segment| matches!(segment, hayro_interpret::kurbo::PathSeg::Line(_)));
    let whole = near(path.area().abs(), bounds.area());
    straight && lines && whole && path.elements().len() <= 6
}
