//! The font of the preview images, which comes with this package: the same bytes on every machine.

use anyhow::{Context, Result, ensure};
use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// A part of Noto Serif CJK SC Bold; `prerender/fonts/README.md` says which, and how it was made.
const BYTES: &[u8] = include_bytes!("../fonts/noto-serif-sc-bold-subset.otf");
/// What it calls itself.
pub const FAMILY: &str = "Noto Serif CJK SC";

/// The font, for measuring and for drawing.
pub struct Typeface {
    font: FontRef<'static>,
}

impl Typeface {
    /// Reads the font.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub fn load() -> Result<Self> {
        let font = FontRef::new(BYTES).context("The font of the preview images cannot be read.")?;
        Ok(Self { font })
    }

    /// The fonts that a drawing may use: this one.
    #[must_use]
    pub fn database(&self) -> Database {
        let mut database = Database::new();
        database.load_font_data(BYTES.to_vec());
        database
    }

    /// The width of a text at a size, in the units of the size, without kerning.
    #[must_use]
    pub fn width(&self, text: &str, size: f64) -> f64 {
        let (characters, metrics) =
            (self.font.charmap(), self.font.glyph_metrics(Size::new(1000.0), LocationRef::default()));
        let advance = |character| metrics.advance_width(characters.map(character)?);
        let advances = text.chars().filter_map(advance).map(f64::from);
        advances.sum::<f64>() / 1000.0 * size
    }

    /// Makes sure that the font has every letter of a text.
    ///
    /// # Errors
    ///
    /// Names the letters that it lacks.
    pub fn check(&self, text: &str) -> Result<()> {
        let characters = self.font.charmap();
        let mut missing: Vec<char> = text.chars().filter(|character| characters.map(*character).is_none()).collect();
        missing.sort_unstable();
        missing.dedup();
        let listed: Vec<String> = missing.iter().map(|letter| format!("{letter} (U+{:04X})", *letter as u32)).collect();
        ensure!(
            missing.is_empty(),
            "The font of the preview images lacks {}, which “{text}” needs: prerender/fonts/README.md says how to add them.",
            listed.join(", ")
        );
        Ok(())
    }
}
