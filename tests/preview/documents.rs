//! Documents to draw: the smallest that show something.

use std::fmt::Write as _;
use std::io::Cursor;
use std::path::Path;

use edoc::container::{FileSource, Opened, open};

/// The certificate of a sample.
pub fn certificate() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/anna-matematika.edoc");
    let source = FileSource::open(&path).unwrap();
    let Opened::Container(container) = open(&source).unwrap() else { panic!("a container") };
    container.read_document(&container.documents[0], 1 << 20).unwrap()
}

/// Objects of a PDF, numbered from 1, the first one its catalogue.
fn assembled(objects: &[String]) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(text.len());
        writeln!(text, "{number} 0 obj\n{object}\nendobj").unwrap();
    }
    let start = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    places.iter().for_each(|place| writeln!(text, "{place:010} 00000 n ").unwrap());
    write!(text, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).unwrap();
    text.into_bytes()
}

fn stream(head: &str, content: &str) -> String {
    format!("<< {head} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// Pages that all have this content.
pub fn pdf(media_box: &str, content: &str, pages: usize) -> Vec<u8> {
    let kids: String = (0..pages).map(|number| format!("{} 0 R ", number + 4)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"),
        stream("", content),
    ];
    let page = format!("<< /Type /Page /Parent 2 0 R /MediaBox {media_box} /Contents 3 0 R >>");
    objects.extend((0..pages).map(|_| page.clone()));
    assembled(&objects)
}

/// One glyph of a font that is not embedded, large.
pub fn pdf_of(font: &str, glyph: &str) -> Vec<u8> {
    assembled(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [4 0 R] >>".to_owned(),
        stream("", "BT /F 150 Tf 40 50 Td (A) Tj ET"),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 3 0 R /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding << /Type /Encoding /Differences [65 /{glyph}] >> >>"
        ),
    ])
}

/// Transparent forms, each of which draws the next sixteen times.
pub fn nested_groups(depth: usize) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [4 0 R] >>".to_owned(),
        stream("", "/X Do"),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 600] /Contents 3 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
            .to_owned(),
    ];
    for level in 0..depth {
        let head = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 600] /Group << /S /Transparency /I true >> /Resources << /XObject \
             << /X {} 0 R >> /ExtGState << /G << /ca 0.5 /BM /Multiply >> >> >>",
            level + 6
        );
        let draws = "/G gs 0.99 0 0 0.99 1 1 cm /X Do ".repeat(16);
        let content = if level + 1 == depth { "/G gs 0 0 600 600 re f".to_owned() } else { draws };
        objects.push(stream(&head, &content));
    }
    assembled(&objects)
}

/// A PNG of one colour.
pub fn flat(width: u32, height: u32) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(width, height, image::Rgb([200, 30, 60]));
    image.write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}
