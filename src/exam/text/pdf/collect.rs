//! What is drawn on a page, glyph by glyph, with what decides whether it can be seen: clipping, opacity, colour, what lies
//! under it and over it.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph, GlyphId, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::Fonts;
use super::cells::UNKNOWN;
use super::paint::{self, Colour, Painted};
use super::rows::Placed;
use super::tables::{Rules, Strokes};
use crate::limits;

/// Units of the em square in which outlines and advances are given.
const EM: f64 = 1000.0;
/// Points. Nobody reads smaller letters; ornaments of security print are.
const SMALLEST: f64 = 1.0;

/// Work that a PDF may still ask for, in steps of about a microsecond. It is counted, not timed, so that the same octets
/// always read the same.
pub(super) struct Budget {
    left: usize,
    glyphs: usize,
    /// What one use of a form costs.
    form: usize,
}

impl Budget {
    pub(super) fn new(form: usize) -> Self {
        Self { left: limits::PDF_WORK, glyphs: limits::PDF_GLYPHS, form }
    }

    /// Glyphs of a page that has been read.
    pub(super) fn took(&mut self, glyphs: usize) {
        self.glyphs = self.glyphs.saturating_sub(glyphs);
    }

    pub(super) fn is_spent(&self) -> bool {
        self.left == 0
    }

    /// Ends the reading where too much was asked for. The interpreter cannot be told to stop, so this leaves it the way a
    /// panic would, without being one: nothing is printed, and the caller catches it.
    fn spend(&mut self, work: usize) {
        self.left = self.left.saturating_sub(work);
        if self.left == 0 {
            std::panic::resume_unwind(Box::new("out of work"));
        }
    }
}

/// In which direction text runs on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Direction {
    Right,
    Down,
    Left,
    Up,
}

/// The frame in which the text of a page is upright, and the size of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    direction: Direction,
    width: f64,
    height: f64,
}

impl Turn {
    pub(super) fn to_frame(self, point: Point) -> Point {
        match self.direction {
            Direction::Right => point,
            Direction::Down => Point::new(point.y, self.width - point.x),
            Direction::Left => Point::new(self.width - point.x, self.height - point.y),
            Direction::Up => Point::new(self.height - point.y, point.x),
        }
    }

    /// Left, top, right, bottom in the frame of the text to the same on the page.
    pub(super) fn onto_page(self, [left, top, right, bottom]: [f64; 4]) -> [f64; 4] {
        match self.direction {
            Direction::Right => [left, top, right, bottom],
            Direction::Down => [self.width - bottom, left, self.width - top, right],
            Direction::Left => [self.width - right, self.height - bottom, self.width - left, self.height - top],
            Direction::Up => [top, self.height - right, bottom, self.height - left],
        }
    }
}

/// The glyphs of a page that can be seen, in the order in which they are drawn.
pub(super) struct Glyphs {
    pub(super) placed: Vec<Placed>,
    pub(super) turn: Turn,
    pub(super) rules: Rules,
}

/// A glyph as it is drawn.
struct Drawn {
    text: String,
    origin: Point,
    end: Point,
    size: f64,
    direction: Direction,
    middle: Point,
    colour: Option<Colour>,
}

#[derive(Clone, Copy)]
struct Group {
    opacity: f32,
    /// A mask or a way of mixing colours: what of it can be seen is not known.
    mixed: bool,
}

/// Takes down what is drawn.
pub(super) struct Collector<'b> {
    pub(super) budget: &'b mut Budget,
    fonts: &'b Fonts,
    page: Rect,
    clips: Vec<(Rect, bool)>,
    groups: Vec<Group>,
    drawn: Vec<Drawn>,
    painted: Vec<Painted>,
    strokes: Strokes,
    /// Whether a glyph of a font leaves ink.
    ink: HashMap<u128, bool>,
}

impl<'b> Collector<'b> {
    pub(super) fn new(page: Rect, fonts: &'b Fonts, budget: &'b mut Budget) -> Self {
        let (clips, groups, drawn, painted) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { budget, fonts, page, clips, groups, drawn, painted, strokes: Strokes::default(), ink: HashMap::new() }
    }

    fn clip(&self) -> (Rect, bool) {
        self.clips.last().copied().unwrap_or((self.page, true))
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(Group { opacity: 1.0, mixed: false })
    }

    fn push_clip(&mut self, area: Rect, exact: bool) {
        let (clip, all) = self.clip();
        self.clips.push((clip.intersect(area), exact && all));
    }

    /// What can be seen, in the frame of most of it.
    pub(super) fn finish(self) -> Glyphs {
        let Self { budget, page, drawn, painted, strokes, .. } = self;
        budget.spend(drawn.len().saturating_mul(painted.len()) / 100);
        let mut seen: Vec<Drawn> = Vec::with_capacity(drawn.len());
        for (number, glyph) in drawn.into_iter().enumerate() {
            if paint::is_seen(&painted, number, glyph.middle, glyph.colour) {
                seen.push(glyph);
            }
        }
        let directions = [Direction::Right, Direction::Down, Direction::Left, Direction::Up];
        let count = |direction| seen.iter().filter(|glyph| glyph.direction == direction).count();
        let direction =
            directions.into_iter().rev().max_by_key(|direction| count(*direction)).unwrap_or(Direction::Right);
        let turn = Turn { direction, width: page.width(), height: page.height() };
        let upright = seen.into_iter().filter(|glyph| glyph.direction == direction);
        let placed = upright.map(|glyph| {
            let (origin, end) = (turn.to_frame(glyph.origin), turn.to_frame(glyph.end));
            Placed { text: glyph.text, left: origin.x, right: end.x, baseline: origin.y, size: glyph.size }
        });
        let (placed, rules) = (placed.collect::<Vec<_>>(), strokes.in_frame(turn));
        budget.spend(placed.len().saturating_mul(rules.len()) / 300);
        Glyphs { placed, turn, rules }
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend((path.elements().len() / 8).saturating_add(1));
        self.strokes.add(path, props.transform);
        let group = self.group();
        let plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal && !group.mixed;
        if plain && group.opacity >= paint::OPAQUE {
            let paint = (props.transform, &props.paint, mode);
            self.painted.extend(Painted::path(path, paint, self.clip(), self.drawn.len()));
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        // Every use of a form begins with one: the only sign of it there is.
        let work = self.budget.form.saturating_add(clip.path.elements().len() / 8);
        self.budget.spend(work);
        let bounds = clip.path.bounding_box();
        let exact = clip.path.elements().len() <= 6 && (clip.path.area().abs() - bounds.area()).abs() < 0.1;
        self.push_clip(bounds, exact);
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.budget.spend(1);
        self.push_clip(*rect, true);
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.budget.spend(1);
        let Group { opacity: outer, mixed } = self.group();
        let mixed = mixed || mask.is_some() || blend != BlendMode::Normal;
        self.groups.push(Group { opacity: outer * opacity, mixed });
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.budget.spend(1);
        let group = self.group();
        if !group.mixed && props.soft_mask.is_none() && group.opacity >= paint::OPAQUE {
            self.painted.extend(Painted::image(&image, props.transform, self.clip(), self.drawn.len()));
        }
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend(run.glyphs().len().saturating_add(1));
        let group = self.group();
        let (colour, alpha) = paint::colour(&props.paint);
        // A soft mask may hide anything, and only drawing it would tell.
        let unseen = matches!(mode, DrawMode::Invisible) || alpha * group.opacity < paint::CLEAR;
        if unseen || props.soft_mask.is_some() || run.writing_mode() == WritingMode::Vertical {
            return;
        }
        for glyph in run.glyphs() {
            if self.drawn.len() >= self.budget.glyphs {
                return;
            }
            let place = place(props.transform * glyph.transform(), advance(glyph));
            let Some((origin, end, size, direction)) = place else { continue };
            let middle = Point::new((origin.x + end.x) / 2.0, (origin.y + end.y) / 2.0) + up(direction, 0.3 * size);
            if !self.clip().0.contains(middle) {
                continue;
            }
            let Some(text) = self.text(glyph) else { continue };
            self.drawn.push(Drawn { text, origin, end, size, direction, middle, colour });
        }
    }
}

impl Collector<'_> {
    /// What the glyph stands for. A glyph without ink is a space, whatever its font calls it; one without a name is unknown.
    fn text(&mut self, glyph: &Glyph<'_>) -> Option<String> {
        let named = match glyph.as_unicode() {
            Some(BfString::Char(character)) => Some(character.to_string()),
            Some(BfString::String(text)) => Some(text),
            None => None,
        };
        let private = |c: char| c.is_control() || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{fffd}');
        let named = named.filter(|text| !text.is_empty());
        if named.as_ref().is_some_and(|text| text.chars().all(|c| c.is_whitespace() && !c.is_control())) {
            return named;
        }
        if let Glyph::Outline(outline) = glyph {
            let budget = &mut *self.budget;
            let ink = self.ink.entry(outline.identifier().cache_key()).or_insert_with(|| {
                budget.spend(5);
                !outline.outline().elements().is_empty()
            });
            // A font that is not in the file is replaced, here by one that lacks letters the reader's own has.
            let lacking = outline.glyph_id() == GlyphId::NOTDEF && self.fonts.are_borrowed() && named.is_some();
            if !*ink && !lacking {
                // A division that is not used, or a mark without width, takes no room.
                let unseen = named.filter(|text| !text.chars().any(crate::exam::text::is_seen));
                return unseen.or_else(|| (advance(glyph) > 0.0).then(|| " ".to_owned()));
            }
        }
        Some(named.filter(|text| !text.chars().any(private)).unwrap_or_else(|| UNKNOWN.to_string()))
    }
}

fn advance(glyph: &Glyph<'_>) -> f64 {
    let advance = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    f64::from(advance.unwrap_or(500.0))
}

/// Where a glyph begins and ends on its baseline, its size and the direction of its text. Askew and mirrored text has none:
/// a stamp written across the page is no part of its lines.
fn place(transform: Affine, advance: f64) -> Option<(Point, Point, f64, Direction)> {
    let origin = transform * Point::ORIGIN;
    let along = transform * Point::new(EM, 0.0) - origin;
    let above = transform * Point::new(0.0, EM) - origin;
    let end = transform * Point::new(advance, 0.0);
    let finite = [origin.x, origin.y, end.x, end.y, above.x, above.y].iter().all(|value| value.is_finite());
    let level = |small: f64, large: f64| small.abs() <= 0.05 * large.abs();
    let direction = match (along.x, along.y) {
        (x, y) if level(y, x) && x > 0.0 && above.y < 0.0 => Direction::Right,
        (x, y) if level(y, x) && x < 0.0 && above.y > 0.0 => Direction::Left,
        (x, y) if level(x, y) && y > 0.0 && above.x > 0.0 => Direction::Down,
        (x, y) if level(x, y) && y < 0.0 && above.x < 0.0 => Direction::Up,
        _ => return None,
    };
    let size = match direction {
        Direction::Right | Direction::Left => above.y.abs(),
        Direction::Down | Direction::Up => above.x.abs(),
    };
    let wide = along.hypot() > SMALLEST / 4.0;
    (finite && wide && size >= SMALLEST).then_some((origin, end, size, direction))
}

fn up(direction: Direction, length: f64) -> hayro_interpret::kurbo::Vec2 {
    match direction {
        Direction::Right => (0.0, -length).into(),
        Direction::Down => (length, 0.0).into(),
        Direction::Left => (0.0, length).into(),
        Direction::Up => (-length, 0.0).into(),
    }
}
