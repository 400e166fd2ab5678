//! Where everything stands: blocks in lines, lines on pages. Nothing is drawn here.

use super::letters::{Letters, Weight};
use super::look::{
    self, BODY, BOTTOM, HALF_LABELS, HEADING, Ink, LABELS, LEADING, RESULT, SIDE, SMALL, TITLE, TOP, Tone, UNCONFIRMED,
    WIDTH, WORD,
};
use super::sheet::{Block, Sheet};
use crate::words::Words;

/// Lines of a text in a panel; one of more stands below it, where pages may end.
const PANEL_LINES: usize = 8;
/// Room within a panel.
const PAD: f32 = 8.0;
/// Room for the shape of a fact or check.
const INDENT: f32 = 15.0;

/// Whose a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The title's.
    Title,
    /// The block's with this number.
    Block(usize),
    /// Nobody's: it says nothing that is not said in words.
    Decoration,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A line; where it stands is its base line.
    Text { text: String, weight: Weight, size: f32, ink: Ink },
    /// A shape in a square; where it stands is its upper left corner, as with all below.
    Shape { tone: Tone, side: f32 },
    /// A rounded ground.
    Panel { ink: Ink, width: f32, height: f32 },
    /// A line across.
    Rule { width: f32 },
}

/// A piece in its place, in points from the upper left corner of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) owner: Owner,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) piece: Piece,
}

/// The pages of a sheet, at least one.
pub(super) fn pages(sheet: &Sheet, letters: &Letters, words: &Words) -> Vec<Vec<Placed>> {
    let mut flow = Flow {
        letters,
        words,
        title: sheet.title(),
        pages: vec![Vec::new()],
        y: TOP,
        labels: LABELS,
        owner: Owner::Title,
    };
    flow.title();
    let mut lacks = letters.lacks(sheet.title());
    let mut blocks = sheet.blocks.iter().enumerate().peekable();
    while let Some((number, block)) = blocks.next() {
        flow.owner = Owner::Block(number);
        if number == 0 || matches!(block, Block::Heading(_)) {
            flow.labels = flow.width_of_labels(sheet.blocks.get(number.saturating_add(1)..).unwrap_or_default());
        }
        lacks |= block.texts().iter().any(|text| letters.lacks(text));
        match blocks.next_if(|(_, next)| flow.beside(block, next)) {
            Some((_, next)) => {
                flow.pair(block, next, number);
                lacks |= next.texts().iter().any(|text| letters.lacks(text));
            }
            None => flow.block(block),
        }
    }
    if lacks {
        flow.owner = Owner::Block(sheet.blocks.len());
        flow.text(&words.text("pdf-letters"), &Style::small());
    }
    flow.pages
}

/// How a text is written.
#[derive(Clone, Copy)]
struct Style {
    weight: Weight,
    size: f32,
    ink: Ink,
}

impl Style {
    fn body() -> Self {
        Self { weight: Weight::Regular, size: BODY, ink: look::TEXT }
    }

    fn small() -> Self {
        Self { weight: Weight::Regular, size: SMALL, ink: look::MUTED }
    }

    fn muted() -> Self {
        Self { ink: look::MUTED, ..Self::body() }
    }

    fn bold(size: f32) -> Self {
        Self { weight: Weight::Bold, size, ink: look::TEXT }
    }

    fn height(&self) -> f32 {
        self.size * LEADING
    }
}

/// Pages being filled from the top.
struct Flow<'f> {
    letters: &'f Letters,
    words: &'f Words,
    title: &'f str,
    pages: Vec<Vec<Placed>>,
    /// Where the next line begins.
    y: f32,
    /// Width of the column of labels in this section.
    labels: f32,
    owner: Owner,
}

impl Flow<'_> {
    fn place(&mut self, owner: Owner, x: f32, y: f32, piece: Piece) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed { owner, x, y, piece });
        }
    }

    /// A line whose upper edge is at `y`.
    fn line(&mut self, owner: Owner, x: f32, y: f32, text: String, style: &Style) {
        let Style { weight, size, ink } = *style;
        self.place(owner, x, y + size, Piece::Text { text, weight, size, ink });
    }

    /// Goes on where there are `height` points left: here, or on the next page.
    fn room(&mut self, height: f32) {
        if self.y + height <= BOTTOM || self.y <= TOP {
            return;
        }
        self.pages.push(Vec::new());
        self.y = TOP;
        let continued = self.words.text_with("pdf-continued", &[("title", self.title)]);
        let text = format!("{continued}. {}", self.words.text("pdf-not-original"));
        let style = Style::small();
        let text = self.letters.fitted(&self.letters.writable(&text), style.weight, style.size, WIDTH);
        self.line(Owner::Decoration, SIDE, TOP - 12.0, text, &style);
        self.y = TOP + 6.0;
    }

    fn wrapped(&self, text: &str, style: &Style, width: f32) -> Vec<String> {
        self.letters.lines(&self.letters.writable(text), style.weight, style.size, width)
    }

    fn title(&mut self) {
        let head = self.words.text("pdf-title");
        self.line(Owner::Decoration, SIDE, self.y - 12.0, format!("Zīmogs · {head}"), &Style::small());
        self.y += 3.0;
        let title = self.title.to_owned();
        self.text(&title, &Style::bold(TITLE));
        self.y += 3.0;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => self.heading(text),
            Block::Verdict { tone, word, sentence } => self.verdict(*tone, word, sentence),
            Block::Result { tone, label, value } => self.result(*tone, label, value),
            Block::Text(text) => self.text(text, &Style::body()),
            Block::Strong(text) => self.text(text, &Style::bold(BODY)),
            Block::Field { label, value } => self.field(label, value),
            Block::Item(tone, text) => self.item(*tone, text),
            Block::Note(text, beside) => self.note(text, beside),
        }
    }

    /// Lines below each other, across pages where they must.
    fn lines(&mut self, lines: Vec<String>, x: f32, style: &Style) {
        for line in lines {
            self.room(style.height());
            self.line(self.owner, x, self.y, line, style);
            self.y += style.height();
        }
    }

    fn text(&mut self, text: &str, style: &Style) {
        let lines = self.wrapped(text, style, WIDTH);
        self.lines(lines, SIDE, style);
        self.y += 1.5;
    }

    /// Never the last on a page.
    fn heading(&mut self, text: &str) {
        let style = Style::bold(HEADING);
        let lines = self.wrapped(text, &style, WIDTH);
        self.y += 3.0;
        self.room(style.height() * 3.0);
        self.place(Owner::Decoration, SIDE, self.y, Piece::Rule { width: WIDTH });
        self.y += 3.0;
        self.lines(lines, SIDE, &style);
        self.y += 0.8;
    }

    fn verdict(&mut self, tone: Tone, word: &str, sentence: &str) {
        let side = WORD * 1.5;
        let (x, width) = (SIDE + PAD + side + PAD, WIDTH - side - 3.0 * PAD);
        let (large, small) = (Style { ink: tone.ink(), ..Style::bold(WORD) }, Style { size: 10.5, ..Style::body() });
        let (word, sentence) = (self.wrapped(word, &large, width), self.wrapped(sentence, &small, width));
        let (inside, below) =
            if sentence.len() > PANEL_LINES { (Vec::new(), sentence) } else { (sentence, Vec::new()) };
        let texts = large.height() * count(&word) + small.height() * count(&inside);
        let height = texts.max(side) + 2.0 * PAD;
        self.room(height);
        let top = self.y;
        self.place(Owner::Decoration, SIDE, top, Piece::Panel { ink: tone.ground(), width: WIDTH, height });
        self.place(Owner::Decoration, SIDE + PAD, top + PAD, Piece::Shape { tone, side });
        self.y = top + PAD + (height - 2.0 * PAD - texts) / 2.0;
        self.lines(word, x, &large);
        self.lines(inside, x, &small);
        self.y = top + height + 5.0;
        self.lines(below, SIDE, &small);
    }

    fn result(&mut self, tone: Tone, label: &str, value: &str) {
        let size = if tone == Tone::Good { RESULT } else { UNCONFIRMED };
        let (large, name) = (Style { ink: tone.ink(), ..Style::bold(size) }, Style::muted());
        let (label, value) =
            (self.wrapped(label, &name, self.labels - 8.0), self.wrapped(value, &large, WIDTH - self.labels));
        self.room(large.height() * count(&value));
        let top = self.y;
        self.y = top + size - BODY;
        self.lines(label, SIDE, &name);
        self.y = top;
        self.lines(value, SIDE + self.labels, &large);
        self.y += 0.8;
    }

    fn field(&mut self, label: &str, value: &str) {
        let (name, style) = (Style::muted(), Style::body());
        let (label, value) =
            (self.wrapped(label, &name, self.labels - 8.0), self.wrapped(value, &style, WIDTH - self.labels));
        self.room(name.height() * count(&label).max(1.0));
        let (top, page) = (self.y, self.pages.len());
        self.lines(label, SIDE, &name);
        let beneath = self.y;
        self.y = top;
        self.lines(value, SIDE + self.labels, &style);
        if self.pages.len() == page {
            self.y = self.y.max(beneath);
        }
        self.y += 0.8;
    }

    /// Narrow where the labels of the section that begins with these blocks are all short.
    fn width_of_labels(&self, blocks: &[Block]) -> f32 {
        let section = blocks.iter().take_while(|block| !matches!(block, Block::Heading(_)));
        let short = |block: &Block| match block {
            Block::Field { label, .. } | Block::Result { label, .. } => self.fits(label, HALF_LABELS - 4.0),
            _ => true,
        };
        if section.into_iter().all(short) { HALF_LABELS } else { LABELS }
    }

    fn fits(&self, text: &str, width: f32) -> bool {
        let style = Style::body();
        self.letters.width(&self.letters.writable(text), style.weight, style.size) <= width
    }

    /// Whether two fields are short enough to stand beside each other.
    fn beside(&self, one: &Block, next: &Block) -> bool {
        let short = |block: &Block| {
            let Block::Field { label, value } = block else { return false };
            self.fits(label, HALF_LABELS - 4.0) && self.fits(value, WIDTH / 2.0 - HALF_LABELS - 8.0)
        };
        self.labels <= HALF_LABELS && short(one) && short(next)
    }

    fn pair(&mut self, one: &Block, next: &Block, number: usize) {
        let (name, style) = (Style::muted(), Style::body());
        self.room(style.height());
        for (block, number, x) in [(one, number, SIDE), (next, number.saturating_add(1), SIDE + WIDTH / 2.0)] {
            let [label, value] = block.texts().map(|text| self.letters.writable(text));
            self.line(Owner::Block(number), x, self.y, label, &name);
            self.line(Owner::Block(number), x + HALF_LABELS, self.y, value, &style);
        }
        self.y += style.height() + 0.8;
    }

    fn item(&mut self, tone: Option<Tone>, text: &str) {
        let style = Style::body();
        let lines = self.wrapped(text, &style, WIDTH - INDENT);
        self.room(style.height());
        match tone {
            Some(tone) => self.place(Owner::Decoration, SIDE, self.y + 0.6, Piece::Shape { tone, side: BODY + 1.0 }),
            None => self.line(Owner::Decoration, SIDE + 3.0, self.y, "•".to_owned(), &style),
        }
        self.lines(lines, SIDE + INDENT, &style);
        self.y += 1.5;
    }

    fn note(&mut self, text: &str, beside: &str) {
        let (strong, style) = (Style::bold(BODY), Style::body());
        let width = WIDTH - 2.0 * PAD;
        let (text, beside) = (self.wrapped(text, &strong, width), self.wrapped(beside, &style, width));
        let lines = text.len().saturating_add(beside.len());
        let height = style.height() * (count(&text) + count(&beside)) + 2.0 * PAD - 4.0;
        self.y += 3.0;
        if lines <= PANEL_LINES {
            self.room(height);
            let piece = Piece::Panel { ink: Tone::Quiet.ground(), width: WIDTH, height };
            self.place(Owner::Decoration, SIDE, self.y, piece);
        }
        self.y += PAD - 2.0;
        self.lines(text, SIDE + PAD, &strong);
        self.lines(beside, SIDE + PAD, &style);
        self.y += PAD - 2.0;
    }
}

/// How many lines, as a factor.
fn count(lines: &[String]) -> f32 {
    f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX))
}
