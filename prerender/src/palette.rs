//! A picture of few colours as a small PNG.

use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::Pixmap;
use std::collections::BTreeMap;

/// How many colours a picture keeps. A flat drawing has few, and between each two of them the shades of smooth edges.
const COLOURS: usize = 64;

type Colour = [u8; 3];

/// The picture with its most frequent colours kept as they are, so that they are those of the tokens, and every other one
/// replaced by the nearest of these.
///
/// # Errors
///
/// If a pixel is not opaque.
pub fn png(picture: &Pixmap) -> Result<Vec<u8>> {
    ensure!(picture.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX), "A preview image is not opaque.");
    let pixels = || picture.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    pixels().for_each(|colour| *counts.entry(colour).or_default() += 1);
    let mut kept: Vec<Colour> = counts.keys().copied().collect();
    kept.sort_by_key(|colour| std::cmp::Reverse(counts.get(colour)));
    kept.truncate(COLOURS);
    let places: BTreeMap<Colour, u8> = counts.keys().map(|colour| (*colour, nearest(&kept, *colour))).collect();
    let indexes: Vec<u8> = pixels().filter_map(|colour| places.get(&colour).copied()).collect();
    write(picture.width(), picture.height(), kept.concat(), &indexes).context("A preview image cannot be written.")
}

/// The place of the colour that is nearest by its red, green and blue.
fn nearest(kept: &[Colour], colour: Colour) -> u8 {
    let apart = |(_, one): &(u8, &Colour)| -> u32 {
        one.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    (0..=u8::MAX).zip(kept).min_by_key(apart).map_or(0, |(place, _)| place)
}

fn write(width: u32, height: u32, palette: Vec<u8>, indexes: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::High);
    // Places in a palette are no amounts, so no filter makes them smaller.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(indexes)?;
    writer.finish()?;
    Ok(file)
}
