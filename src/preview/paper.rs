//! One document that can be drawn: a PDF, an image, or neither.

use std::io::Cursor;

use hayro::hayro_interpret::util::TransformExt as _;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::peniko::ImageAlphaType;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use image::imageops::{self, FilterType};
use image::{ImageReader, Limits, RgbaImage};

use super::{Fault, Opened, Picture, Window, fonts};
use crate::exam::{TextCell, text_cells};
use crate::limits;

/// A document, taken apart as far as drawing needs.
pub(super) enum Paper {
    /// Pages in a file.
    Pdf(Pdf),
    /// One picture.
    Image(RgbaImage),
    /// Text without pages.
    Text(Vec<TextCell>),
}

impl Paper {
    /// What its octets say it is; its name is not asked.
    pub(super) fn open(content: Vec<u8>) -> Result<Self, Fault> {
        let head = content.get(..content.len().min(1024)).unwrap_or_default();
        if head.windows(5).any(|window| window == b"%PDF-") {
            return Pdf::new(content).map(Self::Pdf).map_err(|_| Fault::Damaged);
        }
        if image::guess_format(&content).is_ok() {
            return image(&content).map(Self::Image);
        }
        text_cells(&content).map(Self::Text).map_err(|_| Fault::UnknownKind)
    }

    pub(super) fn opened(&self) -> Result<Opened, Fault> {
        match self {
            Self::Pdf(pdf) => {
                let sizes: Vec<_> = pdf.pages().iter().take(limits::PREVIEW_PAGES).map(size).collect();
                if sizes.is_empty() { Err(Fault::Damaged) } else { Ok(Opened::Pages(sizes)) }
            }
            Self::Image(image) => Ok(Opened::Pages(vec![image_size(image)])),
            Self::Text(_) => Ok(Opened::Text),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> Result<Picture, Fault> {
        let within = |side| (1..=limits::PREVIEW_TILE).contains(&side);
        if !within(window.width) || !within(window.height) || window.scale == 0 {
            return Err(Fault::TooLarge);
        }
        match self {
            Self::Pdf(pdf) => {
                let page = usize::try_from(window.page).ok().and_then(|page| pdf.pages().get(page));
                Ok(draw_page(page.ok_or(Fault::Damaged)?, window))
            }
            Self::Image(image) if window.page == 0 => draw_image(image, window),
            Self::Image(_) | Self::Text(_) => Err(Fault::Damaged),
        }
    }

    /// Its text with places; a picture has none.
    pub(super) fn text(&self) -> Result<Vec<TextCell>, Fault> {
        match self {
            Self::Pdf(pdf) => text_cells(pdf.data().as_ref()).map_err(|_| Fault::UnknownKind),
            Self::Text(cells) => Ok(cells.clone()),
            Self::Image(_) => Ok(Vec::new()),
        }
    }
}

/// Sides that a window can reckon with, whatever the file claims.
fn size(page: &Page<'_>) -> [f32; 2] {
    let (width, height) = page.render_dimensions();
    [width, height].map(|side| if side.is_finite() { side.clamp(1.0, limits::PREVIEW_PAGE_POINTS) } else { 1.0 })
}

/// A pixel of an image is a pixel of a screen of 96 dots per inch.
const POINTS_PER_PIXEL: f32 = 0.75;

fn image_size(image: &RgbaImage) -> [f32; 2] {
    [image.width(), image.height()].map(|side| {
        let side = f32::from(u16::try_from(side).unwrap_or(u16::MAX)) * POINTS_PER_PIXEL;
        side.clamp(1.0, limits::PREVIEW_PAGE_POINTS)
    })
}

fn draw_page(page: &Page<'_>, window: &Window) -> Picture {
    let scale = f64::from(window.scale) / 1_000.0;
    let offset = Affine::translate((-f64::from(window.left), -f64::from(window.top)));
    let transform = offset * Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let mut context = RenderContext::new(window.width, window.height);
    let cache = RenderCache::new();
    render_into(page, &cache, &fonts::settings(), &RenderSettings::default(), &mut context, transform);
    context.flush();
    let mut pixels = Pixmap::new(window.width, window.height);
    let target = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixels, &mut Resources::default(), target);
    let mut rgba = pixels.take_rgba8(ImageAlphaType::AlphaPremultiplied);
    // Paper is white and lets nothing through.
    rgba.chunks_exact_mut(4).filter_map(|pixel| pixel.get_mut(3)).for_each(|alpha| *alpha = u8::MAX);
    Picture { width: window.width, height: window.height, rgba }
}

fn image(content: &[u8]) -> Result<RgbaImage, Fault> {
    let reader = ImageReader::new(Cursor::new(content)).with_guessed_format().map_err(|_| Fault::Damaged)?;
    let (width, height) = reader.into_dimensions().map_err(|_| Fault::Damaged)?;
    let too_large = u64::from(width).saturating_mul(u64::from(height)) > limits::PREVIEW_IMAGE_PIXELS;
    if too_large || width > u32::from(u16::MAX) || height > u32::from(u16::MAX) {
        return Err(Fault::TooLarge);
    }
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format().map_err(|_| Fault::Damaged)?;
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(limits::PREVIEW_PROCESS_BYTES / 2);
    reader.limits(bounds);
    let mut image = reader.decode().map_err(|_| Fault::Damaged)?.into_rgba8();
    // What shows through a picture is paper.
    for pixel in image.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        pixel.0 = [over(red, alpha), over(green, alpha), over(blue, alpha), u8::MAX];
    }
    Ok(image)
}

/// A colour of this strength upon white.
fn over(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    let mixed =
        colour.saturating_mul(alpha).saturating_add(255_u32.saturating_mul(255_u32.saturating_sub(alpha))) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

fn draw_image(image: &RgbaImage, window: &Window) -> Result<Picture, Fault> {
    // Pixels of the image to a pixel of the screen.
    let step = 1_000.0 / (f64::from(window.scale) * f64::from(POINTS_PER_PIXEL));
    let place = |pixels: u16, most: u32| super::layout::whole_f64(f64::from(pixels) * step).min(most);
    // The last pixel of the screen may lie between the last two of the image.
    let left = place(window.left, image.width()).min(image.width().saturating_sub(1));
    let top = place(window.top, image.height()).min(image.height().saturating_sub(1));
    let right = place(window.left.saturating_add(window.width), image.width()).max(left.saturating_add(1));
    let bottom = place(window.top.saturating_add(window.height), image.height()).max(top.saturating_add(1));
    let (width, height) = (right.saturating_sub(left), bottom.saturating_sub(top));
    let part = imageops::crop_imm(image, left, top, width, height).to_image();
    let drawn = imageops::resize(&part, u32::from(window.width), u32::from(window.height), FilterType::Triangle);
    Ok(Picture { width: window.width, height: window.height, rgba: drawn.into_raw() })
}
