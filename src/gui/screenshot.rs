//! A picture of the window, for documentation and for reports of faults.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A picture that was asked for with `--screenshot`.
pub(super) struct Screenshot {
    path: PathBuf,
    /// Frames drawn since everything was judged.
    settled: u32,
    taken: Arc<AtomicBool>,
}

impl Screenshot {
    pub(super) fn to(path: PathBuf) -> Self {
        Self { path, settled: 0, taken: Arc::new(AtomicBool::new(false)) }
    }

    /// Called once a frame; `idle` when nothing is being judged any more.
    pub(super) fn step(&mut self, context: &egui::Context, idle: bool) {
        if self.taken.load(Ordering::Acquire) {
            context.send_viewport_cmd(egui::ViewportCommand::Close);
        } else if idle {
            self.settled = self.settled.saturating_add(1);
            // Layout needs some frames to come to rest.
            if self.settled == 6 {
                let (path, taken, repaint) = (self.path.clone(), Arc::clone(&self.taken), context.clone());
                context.request_screenshot(move |picture| {
                    save(&path, &picture);
                    taken.store(true, Ordering::Release);
                    repaint.request_repaint();
                });
            }
        }
        context.request_repaint();
    }
}

fn save(path: &Path, picture: &egui::ColorImage) {
    let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or(0));
    let bytes: Vec<u8> = picture.pixels.iter().flat_map(|pixel| pixel.to_array()).collect();
    let written = image::RgbaImage::from_raw(width, height, bytes).map(|image| image.save(path));
    if !matches!(written, Some(Ok(()))) {
        eprintln!("{}: the picture could not be written", path.display());
    }
}
