//! Shapes that mean something without their colour: check in a circle, cross in an octagon, question in a diamond,
//! exclamation mark in a triangle, dash in a square. Drawn, so that no font can lack them.

use egui::{Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::theme::{Ink, Palette, Tone};

/// Draws the shape of a tone, `side` points wide.
pub(super) fn draw(ui: &mut Ui, tone: Tone, side: f32) {
    let (area, _) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    paint(ui, tone, area);
}

/// Draws the shape of a tone into a square.
pub(super) fn paint(ui: &Ui, tone: Tone, area: Rect) {
    let side = area.width();
    let palette = Palette::of(ui.ctx());
    let (ink, ground) = (palette.ink(tone), palette.ground(tone));
    let (centre, radius) = (area.center(), side * 0.47);
    let painter = ui.painter();
    let thick = Stroke::new((side * 0.1).max(1.6), ground);
    let at = |x: f32, y: f32| pos2(centre.x + x * radius, centre.y + y * radius);
    match tone {
        Tone::Good => {
            painter.circle_filled(centre, radius, ink);
            painter.add(Shape::line(vec![at(-0.48, 0.02), at(-0.12, 0.4), at(0.5, -0.36)], thick));
        }
        Tone::Bad => {
            painter.add(Shape::convex_polygon(polygon(centre, radius * 1.04, 8, 22.5), ink, Stroke::NONE));
            painter.line_segment([at(-0.38, -0.38), at(0.38, 0.38)], thick);
            painter.line_segment([at(-0.38, 0.38), at(0.38, -0.38)], thick);
        }
        Tone::Doubt => {
            painter.add(Shape::convex_polygon(polygon(centre, radius * 1.08, 4, 0.0), ink, Stroke::NONE));
            let hook =
                [(-0.26, -0.22), (-0.2, -0.44), (0.02, -0.52), (0.24, -0.42), (0.26, -0.2), (0.08, -0.02), (0.0, 0.2)];
            painter.add(Shape::line(hook.iter().map(|(x, y)| at(*x, *y)).collect(), thick));
            painter.circle_filled(at(0.0, 0.46), thick.width * 0.62, ground);
        }
        Tone::Other => {
            let corners = vec![at(0.0, -0.98), at(1.08, 0.9), at(-1.08, 0.9)];
            painter.add(Shape::convex_polygon(corners, ink, Stroke::NONE));
            painter.line_segment([at(0.0, -0.34), at(0.0, 0.26)], thick);
            painter.circle_filled(at(0.0, 0.6), thick.width * 0.62, ground);
        }
        Tone::Quiet => {
            painter.rect_filled(Rect::from_center_size(centre, vec2(radius * 1.8, radius * 1.8)), radius * 0.3, ink);
            painter.line_segment([at(-0.44, 0.0), at(0.44, 0.0)], thick);
        }
    }
}

/// The program's sign: a seal with a check, as on its icon.
pub(super) fn seal(ui: &mut Ui, side: f32) {
    const SCALLOPS: u8 = 14;
    let (area, _) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    let palette = Palette::of(ui.ctx());
    let (centre, radius) = (area.center(), side * 0.43);
    let painter = ui.painter();
    painter.circle_filled(centre, radius, palette.accent);
    for bump in polygon(centre, radius * 0.95, SCALLOPS, 0.0) {
        painter.circle_filled(bump, side * 0.105, palette.accent);
    }
    painter.circle_stroke(centre, radius * 0.76, Stroke::new(side * 0.025, palette.background));
    let at = |x: f32, y: f32| pos2(centre.x + x * radius, centre.y + y * radius);
    let check = vec![at(-0.36, 0.02), at(-0.09, 0.29), at(0.38, -0.25)];
    painter.add(Shape::line(check, Stroke::new(side * 0.07, palette.background)));
}

fn polygon(centre: Pos2, radius: f32, corners: u8, turn: f32) -> Vec<Pos2> {
    let step = 360.0 / f32::from(corners);
    let corner = |number: u8| {
        let angle = (turn + step * f32::from(number)).to_radians();
        pos2(centre.x + radius * angle.cos(), centre.y + radius * angle.sin())
    };
    (0..corners).map(corner).collect()
}

/// A bar of so many hundredths of a percent, with its track.
pub(super) fn bar(ui: &mut Ui, hundredths: u16, width: f32, colour: Ink) {
    let (area, _) = ui.allocate_exact_size(vec2(width, 12.0), Sense::hover());
    let palette = Palette::of(ui.ctx());
    let share = (f32::from(hundredths) / 10_000.0).clamp(0.0, 1.0);
    ui.painter().rect_filled(area, 6.0, palette.line);
    let filled = Rect::from_min_size(area.min, vec2((area.width() * share).max(6.0), area.height()));
    ui.painter().rect_filled(filled, 6.0, colour);
}
