//! Colours: contrast as WCAG 2.2 computes it, and distance as people see it, with and without colour blindness.

#![allow(dead_code, reason = "each test file uses its part")]

/// A colour of sRGB, each part from 0 to 1, and as CSS writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour([f64; 3]);

/// A colour of CIE 1976 L*a*b*, for daylight (D65).
pub type Lab = [f64; 3];

/// How colours are seen: the effect on linear sRGB.
pub type Vision = (&'static str, [[f64; 3]; 3]);

/// Full sight, and its three lacks at severity 1.0, after Machado, Oliveira and Fernandes, “A Physiologically-based
/// Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15(6), 2009.
pub const VISIONS: [Vision; 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

impl Colour {
    /// The colour that CSS writes as `#rrggbb`, or shorter as `#rgb`.
    pub fn hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digits =
            if digits.len() == 3 { digits.chars().flat_map(|digit| [digit; 2]).collect() } else { digits.to_owned() };
        let digits = Some(digits).filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?].map(|part| f64::from(part) / 255.0)))
    }

    fn linear(self) -> [f64; 3] {
        // WCAG 2.2 corrected the threshold of its older versions, 0.03928; no 8-bit colour lies between.
        self.0.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) })
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of two colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour, as far as it is opaque, over another.
    pub fn over(self, below: Self, opacity: f64) -> Self {
        let [red, green, blue] = below.0;
        let mix = |part: f64, below: f64| part * opacity + below * (1.0 - opacity);
        Self([mix(self.0[0], red), mix(self.0[1], green), mix(self.0[2], blue)])
    }

    /// The colour as it is seen.
    pub fn seen(self, (_, matrix): Vision) -> Lab {
        let from = self.linear();
        let part = |row: [f64; 3]| row.iter().zip(from).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0);
        let [red, green, blue] = matrix.map(part);
        let curve = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
        let x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
        let y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }
}

/// The distance of two colours by CIEDE2000, step by step as in Sharma, Wu and Dalal, “The CIEDE2000 Color-Difference
/// Formula”, Color Research & Application 30(1), 2005.
pub fn distance([l1, a1, b1]: Lab, [l2, a2, b2]: Lab) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.0 + 0.5 * (1.0 - seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) };
    let (turn, middle) = hues(hue(a1, b1), hue(a2, b2), c1 * c2 == 0.0);
    let (light, chroma) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(middle - 30.0) + 0.24 * cos(2.0 * middle) + 0.32 * cos(3.0 * middle + 6.0)
        - 0.20 * cos(4.0 * middle - 63.0);
    let from_grey = (light - 50.0).powi(2);
    let dl = (l2 - l1) / (1.0 + 0.015 * from_grey / (20.0 + from_grey).sqrt());
    let dc = (c2 - c1) / (1.0 + 0.045 * chroma);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / (1.0 + 0.015 * chroma * t);
    let around_blue = 30.0 * (-((middle - 275.0) / 25.0).powi(2)).exp();
    let rotation = -2.0 * seventh(chroma) * (2.0 * around_blue).to_radians().sin();
    (dl * dl + dc * dc + dh * dh + rotation * dc * dh).sqrt()
}

/// How far to turn from one hue to the other, and the hue between them, in degrees. Grey has no hue.
fn hues(h1: f64, h2: f64, grey: bool) -> (f64, f64) {
    let turn = h2 - h1;
    match turn {
        _ if grey => (0.0, h1 + h2),
        _ if turn.abs() <= 180.0 => (turn, (h1 + h2) / 2.0),
        _ => {
            let middle = if h1 + h2 < 360.0 { (h1 + h2 + 360.0) / 2.0 } else { (h1 + h2 - 360.0) / 2.0 };
            (turn - 360.0 * turn.signum(), middle)
        }
    }
}
