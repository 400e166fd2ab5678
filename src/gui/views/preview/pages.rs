//! Pages on a desk that scrolls: those in sight and the next one, each sharp as soon as it is drawn so large.

use egui::accesskit::Role;
use egui::{Align, Id, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::super::preview::{Preview, PreviewStep, Tile};
use super::super::super::state::State;
use super::super::super::theme::Palette;
use super::super::super::update::Command;
use super::{fault_text, place_colours};
use crate::preview::{Desk, Room, Sheet, Window, parts};
use crate::words::Words;

/// The desk as it will be.
pub(super) fn room(ui: &Ui, state: &State) -> Room {
    // Without the bar that scrolls, so that a page of full width is not wider when it appears.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    Room { width, zoom: state.zoom, pixels_per_point: ui.pixels_per_point() }
}

/// Draws them, and says how large in percent of paper.
pub(super) fn draw(
    ui: &mut Ui,
    state: &State,
    preview: &Preview,
    sizes: &[[f32; 2]],
    commands: &mut Vec<Command>,
) -> u16 {
    let desk = Desk::new(sizes, state.zoom, room(ui, state).width);
    let mut area = ScrollArea::both().auto_shrink([false, false]).id_salt(&preview.key);
    let stay = Stay::of(ui, preview);
    if let Some(offset) = stay.offset(&desk) {
        area = area.scroll_offset(offset);
    }
    area.show_viewport(ui, |ui, viewport| {
        Stay::remember(ui, preview, &desk, viewport);
        if ui.rect_contains_pointer(ui.clip_rect()) {
            super::super::scroll_keys(ui);
        }
        ui.set_min_size(vec2(desk.width, desk.height));
        let origin = ui.min_rect().min;
        let seen = desk.in_sight(viewport.top(), viewport.bottom());
        let mut wanted = Vec::new();
        for (number, size) in sizes.iter().enumerate().skip(seen.start).take(seen.len()) {
            let (Some(sheet), Ok(page)) = (desk.sheets.get(number), u32::try_from(number)) else { continue };
            let scale = desk.pixel_scale(*size, ui.pixels_per_point());
            let place = placed(sheet, origin);
            let needed: Vec<_> =
                parts(page, *size, scale).into_iter().filter(|part| in_sight(part, *size, place, ui)).collect();
            one(ui, &state.words, preview, page, place, &desk, &needed);
            wanted.extend(needed);
        }
        if wanted != preview.wanted {
            commands.push(Command::Preview(PreviewStep::Want(wanted)));
        }
        follow(ui, preview, &desk, origin);
    });
    desk.percent()
}

/// What is in the middle of the window stays there when pages grow or shrink.
#[derive(Clone, Copy, Default)]
struct Stay {
    /// Points of the screen to a point of paper, when it was noted; 0 before.
    scale: f32,
    /// The middle, in shares of the desk.
    middle: Vec2,
    /// Half of the window.
    half: Vec2,
}

impl Stay {
    fn id(preview: &Preview) -> Id {
        Id::unique("middle of the desk").with(&preview.key)
    }

    fn of(ui: &Ui, preview: &Preview) -> Self {
        ui.data_mut(|data| *data.get_temp_mut_or_default(Self::id(preview)))
    }

    fn remember(ui: &Ui, preview: &Preview, desk: &Desk, seen: Rect) {
        let whole = vec2(desk.width.max(1.0), desk.height.max(1.0));
        let stay = Self { scale: desk.scale, middle: seen.center().to_vec2() / whole, half: seen.size() / 2.0 };
        ui.data_mut(|data| data.insert_temp(Self::id(preview), stay));
    }

    /// Where to scroll to, where the size has changed.
    fn offset(self, desk: &Desk) -> Option<Vec2> {
        let changed = self.scale > 0.0 && (self.scale - desk.scale).abs() > 0.000_1;
        let offset = self.middle * vec2(desk.width, desk.height) - self.half;
        changed.then(|| offset.max(Vec2::ZERO))
    }
}

fn placed(sheet: &Sheet, origin: Pos2) -> Rect {
    Rect::from_min_size(origin + vec2(sheet.left, sheet.top), vec2(sheet.width, sheet.height))
}

/// Parts of a large page that are out of sight are not drawn; of the next page, none is in sight and its top is wanted.
fn in_sight(part: &Window, size: [f32; 2], page: Rect, ui: &Ui) -> bool {
    let area = part_area(part, size, page);
    let below = page.top() > ui.clip_rect().bottom();
    let beside = area.x_range().intersection(ui.clip_rect().x_range()).span() > 0.0;
    ui.clip_rect().intersects(area) || (below && beside && part.top == 0)
}

/// Where a part of a page stands, whatever size it was drawn for.
fn part_area(part: &Window, size: [f32; 2], page: Rect) -> Rect {
    let points = |pixels: u16| f32::from(pixels) * 1_000.0 / f32::from(part.scale.max(1));
    let scale = page.width() / size[0].max(1.0);
    let min = page.min + vec2(points(part.left), points(part.top)) * scale;
    Rect::from_min_size(min, vec2(points(part.width), points(part.height)) * scale)
}

fn one(ui: &mut Ui, words: &Words, preview: &Preview, page: u32, place: Rect, desk: &Desk, needed: &[Window]) {
    let palette = Palette::of(ui.ctx());
    let painter = ui.painter().with_clip_rect(ui.clip_rect());
    painter.rect_filled(place, 0.0, palette.paper);
    let size = [place.width() / desk.scale, place.height() / desk.scale];
    let there = |tile: &&Tile| tile.window.page == page;
    let sharp = |tile: &Tile| needed.contains(&tile.window);
    // What was drawn for another size is better than nothing until the sharp one comes.
    let blurred = preview.tiles.iter().filter(there).filter(|tile| !sharp(tile));
    let sharp = preview.tiles.iter().filter(there).filter(|tile| sharp(tile));
    let clipped = painter.with_clip_rect(ui.clip_rect().intersect(place));
    for tile in blurred.chain(sharp) {
        let area = part_area(&tile.window, size, place);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        clipped.image(tile.texture.id(), area, whole, palette.paper);
    }
    painter.rect_stroke(place, 0.0, Stroke::new(1.0, palette.line), StrokeKind::Outside);
    marks(ui, preview, page, place, desk.scale);
    name(ui, words, preview, page, place, desk.sheets.len());
    if let Some(fault) = preview.failed.get(&page) {
        let inside = egui::UiBuilder::new().max_rect(place.shrink(16.0));
        ui.scope_builder(inside, |ui| super::head::notice(ui, &words.text(fault_text(*fault))));
    }
}

/// Outlines what is pointed at, and marks what a person went to or found.
fn marks(ui: &Ui, preview: &Preview, page: u32, place: Rect, scale: f32) {
    let (outline, marker) = place_colours(ui);
    let here = |area: [f32; 4]| on_page(area, place, scale).expand(3.0);
    let shown = |place_page: u32| place_page == page.saturating_add(1);
    let found = preview.hits.iter().filter(|hit| shown(hit.page)).filter_map(|hit| hit.area);
    // Who searches has left the place before.
    let marked = preview.marked.iter().filter(|_| preview.hits.is_empty());
    let marked = marked.filter(|place| shown(place.page)).filter_map(|place| place.area);
    for area in found.chain(marked.clone()) {
        ui.painter().rect_filled(here(area), 3.0, marker);
    }
    let current = preview.hits.get(preview.hit).filter(|hit| shown(hit.page)).and_then(|hit| hit.area);
    let pointed = preview.pointed.iter().filter(|place| shown(place.page)).filter_map(|place| place.area);
    for area in pointed.chain(marked).chain(current) {
        ui.painter().rect_stroke(here(area), 3.0, Stroke::new(2.0, outline), StrokeKind::Outside);
    }
}

/// An area in points of the page, on the screen; never beyond the page.
fn on_page([left, top, right, bottom]: [f32; 4], page: Rect, scale: f32) -> Rect {
    let area = Rect::from_min_max(pos2(left, top) * scale, pos2(right, bottom) * scale);
    area.translate(page.min.to_vec2()).intersect(page)
}

/// What a screen reader calls a page; the keyboard can stand on it.
fn name(ui: &Ui, words: &Words, preview: &Preview, page: u32, place: Rect, pages: usize) {
    let id = ui.scope_id().with((&preview.key, page));
    let response = ui.interact(place.intersect(ui.clip_rect()), id, Sense::focusable_noninteractive());
    let values = [("page", &*page.saturating_add(1).to_string()), ("pages", &*pages.to_string())];
    let name = words.text_with("gui-preview-page", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name.clone()));
    if response.has_focus() {
        ui.painter().rect_stroke(place, 0.0, ui.visuals().selection.stroke, StrokeKind::Outside);
    }
}

/// Scrolls to where a person went, once.
fn follow(ui: &Ui, preview: &Preview, desk: &Desk, origin: Pos2) {
    let id = Id::unique("place followed").with(&preview.key);
    let followed = ui.data_mut(|data| *data.get_temp_mut_or_default::<u32>(id));
    if followed == preview.jumps {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, preview.jumps));
    let Some(place) = preview.aim() else { return };
    let number = usize::try_from(place.page.saturating_sub(1)).unwrap_or(usize::MAX);
    let Some(sheet) = desk.sheets.get(number) else { return };
    let page = placed(sheet, origin);
    match place.area {
        Some(area) => ui.scroll_to_rect(on_page(area, page, desk.scale).expand(40.0), Some(Align::Center)),
        None => ui.scroll_to_rect(page, Some(Align::Min)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_of_the_page_is_found_on_the_screen() {
        let page = Rect::from_min_size(pos2(100.0, 50.0), vec2(1_190.0, 1_684.0));
        let area = on_page([10.0, 20.0, 110.0, 40.0], page, 2.0);
        assert_eq!(area, Rect::from_min_max(pos2(120.0, 90.0), pos2(320.0, 130.0)));
        let beyond = on_page([-50.0, 0.0, 9_999.0, 10.0], page, 2.0);
        assert!(page.contains_rect(beyond));
    }

    #[test]
    fn the_middle_stays_when_pages_grow() {
        let sizes = [[595.0, 842.0]; 3];
        let small = Desk::new(&sizes, crate::preview::Zoom::Percent(100), 400.0);
        let stay = Stay { scale: small.scale, middle: vec2(0.5, 0.5), half: vec2(200.0, 300.0) };
        assert_eq!(stay.offset(&small), None, "nothing changed");
        let large = Desk::new(&sizes, crate::preview::Zoom::Percent(200), 400.0);
        let offset = stay.offset(&large).unwrap();
        assert_eq!(offset + vec2(200.0, 300.0), vec2(large.width, large.height) / 2.0);
        assert_eq!(Stay::default().offset(&large), None, "nothing was seen before");
    }

    #[test]
    fn a_part_drawn_for_another_size_fills_the_same_place() {
        let page = Rect::from_min_size(pos2(0.0, 0.0), vec2(595.0, 842.0));
        for scale in [500, 1_000, 4_000] {
            let [first, ..] = parts(0, [595.0, 842.0], scale)[..] else { panic!() };
            let area = part_area(&first, [595.0, 842.0], page);
            let part = f32::from(first.width) * 1_000.0 / f32::from(scale);
            assert!(area.min == page.min && (area.width() - part).abs() < 0.01);
        }
    }
}
