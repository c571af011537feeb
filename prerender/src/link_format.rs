//! The link format as a page, for whoever reads or writes Peer Map's links in other programs, with its test vectors.

use pulldown_cmark::{Options, Parser, html};

const TEXT: &str = include_str!("../../docs/link-format.md");
const VECTORS: &str = include_str!("../../docs/link-format.json");
const STYLE: &str = include_str!("link_format.css");

/// The page, its style and the vectors, each by its path within the site.
#[must_use]
pub fn files() -> [(&'static str, String); 3] {
    [("link-format.html", page()), ("link-format.css", STYLE.to_owned()), ("link-format.json", VECTORS.to_owned())]
}

fn page() -> String {
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(TEXT, Options::ENABLE_TABLES));
    // A table of words and their meanings is wider than a phone.
    let body =
        body.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>").replace("</table>", "</table></div>");
    let body = body.replace("<pre>", "<pre tabindex=\"0\">");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"description\" content=\"How the code in a Peer Map link is written and read.\">\n\
         <title>The link format – Peer Map</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"link-format.css\">\n</head>\n<body>\n<main>\n{body}</main>\n\
         <footer><p><a href=\"link-format.json\">Test vectors</a> · <a href=\"./\">Peer Map</a></p></footer>\n\
         </body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn the_page_has_all_of_the_text_as_markup() {
        let page = page();
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(page.matches("<h2>").count(), 7);
        assert_eq!(page.matches("<table>").count(), 2);
        assert!(
            page.contains("<code>ps1-k13w14d2f4p14h3-g</code>") && page.contains("<strong>Percent-encoding</strong>")
        );
        assert!(!page.contains("```") && !page.contains("\n## "), "nothing is left of Markdown");
    }
}
