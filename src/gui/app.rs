//! The program around the state: takes commands, drops and results, and has the state drawn.

use std::path::PathBuf;
use std::sync::Arc;

use super::commands;
use super::options::{Options, ThemeChoice};
use super::screenshot::Screenshot;
use super::state::State;
use super::theme;
use super::update::Command;
use super::views;
use super::worker::{Message, Worker};
use crate::dossier::Setting;

/// The window program.
pub(super) struct App {
    state: State,
    worker: Worker,
    repaint: Arc<dyn Fn() + Send + Sync>,
    theme: Option<ThemeChoice>,
    screenshot: Option<Screenshot>,
    size: Option<egui::Vec2>,
    title: String,
}

impl App {
    pub(super) fn new(context: &eframe::CreationContext<'_>, options: Options, setting: Setting) -> Self {
        let egui_context = context.egui_ctx.clone();
        let repaint: Arc<dyn Fn() + Send + Sync> = Arc::new(move || egui_context.request_repaint());
        let worker = Worker::start(setting, Arc::clone(&repaint));
        let state = State::new(options.language(), options.theme);
        let size = options.window_size();
        let screenshot = options.screenshot.map(Screenshot::to);
        let mut app = Self { state, worker, repaint, theme: None, screenshot, size, title: String::new() };
        app.open(options.paths);
        app
    }

    /// Hands files and folders to the worker.
    fn open(&mut self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.state.asked = self.state.asked.saturating_add(1);
            self.worker.open(paths);
        }
    }

    fn take_messages(&mut self) {
        for message in self.worker.messages() {
            match message {
                Message::Expected(count) => {
                    self.state.asked = self.state.asked.saturating_sub(1);
                    self.state.waiting = self.state.waiting.saturating_add(count);
                }
                Message::Done(opened) => {
                    self.state.waiting = self.state.waiting.saturating_sub(1);
                    self.state.add(*opened);
                }
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
            other => self.state.apply(&other),
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
