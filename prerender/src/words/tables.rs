//! What these pages say, page by page: keys, meanings and slots.

use super::{Message, Table, texts};
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::path::Path;

messages! {
    /// The words of the pages of the kinds, and of what messages show of the site.
    Words in "words"

    /// The language and the country whose spelling it has, as Open Graph writes them: `fr_CA`.
    locale [];
    /// What each kind is, above its name.
    kicker [];
    /// What the widget does, in two sentences.
    promise [];
    /// Two texts, one after the other.
    sentences ["a" "b"];
    /// The button that leads to the first question.
    questions [];
    /// The same button, where the link holds a code.
    open [];
    /// Where scripts do not run: that a link may hold more.
    no_script [];
    /// Where the kind stands, by its region.
    stands_within ["letter"];
    /// The same for a region over the rim.
    stands_on_rim ["letter"];
    /// The same for a kind without a region.
    stands_anywhere [];
    /// The same for what stands outside.
    stands_clear [];
    /// How the landmarks that fit look on the map.
    fitting [];
    /// The heading above the definition of a kind.
    definition [];
    /// What a preview image shows.
    picture ["name"];
}

messages! {
    /// The words of the worksheet.
    WorksheetWords in "words/worksheet"

    /// What the page is called.
    title [];
    /// The heading of the first side.
    heading [];
    /// What it is, below.
    intro [];
    /// Before the line for the name of the programme.
    programme [];
    /// Before the line for the date.
    date [];
    /// A question with its number.
    question ["n" "question"];
    /// When a question does not apply.
    skip ["rule"];
    /// When the questions end.
    stop ["rule"];
    /// A rule of one box.
    only ["box"];
    /// Any other rule, which is quoted.
    holds ["rule"];
    /// The heading above the boxes of the code.
    code [];
    /// How the boxes of the code are filled in.
    copy [];
    /// That the boxes of a skipped question stay empty.
    leave_out [];
    /// A code as it would stand there.
    example ["code"];
    /// What the last box is for.
    check [];
    /// A box of the code, or several, for whoever hears the page.
    slots ["letter" "n"];
    /// Where the code is typed in, and what happens then.
    type_in ["button"];
    /// Before the address of that page.
    address [];
    /// The heading of the second side.
    mark [];
    /// How the second side is filled in.
    mark_how ["rows" "columns"];
    /// How several answers, and no answer, are drawn.
    mark_many [];
    /// Before the shapes and arrows.
    draw [];
    /// What the map shows, for whoever hears the page.
    picture [];
    /// Before the kinds that may lie anywhere on the map.
    anywhere [];
}

messages! {
    /// The words of the poster, beside those that it shares with the worksheet.
    PosterWords in "words/poster"

    /// What the page is called.
    title [];
    /// What it is for, below the heading.
    intro [];
    /// What the map shows, for whoever hears the page.
    picture [];
    /// How large its paper is, on screens.
    print [];
    /// The link to the worksheet.
    worksheet [];
    /// The link from there.
    poster [];
}

messages! {
    /// The words of the page on accessibility.
    AccessibilityWords in "words/accessibility"

    /// What the page is called, and its heading.
    title [];
    /// What is aimed at, and that nobody has audited it.
    aim [];
    /// The heading above what was not tried.
    untried_title [];
    /// That no person and no screen reader has tried it.
    untried [];
    /// The heading above the checks.
    checked_title [];
    /// What they are, and what follows from a failure.
    checked [];
    /// Where the first of them run.
    everywhere [];
    /// Where the next of them run.
    two_engines [];
    /// Where others run, and why there alone.
    chromium [];
    /// What is computed without a browser.
    computed [];
    /// A check.
    axe [];
    /// A check.
    tables [];
    /// A check.
    keyboard [];
    /// A check.
    conditions [];
    /// A check.
    names [];
    /// A check.
    voice [];
    /// A check.
    targets [];
    /// A check.
    spacing [];
    /// A check.
    zoom [];
    /// A check.
    still [];
    /// A check.
    small_text [];
    /// A check.
    forced_colours [];
    /// A check.
    contrast [];
    /// A check.
    deficiencies [];
    /// A check.
    plain [];
    /// The heading above what is known to be wrong.
    limits_title [];
    /// A limit.
    limit_keyboard [];
    /// A limit.
    limit_header [];
    /// A limit.
    limit_kinds ["n"];
    /// A limit.
    limit_languages [];
    /// The heading above other ways.
    other_title [];
    /// What there is on paper, before the link to it.
    other [];
    /// Whom to tell of a barrier.
    tell [];
    /// The same, before an address.
    tell_contact [];
    /// Which software the page speaks of.
    version ["version"];
}

messages! {
    /// The words of the snippet builder.
    EmbedWords in "words/embed"

    /// What the page is called, and its heading.
    title [];
    /// What it is for.
    intro [];
    /// Where scripts do not run.
    no_script [];
    /// That the site does not know where it stands.
    address_unknown ["address"];
    /// The heading above the choices.
    choices [];
    /// How it is shown.
    form [];
    /// A link.
    form_link [];
    /// What a link is like.
    form_link_note [];
    /// A frame.
    form_iframe [];
    /// What a frame is like.
    form_iframe_note [];
    /// An element.
    form_element [];
    /// What an element is like.
    form_element_note [];
    /// An address that is asked for its oEmbed answer.
    form_oembed [];
    /// What that is like.
    form_oembed_note [];
    /// The language.
    lang [];
    /// No language in particular.
    lang_any [];
    /// How it is chosen then.
    lang_note [];
    /// What is shown first.
    mode [];
    /// The questions.
    mode_flow [];
    /// The whole map.
    mode_map [];
    /// A mode.
    mode_group [];
    /// The colours of the whole.
    theme [];
    /// As the device asks.
    theme_auto [];
    /// Dark on light.
    theme_light [];
    /// Light on dark.
    theme_dark [];
    /// The colours of a host.
    colours [];
    /// How they are written, and what they hold for.
    colours_note [];
    /// What acts.
    colour_accent [];
    /// On it.
    colour_accent_ink [];
    /// A programme that was placed.
    colour_you [];
    /// On it.
    colour_you_ink [];
    /// Paper.
    colour_surface [];
    /// Ink.
    colour_ink [];
    /// The field that shows all colours.
    colour_pick ["colour"];
    /// The second paper, which the widget has.
    own_ground [];
    /// Ink of notes.
    own_ink_quiet [];
    /// What acts, pointed at.
    own_accent_2 [];
    /// Lines.
    own_line [];
    /// The colours of kinds.
    own_hue [];
    /// Two colours that are too much alike in the light theme.
    faint_light ["ink" "on" "ratio" "least"];
    /// The same in the dark theme.
    faint_dark ["ink" "on" "ratio" "least"];
    /// The address of an edition.
    edition [];
    /// What it may be.
    edition_note [];
    /// A code to open.
    code [];
    /// What it may be.
    code_note [];
    /// The version.
    version [];
    /// The newest.
    version_moving [];
    /// What comes of that.
    version_moving_note [];
    /// This one.
    version_pinned [];
    /// What comes of that.
    version_pinned_note [];
    /// The kind whose page is shown.
    kind [];
    /// The heading above the snippet.
    result [];
    /// The snippet.
    snippet [];
    /// The same where it is an address.
    snippet_oembed [];
    /// Rules.
    css [];
    /// Directives.
    policy [];
    /// Who needs them.
    policy_note [];
    /// A button.
    copy_snippet [];
    /// A button.
    copy_css [];
    /// A button.
    copy_policy [];
    /// That there is no snippet.
    none [];
    /// The heading above the preview.
    preview [];
    /// That there is none.
    preview_failed [];
    /// What is no colour.
    not_colour [];
    /// What is no address of an edition.
    not_edition [];
    /// An edition that the page of the widget may not load.
    edition_elsewhere [];
    /// What is no code.
    not_code ["example"];
    /// A code that nobody checked.
    code_unchecked [];
    /// A version that is not known.
    not_pinned [];
    /// That other sites get no frame from this one.
    not_addressed [];
    /// The words of the link in a snippet.
    link_words [];
}
