//! The formulas by which `tests/contrast.rs` judges colours, against what others publish.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod colour;

use colour::{Colour, VISIONS, distance};

#[test]
fn contrast_is_that_of_wcag() {
    let [black, white] = ["#000000", "#ffffff"].map(|hex| Colour::hex(hex).unwrap());
    assert!((black.contrast(white) - 21.0).abs() < 1e-9 && (white.contrast(black) - 21.0).abs() < 1e-9);
    assert!((white.contrast(white) - 1.0).abs() < 1e-9);
    // As every checker of contrast shows them.
    for (hex, expected) in [("#767676", 4.54), ("#ff0000", 4.0), ("#008000", 5.14), ("#0000ff", 8.59)] {
        assert!((white.contrast(Colour::hex(hex).unwrap()) - expected).abs() < 0.005, "{hex}");
    }
    assert_eq!(white.over(black, 0.2), Colour::hex("#333333").unwrap());
    for vision in VISIONS {
        let [light, a, b] = white.seen(vision);
        assert!((light - 100.0).abs() < 1e-3 && a.abs() < 0.02 && b.abs() < 0.02, "{vision:?}: {light} {a} {b}");
    }
}

/// Pairs from the table that Sharma, Wu and Dalal (2005) publish for whoever implements the formula.
#[test]
fn distance_is_that_of_ciede2000() {
    for (a, b, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 3.1571, -77.2803], [50.0, 0.0, -82.7485], 2.8615),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0011], 7.2195),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([90.8027, -2.0831, 1.4410], [91.1528, -1.6435, 0.0447], 1.4441),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        for found in [distance(a, b), distance(b, a)] {
            assert!((found - expected).abs() < 5e-5, "{a:?} to {b:?} is {found:.4}, not {expected}");
        }
    }
}
