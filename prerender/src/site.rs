//! The whole site: which files are written, and what is in each.

use crate::accessibility::{self, Statement};
use crate::address::{Site, kind_folder};
use crate::editions::{editions, of_pages};
use crate::embed_page::{self, EmbedPage};
use crate::first_question;
use crate::head::{Preview, tags};
use crate::kind_page::{KindPage, STYLES, kicker};
use crate::link_format;
use crate::map_picture;
use crate::markup::markup;
use crate::oembed;
use crate::preview_image::{self, Image};
use crate::typeface::Typeface;
use crate::wall_poster::{self, WallPoster};
use crate::words::{AccessibilityWords, EmbedWords, PosterWords, Words, WorksheetWords};
use crate::worksheet::{self, Worksheet};
use anyhow::{Context, Result, ensure};
use peer_map::edition::{Edition, Phrase};
use std::fs;
use std::path::Path;
use std::rc::Rc;

/// Where index.html takes what is told of it elsewhere.
const TOLD: &str = "<!-- What messages and other sites show of this page is written here. -->";

/// Writes everything into `dist`, which Trunk has built.
///
/// # Errors
///
/// If a file is missing or has faults, a name does not fit its image, or something cannot be written.
pub async fn write(dist: &Path, site: &Site) -> Result<()> {
    ensure!(dist.join(STYLES).is_file(), "{} has no {STYLES}, which the pages of the kinds need.", dist.display());
    let editions = editions(&dist.join("editions/ps1"))?;
    let pages = of_pages(&editions);
    let words = pages.iter().map(|edition| Words::load(&edition.spoken().tag)).collect::<Result<Vec<_>>>()?;
    for (path, contents) in texts(&pages, &words, site).await? {
        put(dist, &path, contents.as_bytes())?;
    }
    for (path, contents) in sheets(&pages, site).await? {
        put(dist, &path, contents.as_bytes())?;
    }
    for (path, contents) in statements(&pages, site).await? {
        put(dist, &path, contents.as_bytes())?;
    }
    for (path, contents) in builders(&pages, site).await? {
        put(dist, &path, contents.as_bytes())?;
    }
    for (path, contents) in images(&pages, &words).await? {
        put(dist, &path, &contents)?;
    }
    for (path, contents) in link_format::files() {
        put(dist, path, contents.as_bytes())?;
    }
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("{} cannot be read.", page.display()))?;
    let html = first_question::fill(&html, &editions).await?;
    let (edition, words) = editions.first().zip(words.first()).context("The edition has no language.")?;
    put(dist, "index.html", told(&html, edition, words, site).await?.as_bytes())
}

/// The pages of the kinds, and what is told of them, each by its path within the site.
///
/// # Errors
///
/// If something cannot be put into words.
pub async fn texts(editions: &[Rc<Edition>], words: &[Words], site: &Site) -> Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for (edition, own) in editions.iter().zip(words) {
        let others = words.iter().filter(|other| *other != own).map(|other| other.locale.text().to_owned());
        let others: Vec<String> = others.collect();
        for kind in &edition.kinds {
            let page = KindPage { site, edition, words: own, kind };
            let preview = page.preview(others.clone());
            texts.push((format!("{}index.html", preview.folder), page.html(&preview).await));
            texts.push((format!("{}{}", preview.folder, oembed::FILE), oembed::answer(site, &preview).await?));
        }
    }
    Ok(texts)
}

/// The worksheets and posters with their styles, and the pictures of the whole map, each by its path within the site.
///
/// # Errors
///
/// If something cannot be put into words.
pub async fn sheets(editions: &[Rc<Edition>], site: &Site) -> Result<Vec<(String, String)>> {
    let mut sheets = vec![
        (worksheet::STYLES.to_owned(), worksheet::style()),
        (wall_poster::STYLES.to_owned(), wall_poster::style()),
    ];
    for edition in editions {
        let words = WorksheetWords::load(&edition.spoken().tag)?;
        let poster = PosterWords::load(&edition.spoken().tag)?;
        let sheet = Worksheet::new(site, edition, &words, &poster);
        sheets.push((sheet.file(), sheet.html().await));
        let wall = WallPoster::new(site, edition, &words, &poster);
        sheets.push((wall.file(), wall.html().await));
        sheets.push((map_picture::file(edition), map_picture::svg(site, edition).await));
    }
    Ok(sheets)
}

/// The pages on accessibility with their style, each by its path within the site.
///
/// # Errors
///
/// If something cannot be put into words.
pub async fn statements(editions: &[Rc<Edition>], site: &Site) -> Result<Vec<(String, String)>> {
    let mut statements = vec![(accessibility::STYLES.to_owned(), accessibility::style())];
    for edition in editions {
        let tag = &edition.spoken().tag;
        let (words, worksheet) = (AccessibilityWords::load(tag)?, WorksheetWords::load(tag)?);
        let statement = Statement { site, edition, words: &words, worksheet: &worksheet };
        statements.push((statement.file(), statement.html().await));
    }
    Ok(statements)
}

/// The snippet builder with its scripts and its style, each by its path within the site.
///
/// # Errors
///
/// If something cannot be put into words.
pub async fn builders(editions: &[Rc<Edition>], site: &Site) -> Result<Vec<(String, String)>> {
    let mut builders: Vec<(String, String)> =
        embed_page::FILES.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    let words = editions.iter().map(|edition| EmbedWords::load(&edition.spoken().tag)).collect::<Result<Vec<_>>>()?;
    let mut pictures = Vec::new();
    for edition in editions {
        pictures.push(embed_page::size(&map_picture::svg(site, edition).await)?);
    }
    for index in 0..editions.len() {
        let page = EmbedPage::new(site, editions, &words, &pictures, index).context("A language has no words.")?;
        builders.push((page.file(), page.html().await?));
    }
    Ok(builders)
}

/// The preview images of these pages, each by its path within the site. They are the same wherever the site stands.
///
/// # Errors
///
/// If the font lacks a letter, or a name does not fit.
pub async fn images(editions: &[Rc<Edition>], words: &[Words]) -> Result<Vec<(String, Vec<u8>)>> {
    let (typeface, file) = (Typeface::load()?, preview_image::FILE);
    let mut images = Vec::new();
    for (edition, words) in editions.iter().zip(words) {
        let foot = edition.words[Phrase::Title].text();
        for kind in &edition.kinds {
            let kicker = kicker(edition, kind, words);
            let image = Image { edition, kind: Some(kind), kicker, name: &kind.name, lead: "", foot };
            images.push((format!("{}{file}", kind_folder(edition, kind)), image.png(&typeface).await?));
        }
    }
    if let Some((edition, words)) = editions.first().zip(words.first()) {
        let (name, lead) = (edition.words[Phrase::Title].text(), words.promise.text());
        let image = Image { edition, kind: None, kicker: "", name, lead, foot: "" };
        images.push((file.to_owned(), image.png(&typeface).await?));
    }
    Ok(images)
}

/// What is told of index.html: it comes in the first language.
fn of_index(edition: &Edition, words: &Words) -> Preview {
    let title = edition.words[Phrase::Title].text();
    Preview {
        folder: String::new(),
        title: title.to_owned(),
        description: words.promise.text().to_owned(),
        site_name: title.to_owned(),
        picture: words.picture.fill(&[("name", title)]),
        locale: words.locale.text().to_owned(),
        other_locales: Vec::new(),
    }
}

/// index.html with what is told of it.
async fn told(html: &str, edition: &Edition, words: &Words, site: &Site) -> Result<String> {
    ensure!(html.matches(TOLD).count() == 1, "index.html should have one place for what is told of it: {TOLD}");
    Ok(html.replace(TOLD, &markup(tags(site, &of_index(edition, words))).await))
}

fn put(dist: &Path, path: &str, contents: &[u8]) -> Result<()> {
    let file = dist.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be created.", folder.display()))?;
    }
    fs::write(&file, contents).with_context(|| format!("{} cannot be written.", file.display()))
}
