//! The program around the state: takes commands, drops and results, and has the state drawn.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

#[cfg(feature = "online")]
use super::asking::{AskStep, Asking};
use super::commands;
use super::exporting::ToWrite;
#[cfg(feature = "online")]
use super::fetching::FetchStep;
use super::housekeeping::{Housekeeping, SizeIs};
use super::instance::Door;
use super::options::{Options, ThemeChoice};
use super::preview::{News, PreviewStep, Tile};
use super::screenshot::Screenshot;
use super::settings::Found;
use super::sources::Sources;
use super::state::{COPIED, Notice, Page, State, TrustFacts};
use super::theme;
use super::timings::Timings;
use super::update::{Command, Next};
use super::views;
#[cfg(feature = "online")]
use super::worker::Agreed;
use super::worker::{Copied, Copying, PageResult, Pages, Repaint, Together, Wishes, Worker};
use crate::Timestamp;
use crate::dossier::Setting;
use crate::words::Language;

/// Between two frames while a table fills: drawing must leave time for judging.
const BETWEEN: Duration = Duration::from_millis(50);

/// The window program.
pub(super) struct App {
    state: State,
    worker: Worker,
    together: Together,
    pages: Pages,
    copying: Copying,
    house: Housekeeping,
    repaint: Repaint,
    theme: Option<ThemeChoice>,
    screenshot: Option<Screenshot>,
    timings: Option<Timings>,
    size: Option<egui::Vec2>,
    title: String,
}

impl App {
    pub(super) fn new(
        context: &eframe::CreationContext<'_>,
        options: Options,
        sources: Sources,
        (setting, facts): (Setting, TrustFacts),
        (found, door): (Found, Option<Door>),
        timings: Timings,
    ) -> Self {
        let timings = options.timings.then_some(timings);
        let egui_context = context.egui_ctx.clone();
        let repaint: Repaint = Arc::new(move || egui_context.request_repaint());
        let egui_context = context.egui_ctx.clone();
        let soon: Repaint = Arc::new(move || egui_context.request_repaint_after(BETWEEN));
        let worker = Worker::start(sources, setting, (Arc::clone(&repaint), soon));
        let together = Together::start(Arc::clone(&repaint));
        let pages = Pages::start(Arc::clone(&repaint));
        let copying = Copying::start(Arc::clone(&repaint));
        let state = first_state(&options, facts, found);
        let size = options.window_size();
        let size_is = if size.is_some() { SizeIs::Given } else { SizeIs::Chosen };
        let house = Housekeeping::start(&state, door, size_is, &context.egui_ctx, &repaint);
        let screenshot = options.screenshot.map(Screenshot::to);
        let mut app = Self {
            state,
            worker,
            together,
            pages,
            copying,
            house,
            repaint,
            theme: None,
            screenshot,
            timings,
            size,
            title: String::new(),
        };
        app.house.opened(&app.state, &options.paths);
        app.hand_over(options.paths);
        app
    }

    /// Hands files and folders to the worker.
    fn hand_over(&mut self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.state.asked = self.state.asked.saturating_add(1);
            self.worker.open(paths);
        }
    }

    /// Opens files and folders and shows them.
    fn open(&mut self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.state.page = Page::Files;
        }
        self.hand_over(paths);
    }

    /// Opens what a person chose, which is remembered among recent files.
    fn open_chosen(&mut self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            if self.state.program.notice == Some(Notice::NothingToPaste) {
                self.state.program.notice = None;
            }
            self.house.opened(&self.state, &paths);
            self.open(paths);
        }
    }

    fn take_messages(&mut self) {
        for message in self.worker.messages() {
            match self.state.hear(message) {
                Next::Nothing => {}
                Next::Reread => self.worker.reread(),
                Next::Again(paths) => {
                    self.state.asked = self.state.asked.saturating_add(1);
                    self.worker.again(paths);
                }
            }
        }
        self.see_together();
        let chosen = self.worker.chosen();
        self.open_chosen(chosen);
    }

    /// Few files are seen together at once, many on another thread.
    fn see_together(&mut self) {
        for (version, dossier) in self.together.seen() {
            self.state.take_seen(version, dossier);
        }
        self.state.settle();
        if let Some(to_see) = self.state.unseen() {
            self.together.ask(to_see);
        }
    }

    /// The file in sight gives the window its title, as task bars show it.
    fn name_window(&mut self, context: &egui::Context) {
        let title = self.state.shown().map_or_else(|| "Zīmogs".to_owned(), |file| format!("{} – Zīmogs", file.name()));
        if title != self.title {
            context.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn carry_out(&mut self, command: Command, context: &egui::Context) {
        match command {
            Command::OpenFiles => self.worker.choose(false, Arc::clone(&self.repaint)),
            Command::OpenFolder => self.worker.choose(true, Arc::clone(&self.repaint)),
            Command::Open(paths) => self.open_chosen(paths),
            Command::Copy(ref text) => {
                context.copy_text(text.clone());
                self.state.apply(&command);
                // To say no more that it was.
                context.request_repaint_after(COPIED);
            }
            Command::Stop => self.worker.stop(),
            Command::Export => {
                self.state.copied = None;
                // As it is shown now: files may be judged again while the dialog waits.
                let table = ToWrite::of(&self.state);
                self.copying.save_table(self.state.words.text("rows-export-name"), table);
            }
            Command::Quit => context.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Preview(step) => self.preview(&step),
            #[cfg(feature = "online")]
            Command::Fetch(step) => self.fetch(step),
            #[cfg(feature = "online")]
            Command::Ask(step) => self.ask(&step),
            other => {
                if other == Command::CloseAll {
                    self.worker.close();
                }
                if other == Command::ShowTrust {
                    self.state.trust.at = Timestamp::now();
                }
                self.state.apply(&other);
            }
        }
    }

    /// Pages and texts that came, and copies that were made.
    fn take_pages(&mut self, context: &egui::Context) {
        for news in self.pages.news() {
            let Some(preview) = &mut self.state.preview else { continue };
            // What comes late is about a document that is gone.
            if preview.number == news.number {
                preview.take(painted(context, news.what));
            }
        }
        for copied in self.copying.outcomes() {
            match copied {
                Copied::Container(path) => self.open(vec![path]),
                other => self.state.copied = Some(other),
            }
        }
    }

    fn ask_for_pages(&mut self, context: &egui::Context) {
        self.state.follow(views::has_room(context));
        self.pages.wish(wishes(&self.state));
    }

    fn preview(&mut self, step: &PreviewStep) {
        match step {
            PreviewStep::Save(key) | PreviewStep::Open(key) => {
                self.state.copied = None;
                let Some((_, document)) = self.state.judged(key) else { return };
                match step {
                    PreviewStep::Save(_) => self.copying.save(&key.path, document),
                    _ => self.copying.open(&key.path, document),
                }
            }
            PreviewStep::SaveAll(path) => {
                self.state.copied = None;
                let file = self.state.files.iter().find(|file| file.path == *path);
                if let Some(Ok(report)) = file.map(|file| &file.result) {
                    self.copying.save_all(path, report);
                }
            }
            other => self.state.step_preview(other),
        }
    }

    /// Colours and size as they were chosen last.
    fn dress(&mut self, context: &egui::Context) {
        if self.theme != Some(self.state.theme) {
            theme::apply(context, self.state.theme);
            self.theme = Some(self.state.theme);
        }
        if let Some(size) = self.size.take() {
            context.send_viewport_cmd(egui::ViewportCommand::InnerSize(size));
        }
    }

    /// Times and pictures, where they are asked for.
    fn record(&mut self, context: &egui::Context) {
        let settled = self.state.preview.as_ref().is_none_or(|preview| preview.is_settled());
        let idle = self.state.is_settled() && settled;
        if let Some(timings) = &mut self.timings {
            context.request_repaint();
            if timings.step(&self.state) {
                self.timings = None;
                context.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
        if let Some(screenshot) = &mut self.screenshot {
            screenshot.step(context, idle);
        }
    }

    #[cfg(feature = "online")]
    fn ask(&mut self, step: &AskStep) {
        let ran = self.state.asking.running().is_some();
        self.state.apply(&Command::Ask(step.clone()));
        match (step, &self.state.asking) {
            (AskStep::Look(path), Asking::Looking(_)) => self.worker.look_up(path.clone()),
            (AskStep::Start, Asking::Running(path, sha256)) if !ran => {
                self.worker.ask(Agreed { path: path.clone(), sha256: *sha256 });
            }
            _ => {}
        }
    }

    #[cfg(feature = "online")]
    fn fetch(&mut self, step: FetchStep) {
        let ran = self.state.fetching.is_running();
        self.state.apply(&Command::Fetch(step));
        match step {
            FetchStep::Start if !ran && self.state.fetching.is_running() => {
                self.worker.fetch(Arc::clone(&self.repaint))
            }
            FetchStep::Stop => self.worker.stop_fetching(),
            _ => {}
        }
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, _context: &egui::Context, input: &mut egui::RawInput) {
        if let Some(timings) = &self.timings {
            timings.turn(input, &self.state);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let context = ui.ctx().clone();
        if let Some(timings) = &mut self.timings {
            timings.frame(frame.info().cpu_usage);
        }
        self.dress(&context);
        self.take_messages();
        if let Some(handed) = self.house.step(&mut self.state, &context) {
            self.open_chosen(handed);
        }
        self.take_pages(&context);
        // Before the verdict is painted: its document is read meanwhile.
        self.ask_for_pages(&context);
        let dropped: Vec<PathBuf> =
            context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        let dark = context.theme() == egui::Theme::Dark;
        let mut commands = commands::pressed(&context, &self.state, dark);
        commands.push(Command::Open(dropped));
        commands.extend(views::draw(ui, &self.state));
        for command in commands {
            self.carry_out(command, &context);
        }
        self.ask_for_pages(&context);
        self.name_window(&context);
        self.record(&context);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.house.finish(&self.state);
    }
}

/// What the window begins with: arguments first, then settings, then what is usual.
fn first_state(options: &Options, facts: TrustFacts, found: Found) -> State {
    let mut state = State::new(Language::of_system(), ThemeChoice::System);
    state.begin_with(found.settings, options.theme, options.language());
    state.program.keeping = found.keeping;
    state.program.executable = std::env::current_exe().ok();
    state.program.notice = found.spoiled.map(Notice::SetAside);
    state.trust = facts;
    state.page = options.page();
    options.table.iter().for_each(|look| state.apply(&Command::Table(look.step())));
    state
}

/// What the thread that draws should do for the document in sight.
fn wishes(state: &State) -> Wishes {
    let Some(preview) = &state.preview else { return Wishes::default() };
    let document = state.judged(&preview.key);
    let document = document.map(|(_, document)| (preview.number, preview.key.path.clone(), document.clone()));
    Wishes { document, room: preview.room, windows: preview.missing(), text: preview.needs_text() }
}

/// Pictures become textures here, where there is something to draw them with.
fn painted(context: &egui::Context, what: PageResult) -> News {
    match what {
        PageResult::Opened(opened) => News::Opened(opened),
        PageResult::Drawn(window, Ok(picture)) => {
            let size = [usize::from(picture.width), usize::from(picture.height)];
            let image = egui::ColorImage::from_rgba_premultiplied(size, &picture.rgba);
            let texture = context.load_texture("page", image, egui::TextureOptions::LINEAR);
            News::Drawn(Tile { window, texture })
        }
        PageResult::Drawn(window, Err(fault)) => News::NotDrawn(window.page, fault),
        // Without a text nothing is found in it.
        PageResult::Text(cells) => News::Text(cells),
    }
}
