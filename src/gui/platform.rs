//! What differs from system to system: whether there is a display, which window system is taken, the icon.

use super::settings::WindowSize;

/// How the window is opened.
pub(super) fn window(size: WindowSize) -> eframe::NativeOptions {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/zimogs-128.png"));
    let viewport = egui::ViewportBuilder::default()
        .with_title("Zīmogs")
        .with_app_id("lv.zimogs.edoc")
        .with_inner_size([f32::from(size.width), f32::from(size.height)])
        .with_min_inner_size([f32::from(WindowSize::LEAST.width), f32::from(WindowSize::LEAST.height)])
        .with_drag_and_drop(true)
        .with_icon(icon.unwrap_or_default());
    let mut options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    choose_window_system(&mut options);
    options
}

/// Whether there is a display at all.
#[cfg(target_os = "linux")]
pub(super) fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].iter().any(|name| is_set(name))
}

#[cfg(not(target_os = "linux"))]
pub(super) fn has_display() -> bool {
    true
}

/// Files cannot be dropped on a Wayland window of this toolkit, so X11 is taken where a live server is at hand.
#[cfg(target_os = "linux")]
fn choose_window_system(options: &mut eframe::NativeOptions) {
    use winit::platform::x11::EventLoopBuilderExtX11 as _;

    if is_set("WAYLAND_DISPLAY") && local_x11_server() {
        options.event_loop_builder = Some(Box::new(|builder| {
            builder.with_x11();
        }));
    }
}

#[cfg(not(target_os = "linux"))]
fn choose_window_system(_options: &mut eframe::NativeOptions) {}

/// `DISPLAY` is often set where no server listens any more; its socket tells.
#[cfg(target_os = "linux")]
fn local_x11_server() -> bool {
    let Some(display) = std::env::var_os("DISPLAY") else { return false };
    let display = display.to_string_lossy();
    let number = display.strip_prefix(':').and_then(|rest| rest.split('.').next());
    number
        .and_then(|number| number.parse::<u32>().ok())
        .is_some_and(|number| std::path::Path::new(&format!("/tmp/.X11-unix/X{number}")).exists())
}

#[cfg(target_os = "linux")]
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Lets this thread, and those it starts, wait where others have something to do: the one that draws goes first. Where the
/// system knows no such thing for a thread, nothing changes.
pub(super) fn give_way() {
    #[cfg(target_os = "linux")]
    let _as_before = rustix::process::nice(5);
}
