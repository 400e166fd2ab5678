//! The headings: what a column shows, which way it is sorted, and where it ends.

use egui::accesskit::{Role, SortDirection};
use egui::{Align2, CursorIcon, FontId, Id, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::super::state::State;
use super::super::super::table::{Column, Order, Sort, TableStep};
use super::super::super::theme::{Palette, size, space};
use super::super::super::update::Command;
use super::super::text::leading;
use super::places::{Places, moved};
use crate::words::Words;

/// Name of a column.
pub(super) fn name(words: &Words, column: Column) -> String {
    words.text(match column {
        Column::Verdict => "rows-verdict",
        Column::Person => "rows-person",
        Column::Code => "rows-code",
        Column::Exam => "rows-exam",
        Column::Level => "rows-level",
        Column::Year => "rows-year",
        Column::Result => "rows-result",
        Column::Issuer => "rows-issuer",
        Column::Time => "rows-time",
        Column::File => "rows-file",
        Column::Why => "rows-why",
    })
}

pub(super) fn draw(ui: &mut Ui, state: &State, places: &Places, commands: &mut Vec<Command>) {
    let height = leading(size::SMALL) + 2.0 * space::S;
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    for (number, (column, cell)) in places.cells(area).enumerate() {
        heading(ui, state, column, cell, commands);
        boundary(ui, state, places, number, cell, commands);
    }
    let line = Stroke::new(1.0, Palette::of(ui.ctx()).line);
    ui.painter().hline(area.x_range(), area.bottom(), line);
}

/// From left to right and back to what it was at first.
fn next(sort: Sort, column: Column) -> Sort {
    match sort {
        Sort::By(sorted, Order::Rising) if sorted == column => Sort::By(column, Order::Falling),
        Sort::By(sorted, Order::Falling) if sorted == column => Sort::ProblemsFirst,
        _ => Sort::By(column, Order::Rising),
    }
}

fn heading(ui: &mut Ui, state: &State, column: Column, area: Rect, commands: &mut Vec<Command>) {
    let palette = Palette::of(ui.ctx());
    let response = ui.interact(area.shrink2(vec2(3.0, 0.0)), Id::unique(("heading", column)), Sense::click());
    let sorted = match state.table.sort {
        Sort::By(sorted, order) if sorted == column => Some(order),
        _ => None,
    };
    let name = name(&state.words, column);
    let said = match sorted {
        None => name.clone(),
        Some(order) => {
            let id = if order == Order::Rising { "rows-sorted-rising" } else { "rows-sorted-falling" };
            state.words.text_with(id, &[("column", &name)])
        }
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, said.clone()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if let Some(order) = sorted {
            let rising = order == Order::Rising;
            node.set_sort_direction(if rising { SortDirection::Ascending } else { SortDirection::Descending });
        }
    });
    let lit = response.hovered() || response.has_focus() || sorted.is_some();
    let ink = if lit { palette.text } else { palette.muted };
    let font = FontId::proportional(size::SMALL);
    let clipped = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
    let right = column == Column::Result;
    let (at, align) = if right {
        (area.right_center() - vec2(space::M, 0.0), Align2::RIGHT_CENTER)
    } else {
        (area.left_center() + vec2(space::XS, 0.0), Align2::LEFT_CENTER)
    };
    let text = clipped.text(at, align, name, font, ink);
    if let Some(order) = sorted {
        let way = if order == Order::Rising { 1.0 } else { -1.0 };
        let centre =
            if right { pos2(area.right() - 8.0, area.center().y) } else { text.right_center() + vec2(9.0, 0.0) };
        let corner = |x: f32, y: f32| centre + vec2(x, y * way);
        let points = vec![corner(-4.0, 2.5), corner(4.0, 2.5), corner(0.0, -3.5)];
        clipped.add(Shape::convex_polygon(points, ink, Stroke::NONE));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(area.shrink(2.0), 4.0, ui.visuals().selection.stroke, egui::StrokeKind::Inside);
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::Table(TableStep::Sort(next(state.table.sort, column))));
    }
}

/// The right edge of a column can be dragged.
fn boundary(ui: &mut Ui, state: &State, places: &Places, number: usize, column: Rect, commands: &mut Vec<Command>) {
    if number.saturating_add(1) >= places.columns.len() {
        return;
    }
    let grip = Rect::from_center_size(column.right_center(), vec2(7.0, column.height()));
    let response = ui.interact(grip, Id::unique(("boundary", number)), Sense::DRAG);
    let palette = Palette::of(ui.ctx());
    let held = response.hovered() || response.dragged();
    let line = Stroke::new(if held { 2.0 } else { 1.0 }, if held { palette.accent } else { palette.line });
    ui.painter().vline(column.right(), column.y_range().shrink(7.0), line);
    if response.dragged()
        && let Some(shares) = moved(&state.table.shares, places, number, response.drag_delta().x)
    {
        commands.push(Command::Table(TableStep::Share(shares)));
    }
    response.on_hover_cursor(CursorIcon::ResizeColumn);
}
