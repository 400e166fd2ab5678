//! Shapes that mean something without their colour, as in the window: check in a circle, cross in an octagon, question mark in a
//! diamond, exclamation mark in a triangle, dash in a square.

use krilla::geom::{Path, PathBuilder};
use krilla::num::NormalizedF32;
use krilla::paint::{LineCap, LineJoin, Stroke};

use super::super::look::Tone;
use super::Brush;

/// How far the handles of a curve stand from its ends, for a quarter of a circle of radius 1.
const QUARTER: f32 = 0.552_284_8;

/// Draws the shape of a tone into the square with this upper left corner.
pub(super) fn shape(brush: &mut Brush<'_, '_>, tone: Tone, x: f32, y: f32, side: f32) {
    let radius = side * 0.47;
    let (x, y) = (x + side / 2.0, y + side / 2.0);
    let at = |dx: f32, dy: f32| (x + dx * radius, y + dy * radius);
    let width = (side * 0.1).max(0.9);
    let dot = |dy: f32| circle(x, y + dy * radius, width * 0.62);
    brush.ink(tone.ink());
    match tone {
        Tone::Good => {
            brush.fill(circle(x, y, radius));
            stroke(brush, tone, width, &[at(-0.48, 0.02), at(-0.12, 0.4), at(0.5, -0.36)]);
        }
        Tone::Bad => {
            brush.fill(polygon(x, y, radius * 1.04, 8, 22.5));
            stroke(brush, tone, width, &[at(-0.38, -0.38), at(0.38, 0.38)]);
            stroke(brush, tone, width, &[at(-0.38, 0.38), at(0.38, -0.38)]);
        }
        Tone::Doubt => {
            brush.fill(polygon(x, y, radius * 1.08, 4, 0.0));
            let hook =
                [(-0.26, -0.22), (-0.2, -0.44), (0.02, -0.52), (0.24, -0.42), (0.26, -0.2), (0.08, -0.02), (0.0, 0.2)];
            stroke(brush, tone, width, &hook.map(|(dx, dy)| at(dx, dy)));
            upon(brush, tone, dot(0.46));
        }
        Tone::Other => {
            brush.fill(closed(&[at(0.0, -0.98), at(1.08, 0.9), at(-1.08, 0.9)]));
            stroke(brush, tone, width, &[at(0.0, -0.34), at(0.0, 0.26)]);
            upon(brush, tone, dot(0.6));
        }
        Tone::Quiet => {
            let half = radius * 0.9;
            brush.fill(rounded(x - half, y - half, half * 2.0, half * 2.0, radius * 0.3));
            stroke(brush, tone, width, &[at(-0.44, 0.0), at(0.44, 0.0)]);
        }
    }
}

/// Filled with the colour of the ground.
fn upon(brush: &mut Brush<'_, '_>, tone: Tone, path: Option<Path>) {
    brush.ink(tone.ground());
    brush.fill(path);
}

/// A line through points, in the colour of the ground.
fn stroke(brush: &mut Brush<'_, '_>, tone: Tone, width: f32, points: &[(f32, f32)]) {
    let Some(path) = open(points).finish() else { return };
    let [red, green, blue] = tone.ground();
    let paint = krilla::color::rgb::Color::new(red, green, blue).into();
    let opacity = NormalizedF32::ONE;
    let (line_cap, line_join) = (LineCap::Round, LineJoin::Round);
    brush.surface.set_fill(None);
    brush.surface.set_stroke(Some(Stroke { paint, width, opacity, line_cap, line_join, ..Stroke::default() }));
    brush.surface.draw_path(&path);
    brush.surface.set_stroke(None);
}

fn open(points: &[(f32, f32)]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for (number, (x, y)) in points.iter().enumerate() {
        if number == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path
}

fn closed(points: &[(f32, f32)]) -> Option<Path> {
    let mut path = open(points);
    path.close();
    path.finish()
}

fn polygon(x: f32, y: f32, radius: f32, corners: u8, turn: f32) -> Option<Path> {
    let step = 360.0 / f32::from(corners);
    let corner = |number: u8| {
        let angle = (turn + step * f32::from(number)).to_radians();
        (x + radius * angle.cos(), y + radius * angle.sin())
    };
    closed(&(0..corners).map(corner).collect::<Vec<_>>())
}

fn circle(x: f32, y: f32, radius: f32) -> Option<Path> {
    rounded(x - radius, y - radius, radius * 2.0, radius * 2.0, radius)
}

/// A rectangle with round corners.
pub(super) fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Option<Path> {
    let (right, bottom) = (x + width, y + height);
    if radius <= 0.0 {
        return closed(&[(x, y), (right, y), (right, bottom), (x, bottom)]);
    }
    let hold = radius * (1.0 - QUARTER);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.cubic_to(right - hold, y, right, y + hold, right, y + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - hold, right - hold, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.cubic_to(x + hold, bottom, x, bottom - hold, x, bottom - radius);
    path.line_to(x, y + radius);
    path.cubic_to(x, y + hold, x + hold, y, x + radius, y);
    path.close();
    path.finish()
}
