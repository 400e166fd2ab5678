//! What the program does for itself beside the files: keeps settings, looks whether recent files are there, and hears of other
//! starts. All of it waits on threads of its own, so that an idle window stays idle.

mod looking;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use egui::{Context, UserAttentionType, ViewportCommand};

use super::instance::{Door, Heard, PATIENCE};
use super::settings::{Keeper, Keeping, Scale, Settings, WindowSize};
use super::state::{Notice, State};
use super::worker::Repaint;
use looking::{Looking, Seen};

/// Whether the size of the window is worth keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SizeIs {
    /// The reader's own.
    Chosen,
    /// An argument's.
    Given,
}

/// Everything that goes on beside the files.
pub(super) struct Housekeeping {
    /// `None` where nothing is kept.
    keeper: Option<Keeper>,
    looking: Looking,
    handed: Receiver<Vec<PathBuf>>,
    /// The settings as they were last handed on.
    seen: Settings,
    scale: Scale,
    size_is: SizeIs,
    size: Option<WindowSize>,
    looked_for: Vec<PathBuf>,
    focused: bool,
}

impl Housekeeping {
    /// Begins with the settings of `state`, and listens at `door`, where there is one.
    pub(super) fn start(
        state: &State,
        door: Option<Door>,
        size_is: SizeIs,
        context: &Context,
        repaint: &Repaint,
    ) -> Self {
        let settings = state.program.settings.clone();
        // Zooming is a command of ours, with limits of ours.
        context.options_mut(|options| options.zoom_with_keyboard = false);
        context.set_zoom_factor(settings.scale.factor());
        let keeper = match &state.program.keeping {
            Keeping::InFile(file) => Some(Keeper::start(file.clone(), settings.clone(), Arc::clone(repaint))),
            _ => None,
        };
        Self {
            keeper,
            looking: Looking::start(Arc::clone(repaint)),
            handed: listen(door, Arc::clone(repaint)),
            scale: settings.scale,
            size_is,
            size: None,
            looked_for: Vec::new(),
            focused: false,
            seen: settings,
        }
    }

    /// Takes what came since the last frame. Gives back what another start handed over: `Some` of nothing where it only wants the window
    /// to be seen.
    pub(super) fn step(&mut self, state: &mut State, context: &Context) -> Option<Vec<PathBuf>> {
        for seen in self.looking.news() {
            match seen {
                Seen::Opened(paths) => state.program.settings.recent.note(&paths),
                Seen::Missing(paths) => state.program.missing = paths,
            }
        }
        self.look_again(state, context);
        self.keep(state);
        if self.scale != state.program.settings.scale {
            self.scale = state.program.settings.scale;
            context.set_zoom_factor(self.scale.factor());
        }
        if self.size_is == SizeIs::Chosen {
            self.size = size(context).or(self.size);
        }
        let handed: Vec<_> = self.handed.try_iter().collect();
        if handed.is_empty() {
            return None;
        }
        come_to_the_front(context);
        Some(handed.into_iter().flatten().collect())
    }

    /// Remembers what a person has opened, where it is there and files are remembered.
    pub(super) fn opened(&self, state: &State, paths: &[PathBuf]) {
        if self.keeper.is_some() && state.program.remembers() {
            self.looking.opened(paths);
        }
    }

    /// Returns once the settings are written, with the size that the window has at its end.
    pub(super) fn finish(&mut self, state: &State) {
        // From here on nobody would look at what another start hands over: it must open a window of its own.
        self.handed = channel().1;
        if let Some(keeper) = &mut self.keeper {
            keeper.keep(&Settings { window: self.size.unwrap_or(self.seen.window), ..state.program.settings.clone() });
            keeper.finish();
        }
    }

    /// A window that is being resized is not a change: its size is kept with the next one, or at the end.
    fn keep(&mut self, state: &mut State) {
        let Some(keeper) = &mut self.keeper else { return };
        if state.program.settings != self.seen {
            state.program.settings.window = self.size.unwrap_or(state.program.settings.window);
            self.seen = state.program.settings.clone();
            keeper.keep(&self.seen);
        }
        let Some(outcome) = keeper.outcome() else { return };
        let file = match &state.program.keeping {
            Keeping::InFile(file) | Keeping::Refused { file, .. } => file.clone(),
            Keeping::NoPlace | Keeping::NotAsked => return,
        };
        state.program.keeping = match outcome {
            Ok(kept) => {
                let removed = (kept.removed > 0).then_some(Notice::RemovedAside(kept.removed));
                if let Some(notice) = kept.aside.map(Notice::SetAside).or(removed) {
                    state.program.notice = Some(notice);
                }
                Keeping::InFile(file)
            }
            Err(error) => Keeping::Refused { file, detail: error.to_string() },
        };
    }

    /// Files come and go while other windows are in front.
    fn look_again(&mut self, state: &State, context: &Context) {
        let focused = context.input(|input| input.focused);
        let came_back = focused && !self.focused;
        self.focused = focused;
        let recent = state.program.recent();
        if (came_back && !recent.is_empty()) || recent != self.looked_for {
            self.looked_for = recent.to_vec();
            self.looking.look_for(recent);
        }
    }
}

/// What is handed over at the door, or never anything.
fn listen(door: Option<Door>, repaint: Repaint) -> Receiver<Vec<PathBuf>> {
    let (say, handed) = channel();
    if let Some(door) = door {
        door.open(PATIENCE, move |paths| {
            let heard = say.send(paths).map_or(Heard::Closing, |()| Heard::Taken);
            repaint();
            heard
        });
    }
    handed
}

/// Where the system lets no window come to the front by itself, it may at least ask to be looked at.
fn come_to_the_front(context: &Context) {
    context.send_viewport_cmd(ViewportCommand::Minimized(false));
    context.send_viewport_cmd(ViewportCommand::Focus);
    if !context.input(|input| input.focused) {
        context.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
    }
}

/// The size that a person gave the window; one that fills the screen is not for the next start.
fn size(context: &Context) -> Option<WindowSize> {
    let (inner, filled) = context.input(|input| {
        let viewport = input.viewport();
        let filled = [viewport.maximized, viewport.fullscreen, viewport.minimized].contains(&Some(true));
        (viewport.inner_rect, filled)
    });
    let size = inner.filter(|_| !filled)?.size() * context.zoom_factor();
    Some(WindowSize::within(whole(size.x), whole(size.y)))
}

/// Rounds to a number within `u16`; what is none becomes zero.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `as` saturates.
fn whole(number: f32) -> u16 {
    number.round() as u16
}

#[cfg(test)]
mod tests;
