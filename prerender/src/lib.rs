//! Writes into the site what is known when it is built.
//!
//! - [`first_question`]: the first question, as HTML, in every language, into index.html.
//! - [`kind_page`]: a page for each kind and language, for links with a preview.
//! - [`head`], [`preview_image`]: what messages and search engines show of index.html and of these pages.
//! - [`worksheet`]: the questions on paper, for workshops and for browsers that cannot run the widget.
//! - [`wall_poster`]: the map on a sheet of A3, for stickers.
//! - [`accessibility`]: what is checked so that everyone can use Peer Map, and what nobody has tried.
//! - [`plain_page`]: the head that these three have.
//! - [`embed_page`]: the snippet builder, for whoever shows Peer Map on a site of their own.
//! - [`map_picture`]: the whole map as a picture that stands alone, for sites that show no more.
//! - [`link_format`]: what the code in a link means, as a page for third parties.
//! - [`oembed`]: what other sites embed of these pages.
//! - [`tokens`]: the values that such a site may set.
//! - [`words`]: what only these pages say.
//!
//! Everything is drawn by the view of the widget, and is the same on every machine.

pub mod accessibility;
pub mod address;
pub mod controls;
pub mod editions;
pub mod embed_page;
pub mod first_question;
pub mod head;
pub mod in_languages;
pub mod kind_page;
pub mod link_format;
pub mod map_picture;
pub mod markup;
pub mod oembed;
pub mod palette;
pub mod plain_page;
pub mod preview_image;
pub mod site;
pub mod tokens;
pub mod typeface;
pub mod wall_poster;
pub mod words;
pub mod worksheet;
