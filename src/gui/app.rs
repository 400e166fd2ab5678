//! The program around the state: takes commands, drops and results, and has the state drawn.

use std::path::PathBuf;
use std::sync::Arc;

use super::commands;
#[cfg(feature = "online")]
use super::fetching::FetchStep;
use super::options::{Options, ThemeChoice};
use super::screenshot::Screenshot;
use super::sources::Sources;
use super::state::{Page, State, TrustFacts};
use super::theme;
use super::update::{Command, Next};
use super::views;
use super::worker::{Repaint, Worker};
use crate::Timestamp;
use crate::dossier::Setting;

/// The window program.
pub(super) struct App {
    state: State,
    worker: Worker,
    repaint: Repaint,
    theme: Option<ThemeChoice>,
    screenshot: Option<Screenshot>,
    size: Option<egui::Vec2>,
    title: String,
}

impl App {
    pub(super) fn new(
        context: &eframe::CreationContext<'_>,
        options: Options,
        sources: Sources,
        (setting, facts): (Setting, TrustFacts),
    ) -> Self {
        let egui_context = context.egui_ctx.clone();
        let repaint: Repaint = Arc::new(move || egui_context.request_repaint());
        let worker = Worker::start(sources, setting, Arc::clone(&repaint));
        let mut state = State::new(options.language(), options.theme);
        state.trust = facts;
        state.page = options.page();
        let size = options.window_size();
        let screenshot = options.screenshot.map(Screenshot::to);
        let mut app = Self { state, worker, repaint, theme: None, screenshot, size, title: String::new() };
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

    fn take_messages(&mut self) {
        for message in self.worker.messages() {
            if self.state.hear(message) == Next::Reread {
                self.state.asked = self.state.asked.saturating_add(1);
                self.worker.reread(self.state.files.iter().map(|file| file.path.clone()).collect());
            }
        }
        let chosen = self.worker.chosen();
        self.open(chosen);
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
            Command::Open(paths) => self.open(paths),
            Command::Copy(text) => context.copy_text(text),
            Command::Quit => context.send_viewport_cmd(egui::ViewportCommand::Close),
            #[cfg(feature = "online")]
            Command::Fetch(step) => self.fetch(step),
            other => {
                if other == Command::ShowTrust {
                    self.state.trust.at = Timestamp::now();
                }
                self.state.apply(&other);
            }
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
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let context = ui.ctx().clone();
        if self.theme != Some(self.state.theme) {
            theme::apply(&context, self.state.theme);
            self.theme = Some(self.state.theme);
        }
        if let Some(size) = self.size.take() {
            context.send_viewport_cmd(egui::ViewportCommand::InnerSize(size));
        }
        self.take_messages();
        let dropped: Vec<PathBuf> =
            context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        let dark = context.theme() == egui::Theme::Dark;
        let mut commands = commands::pressed(&context, &self.state, dark);
        commands.push(Command::Open(dropped));
        commands.extend(views::draw(ui, &self.state));
        for command in commands {
            self.carry_out(command, &context);
        }
        self.name_window(&context);
        let idle = !self.state.is_working();
        if let Some(screenshot) = &mut self.screenshot {
            screenshot.step(&context, idle);
        }
    }
}
