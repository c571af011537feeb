//! The words of the interface: every sentence that is not a question, an option, a kind or a landmark.

use super::plain::At;
use std::ops::Index;

/// Text with named slots in braces, such as `Question {n} of {total}`. A translator may put them in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(String);

/// A part of a [`Template`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text to show as it stands.
    Text(&'a str),
    /// The name of what stands here.
    Slot(&'a str),
}

impl Template {
    /// The parts in the order of the sentence. Braces without a partner are text.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let mut rest = self.0.as_str();
        std::iter::from_fn(move || {
            let (piece, after) = next_piece(rest)?;
            rest = after;
            Some(piece)
        })
    }

    /// The text with each slot replaced by the value of its name.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let value = |name: &str| values.iter().find(|(slot, _)| *slot == name).map_or("", |(_, value)| value);
        self.pieces()
            .map(|piece| match piece {
                Piece::Text(text) => text,
                Piece::Slot(name) => value(name),
            })
            .collect()
    }

    /// The text, for a phrase without slots.
    pub fn text(&self) -> &str {
        &self.0
    }
}

fn next_piece(rest: &str) -> Option<(Piece<'_>, &str)> {
    if rest.is_empty() {
        return None;
    }
    let slot = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
    if let Some((name, after)) = slot {
        return Some((Piece::Slot(name), after));
    }
    let end = rest.char_indices().skip(1).find(|(_, character)| *character == '{').map_or(rest.len(), |(at, _)| at);
    let (text, after) = rest.split_at(end);
    Some((Piece::Text(text), after))
}

/// Declares every phrase with the slots that it must have. One table serves the type, the reader and the check, so a
/// phrase cannot be used without being required of every language, nor required without being known to the code.
macro_rules! phrases {
    ($($phrase:ident = $key:literal [$($slot:literal)*];)*) => {
        /// A phrase of the interface, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the English text in editions/ps1/en.json says what each is")]
        pub enum Phrase { $($phrase),* }

        const TABLE: &[(&str, &[&str])] = &[$(($key, &[$($slot),*])),*];
    };
}

phrases! {
    // The frame around every screen.
    Title = "title" [];
    Language = "language" [];
    About = "about" [];
    Back = "back" [];
    Continue = "continue" [];
    StartAgain = "start_again" [];
    Colon = "colon" ["label"];
    ListTwo = "list_two" ["a" "b"];
    ListMore = "list_more" ["a" "b"];
    LanguageFailed = "language_failed" ["language"];

    // Questions.
    QuestionOf = "question_of" ["n" "total"];
    ChooseMany = "choose_many" [];
    ChooseOne = "choose_one" [];
    Or = "or" [];
    ErrorPrefix = "error_prefix" [];
    ProblemTitle = "problem_title" [];
    NothingChosen = "nothing_chosen" ["choose"];
    MixedChosen = "mixed_chosen" ["option"];

    // Check your answers.
    CheckTitle = "check_title" [];
    CheckTyped = "check_typed" [];
    Change = "change" [];
    ChangeWhat = "change_what" ["question"];
    NotAnswered = "not_answered" [];
    DoesNotApply = "does_not_apply" ["reason"];
    NotAsked = "not_asked" [];
    ShowResult = "show_result" [];

    // The result.
    ResultKicker = "result_kicker" [];
    ResultNote = "result_note" [];
    FitOne = "fit_one" ["a"];
    FitTwo = "fit_two" ["a" "b"];
    FitThree = "fit_three" ["a" "b" "c"];
    MayFitOne = "may_fit_one" ["a"];
    MayFitTwo = "may_fit_two" ["a" "b"];
    MayFitThree = "may_fit_three" ["a" "b" "c"];
    FitOneMayOne = "fit_one_may_one" ["a" "b"];
    FitOneMayTwo = "fit_one_may_two" ["a" "b" "c"];
    FitTwoMayOne = "fit_two_may_one" ["a" "b" "c"];
    FitNone = "fit_none" ["a"];
    FitOutside = "fit_outside" [];
    DependsOn = "depends_on" ["questions"];
    AlsoFit = "also_fit" ["kinds"];
    AlsoMayFit = "also_may_fit" ["kinds"];
    NearMiss = "near_miss" [];
    KindsFit = "kinds_fit" [];
    KindsMayFit = "kinds_may_fit" [];
    KindsNearest = "kinds_nearest" [];
    MatchFull = "match_full" [];
    MatchPossible = "match_possible" [];
    MatchNearest = "match_nearest" [];
    Why = "why" [];
    TypicalToo = "typical_too" [];
    Differs = "differs" [];
    DiffersNeeds = "differs_needs" ["wanted" "given"];
    DiffersNot = "differs_not" ["given"];

    // The territory.
    TerritoryTitle = "territory_title" [];
    StandsAt = "stands_at" ["rows" "columns"];
    StandsAtSeveral = "stands_at_several" ["rows" "columns"];
    StandsInRow = "stands_in_row" ["rows"];
    StandsInRows = "stands_in_rows" ["rows"];
    StandsInColumn = "stands_in_column" ["columns"];
    StandsAnywhere = "stands_anywhere" [];
    StandsSpanning = "stands_spanning" ["rows"];
    StandsOnRim = "stands_on_rim" ["columns"];
    StandsOnRimAlone = "stands_on_rim_alone" [];
    StandsOnRimSomewhere = "stands_on_rim_somewhere" [];
    StandsOutside = "stands_outside" [];
    NobodyRuns = "nobody_runs" [];
    Rim = "rim" [];
    YourProgramme = "your_programme" [];
    SomewhereHere = "somewhere_here" [];
    AnywhereOnMap = "anywhere_on_map" [];
    KeyTitle = "key_title" [];
    KeyPosition = "key_position" [];
    KeyShape = "key_shape" [];
    KeyLayered = "key_layered" ["a" "b"];
    KeyArrow = "key_arrow" [];
    KeyFilled = "key_filled" [];
    KeyNumbered = "key_numbered" [];
    KeySmall = "key_small" [];
    KeyBold = "key_bold" [];
    KeyDashed = "key_dashed" [];
    KeyTwice = "key_twice" [];
    ExplainHint = "explain_hint" [];
    ExplainItems = "explain_items" [];
    ItemKind = "item_kind" ["letter" "kind"];
    ItemLandmark = "item_landmark" ["n" "name"];
    RunBy = "run_by" ["organisation"];
    TableTitle = "table_title" [];
    TableNote = "table_note" [];
    TablePlace = "table_place" [];
    TableKinds = "table_kinds" [];
    TableProgrammes = "table_programmes" [];
    TableClear = "table_clear" [];
    TableEmpty = "table_empty" [];

    // Landmarks.
    LandmarksTitle = "landmarks_title" ["n"];
    LandmarksNote = "landmarks_note" [];
    NearestTitle = "nearest_title" [];
    NearestNote = "nearest_note" [];
    NearestNone = "nearest_none" [];
    Same = "same" [];
    Partly = "partly" [];
    Different = "different" [];
    NotKnown = "not_known" [];
    Alike = "alike" ["same" "shared" "partly"];
    Inferred = "inferred" ["questions"];
    Source = "source" [];
    LandmarkKicker = "landmark_kicker" [];
    LandmarkNote = "landmark_note" [];
    CompareKicker = "compare_kicker" [];
    CompareTitle = "compare_title" ["landmark"];
    Compare = "compare" [];
    CompareWith = "compare_with" ["landmark"];
    SeeLandmark = "see_landmark" [];
    SeeLandmarkOf = "see_landmark_of" ["landmark"];
    CompareTable = "compare_table" [];
    TheirAnswers = "their_answers" [];
    ColumnQuestion = "column_question" [];
    ColumnYours = "column_yours" [];
    ColumnAlike = "column_alike" [];
    AnswerInferred = "answer_inferred" ["answer"];
    AlikeNone = "alike_none" [];
    PreviousLandmark = "previous_landmark" ["landmark"];
    NextLandmark = "next_landmark" ["landmark"];

    // The route.
    RouteTitle = "route_title" [];
    RouteAll = "route_all" ["total"];
    RouteSome = "route_some" ["asked" "total"];
    RouteYours = "route_yours" [];
    RouteTheirs = "route_theirs" ["landmark"];
    RouteTheirsAll = "route_theirs_all" ["total"];
    RouteTheirsSome = "route_theirs_some" ["asked" "total"];
    StopInferred = "stop_inferred" [];
    RouteTable = "route_table" [];

    // One answer away.
    AwayTitle = "away_title" [];
    AwayNote = "away_note" [];
    AwayNone = "away_none" [];
    ChangeInstead = "change_instead" ["from" "to"];
    ChangeAdded = "change_added" ["added"];
    ChangeLess = "change_less" ["left_out"];
    AwayIn = "away_in" ["change" "in"];
    AwayOut = "away_out" ["change" "out"];
    AwayBoth = "away_both" ["change" "in" "out"];
    SeeChange = "see_change" [];
    SeeChangeTo = "see_change_to" ["question" "to"];
    AwayNothing = "away_nothing" ["change"];
    TrialKicker = "trial_kicker" [];
    TrialNote = "trial_note" [];
    TrialOpened = "trial_opened" ["questions"];
    TrialBack = "trial_back" [];
    TrialKeep = "trial_keep" [];
    LabelTitle = "label_title" [];
    LabelAsk = "label_ask" [];
    LabelHint = "label_hint" [];
    LabelShow = "label_show" [];
    LabelOneUse = "label_one_use" ["label"];
    LabelUses = "label_uses" ["label"];
    LabelUnknown = "label_unknown" ["label"];
    LabelUnlike = "label_unlike" [];
    LabelTypical = "label_typical" ["kinds"];
    LabelElsewhere = "label_elsewhere" [];
    LabelAdvice = "label_advice" [];
    LabelOthers = "label_others" [];
    LabelNote = "label_note" [];
    LabelLoading = "label_loading" [];
    LabelFailed = "label_failed" [];
    MapOpen = "map_open" [];
    MapTitle = "map_title" [];
    MapIntro = "map_intro" ["kinds" "landmarks"];
    MapSentence = "map_sentence" [];
    PlaceProgramme = "place_programme" [];
    KindsTitle = "kinds_title" [];
    KindNeeds = "kind_needs" [];
    KindTypical = "kind_typical" [];
    KindLandmarks = "kind_landmarks" [];
    KindMaybeLandmarks = "kind_maybe_landmarks" [];
    KindNoLandmarks = "kind_no_landmarks" [];
    RulesTitle = "rules_title" [];
    RulesIntro = "rules_intro" [];
    RuleHolds = "rule_holds" [];
    RulesAsked = "rules_asked" [];
    RuleOrder = "rule_order" ["questions"];
    RuleSkip = "rule_skip" ["question" "rule"];
    RuleEnd = "rule_end" ["rule"];
    RulesKinds = "rules_kinds" [];
    RuleFits = "rule_fits" [];
    RuleRank = "rule_rank" ["n"];
    RuleCertain = "rule_certain" [];
    ColumnKind = "column_kind" [];
    RulesPlaces = "rules_places" [];
    RulePlace = "rule_place" ["columns" "rows"];
    RuleSpanning = "rule_spanning" ["rows"];
    RuleRim = "rule_rim" ["rule"];
    RuleRegion = "rule_region" [];
    RuleShape = "rule_shape" ["shape" "arrow"];
    RulesAlike = "rules_alike" [];
    RuleAlike = "rule_alike" [];
    RuleNearest = "rule_nearest" ["n"];
    IsOne = "is_one" ["question" "options"];
    IsOneOf = "is_one_of" ["question" "options"];
    Includes = "includes" ["question" "options"];
    IncludesOneOf = "includes_one_of" ["question" "options"];
    IsOnly = "is_only" ["question" "options"];
    IsOnlyOf = "is_only_of" ["question" "options"];
    QuestionApplies = "question_applies" ["question"];
    NotTogether = "not_together" ["rules"];

    // Share or keep.
    ShareTitle = "share_title" [];
    Code = "code" [];
    Link = "link" [];
    CopyCode = "copy_code" [];
    CopyLink = "copy_link" [];
    Copied = "copied" [];
    CopyFailed = "copy_failed" [];
    SavePicture = "save_picture" [];
    SaveSvg = "save_svg" [];
    SavePng = "save_png" [];
    PrintResult = "print_result" [];
    Saved = "saved" [];
    SaveFailed = "save_failed" [];
    SaveNote = "save_note" [];
    PosterMade = "poster_made" ["date" "edition"];
    PosterOurs = "poster_ours" [];
    ShareNote = "share_note" [];
    NameInLink = "name_in_link" ["name"];
    ChangeAnswer = "change_answer" [];

    // A code, typed or in the address.
    OpenCode = "open_code" [];
    OpenCodeNote = "open_code_note" [];
    OpenCodeField = "open_code_field" [];
    OpenCodeButton = "open_code_button" [];
    ProblemRead = "problem_read" [];
    ProblemNothingRead = "problem_nothing_read" [];
    ProblemAsk = "problem_ask" [];
    ProblemUse = "problem_use" [];
    ProblemWhere = "problem_where" ["code"];
    ProblemEmpty = "problem_empty" [];
    ProblemLength = "problem_length" ["most"];
    ProblemCharacter = "problem_character" ["character" "at"];
    ProblemEdition = "problem_edition" ["found" "known"];
    ProblemNoEdition = "problem_no_edition" ["known"];
    ProblemGroup = "problem_group" [];
    ProblemCheckMissing = "problem_check_missing" [];
    ProblemCheckWrong = "problem_check_wrong" [];
    ProblemQuestion = "problem_question" ["letter" "at"];
    ProblemOption = "problem_option" ["digit" "question"];
    ProblemNoOption = "problem_no_option" ["question"];
    ProblemRepeated = "problem_repeated" ["question"];
    ProblemOrder = "problem_order" ["question"];
    ProblemExclusive = "problem_exclusive" ["option" "question"];
    ProblemSingle = "problem_single" ["question"];
    ProblemOffRoute = "problem_off_route" ["question" "reason"];
    ProblemName = "problem_name" [];
    ProblemTail = "problem_tail" ["tail"];

    // About.
    AboutTitle = "about_title" [];
    AboutWhat = "about_what" [];
    AboutOriginTitle = "about_origin_title" [];
    AboutOrigin = "about_origin" [];
    AboutOurs = "about_ours" [];
    AboutKindsTitle = "about_kinds_title" [];
    AboutKinds = "about_kinds" [];
    AboutLandmarks = "about_landmarks" [];
    AboutLabels = "about_labels" [];
    AboutPrivacyTitle = "about_privacy_title" [];
    AboutPrivacy = "about_privacy" [];
    AboutLanguagesTitle = "about_languages_title" [];
    AboutLanguages = "about_languages" [];
    AboutEditionTitle = "about_edition_title" [];
    AboutEdition = "about_edition" ["id" "status"];
    AboutContact = "about_contact" [];
    StatusWorking = "status_working" [];
    StatusPublished = "status_published" [];
}

/// Every phrase of one language: none is missing, each with just the slots that the code fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(Vec<Template>);

impl Words {
    pub(super) fn read(at: &At) -> Self {
        at.expect_keys(&TABLE.iter().map(|(key, _)| *key).collect::<Vec<_>>());
        Self(TABLE.iter().map(|(key, slots)| read_template(&at.get(key), slots)).collect())
    }
}

fn read_template(at: &At, slots: &[&str]) -> Template {
    let template = Template(at.text());
    let found: Vec<&str> = template
        .pieces()
        .filter_map(|piece| match piece {
            Piece::Slot(name) => Some(name),
            Piece::Text(_) => None,
        })
        .collect();
    for slot in slots.iter().filter(|slot| !found.contains(slot)) {
        at.fault(format!("should contain {{{slot}}}"));
    }
    for (index, slot) in found.iter().enumerate() {
        if !slots.contains(slot) && !found[..index].contains(slot) {
            at.fault(format!("{{{slot}}} is not known here"));
        }
    }
    template
}

impl Index<Phrase> for Words {
    type Output = Template;

    fn index(&self, phrase: Phrase) -> &Template {
        // `read` makes one template for each row of the table, and a phrase is a row of the table.
        &self.0[phrase as usize]
    }
}
